import FlagRules
import Testing

/// For each pair of flags: the chance to be in the first tenth of the second, given the first tenth of the first.
///
/// Between perfectly independent flags it spreads, too: with 20 000 users by 0.0067 (standard error), so that about one of 276 pairs is beyond
/// 0.08 to 0.12. What must not be is a pair that chance does not explain, or a spread that is larger than that.
@Suite struct `Independence of flags` {
    private static let names = [
        "new-checkout", "checkout-redesign", "dark-mode", "dark_mode", "beta-dashboard", "new-search", "search-v2", "search-v3",
        "pricing-page", "pricing-page-b", "free-trial", "onboarding-flow", "ai-assistant", "ai_summary", "export-csv", "export-pdf",
        "sso-login", "passkeys", "mobile-nav", "payments.stripe", "payments.adyen", "holiday-banner", "rate-limits", "flag-24",
    ]
    private static let userCount = 20_000

    @Test(arguments: Users.allCases) func `flags with names as seeds are independent, as the free tools have them`(users: Users) {
        expectIndependence(of: Self.names, users)
    }

    @Test(arguments: Users.allCases) func `flags with random seeds are independent`(users: Users) {
        expectIndependence(of: randomSeeds(Self.names.count), users)
    }

    private func expectIndependence(of seeds: [String], _ users: Users, sourceLocation: SourceLocation = #_sourceLocation) {
        let chances = chances(seeds, users)
        let mean = chances.reduce(0, +) / Double(chances.count)
        let variance = chances.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(chances.count)
        #expect(chances.count == 276, sourceLocation: sourceLocation)
        #expect((0.098...0.102).contains(mean), "\(mean)", sourceLocation: sourceLocation)
        #expect(variance.squareRoot() < 0.0072, "\(variance.squareRoot())", sourceLocation: sourceLocation)
        #expect(chances.allSatisfy { (0.0712...0.1288).contains($0) }, "\(chances.sorted())", sourceLocation: sourceLocation)
        #expect(chances.count { !(0.08...0.12).contains($0) } <= 4, "\(chances.sorted())", sourceLocation: sourceLocation)
    }

    /// Of each pair one way round; the other is the same overlap, seen from the other flag.
    private func chances(_ seeds: [String], _ users: Users) -> [Double] {
        let ids = users.ids(Self.userCount)
        let tenths = seeds.map { seed in Set(ids.indices.filter { Bucketing.bucket(seed: seed, id: ids[$0]) < Bucketing.bucketCount / 10 })
        }
        return tenths.indices.flatMap { first in
            tenths[(first + 1)...].map { Double(tenths[first].intersection($0).count) / Double(tenths[first].count) }
        }
    }
}
