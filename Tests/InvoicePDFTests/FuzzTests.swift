import Glibc
import Testing

@testable import InvoicePDF

/// Files that nobody would make: good ones, damaged in ways that are drawn by lot, the same in every run.
///
/// `FUZZ_ROUNDS` says how many, for a run of minutes (`make fuzz-pdf`).
@Suite struct FuzzTests {
    private static let rounds = getenv("FUZZ_ROUNDS").flatMap { UInt64(String(cString: $0)) } ?? 200

    @Test func `a damaged picture is read, or refused with its reason`() {
        let pictures = ImageFixtures.pngs.compactMap { [UInt8](base64: Array($0.base64.utf8)[...]) }
        var read = 0
        let count = Self.rounds * 2
        for seed in 0..<count {
            var mutator = ByteMutator(seed: seed)
            guard let picture = pictures.randomElement(using: &mutator) else { continue }
            do throws(ImageError) {
                let image = try InvoiceImage(decoding: mutator.mutated(picture, with: pictures))
                #expect((1...InvoiceImage.maximumSide).contains(image.width), "seed \(seed)")
                read += 1
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
        #expect(read < Int(count))
    }

    @Test func `a damaged PDF or e-invoice is reported on, or refused with its reason`() throws {
        let files = [try InspectionSamples.facturX.get(), try InspectionSamples.xml.get()]
        var reported = 0
        // Each takes as long as twenty requests.
        for seed in 0..<max(Self.rounds / 20, 60) {
            var mutator = ByteMutator(seed: seed)
            let file = mutator.mutated(files[Int(seed % 2)], with: files)
            do throws(InspectionError) {
                let report = try DocumentInspection.inspect(file)
                _ = report.business?.failures
                reported += 1
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        #expect(reported > 0)
    }
}
