import Synchronization
import Testing

@testable import ServiceKit

struct StopRequestTests {
    /// Counts calls.
    private final class Calls: Sendable {
        private let number = Mutex(0)

        func count() { number.withLock { $0 += 1 } }

        var total: Int { number.withLock { $0 } }
    }

    @Test("a wish to stop waits for something that can be stopped")
    func early() {
        let (stop, calls) = (StopRequest(), Calls())
        #expect(!stop.isMade)
        stop.make()
        #expect(stop.isMade && calls.total == 0)
        stop.whenMade { calls.count() }
        #expect(calls.total == 1)
    }

    @Test("later on it is carried out at once")
    func late() {
        let (stop, calls) = (StopRequest(), Calls())
        stop.whenMade { calls.count() }
        #expect(calls.total == 0)
        stop.make()
        #expect(calls.total == 1)
    }
}
