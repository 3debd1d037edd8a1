import CronPingService
import DocuMintService
import FlagBitService
import HTTPCore
import ServiceKit
import TestKit
import Testing
import WebhookVaultService

/// The release executables under valgrind. Swift is safe, but its optimizer once gave an asynchronous function a frame that was sixteen bytes
/// too small (Swift 6.3.1): only the optimized program shows that, and mostly by crashing somewhere else.
@Suite struct MemoryTests {
    @Test func `DocuMint touches no memory that is not its own`() async throws { try await check(DocuMint.self) }

    @Test func `CronPing touches no memory that is not its own`() async throws { try await check(CronPing.self) }

    @Test func `FlagBit touches no memory that is not its own`() async throws { try await check(FlagBit.self) }

    @Test func `WebhookVault touches no memory that is not its own`() async throws { try await check(WebhookVault.self) }

    /// Goes through all examples of the description.
    private func check<P: Product>(_ product: P.Type) async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start(
            P.name,
            database: folder.file("app.db"),
            // Undefined values are not asked for: the Swift runtime copies some, and uses none.
            launcher: ["valgrind", "--quiet", "--undef-value-errors=no", "--error-exitcode=99"],
            within: .seconds(120)
        )
        let runner = try ExampleRunner(baseURL: service.client.address)
        #expect(try await runner.deviations(in: P.api(at: service.client.address).operations) == [])
        let end = try await service.terminate(within: .seconds(60))
        #expect(end.status == 0, "\(service.errors.suffix(5_000))")
    }
}
