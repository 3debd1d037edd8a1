/// Of several things, each of which is tried whatever came of the others, the first failure.
struct FirstFailure {
    private var error: (any Error)?

    /// - Returns: whether it went well.
    /// - Throws: `CancellationError`, which ends everything.
    @discardableResult
    mutating func attempt(_ work: () throws -> Void) throws(CancellationError) -> Bool {
        do {
            try work()
            return true
        } catch let error as CancellationError {
            throw error
        } catch {
            self.error = self.error ?? error
            return false
        }
    }

    /// Throws it, if there was one.
    func end() throws {
        if let error { throw error }
    }
}
