/// What a ping's path says after the token: nothing, `start`, `fail`, `log`, or the exit status of the job.
struct PingSignal: Sendable, Equatable {
    /// Why a path is no signal.
    enum Refusal: Error, Equatable {
        /// A number that no process ends with.
        case exitStatusOutOfRange
        /// Some other word.
        case unknown
    }

    let kind: PingKind
    /// 0–255; `nil` when the ping did not name one.
    let exitStatus: Int?

    /// The ping without any word: the job ended well.
    static let success = PingSignal(kind: .success, exitStatus: nil)

    private init(kind: PingKind, exitStatus: Int?) {
        self.kind = kind
        self.exitStatus = exitStatus
    }

    /// Reads the last component of the path.
    init(pathComponent word: String) throws(Refusal) {
        switch word {
        case "start": self.init(kind: .start, exitStatus: nil)
        case "fail": self.init(kind: .fail, exitStatus: nil)
        case "log": self.init(kind: .log, exitStatus: nil)
        default:
            guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .unknown }
            guard let status = UInt8(word) else { throw .exitStatusOutOfRange }
            self.init(kind: status == 0 ? .success : .fail, exitStatus: Int(status))
        }
    }
}
