public import Database
public import HTTPCore
import HTTPTypes

extension DatabaseError: ProblemConvertible {
    /// A full queue is ``HTTPCore/ProblemCode/overloaded``; a file that cannot be used now is ``HTTPCore/ProblemCode/storageUnavailable``;
    /// what only a fault of the program can cause is a 500. None says more: paths and SQL are for the log.
    public var problem: Problem {
        switch self {
        case .overloaded: .overloaded()
        case .closed, .transactionLost, .inUse, .unusable, .schemaConflict: .storageUnavailable
        case .sqlite(let code, _, _) where isTemporary || code.meansDamage: .storageUnavailable
        case .sqlite, .column: Problem(.internalError, "Something went wrong on our side. The request id helps us to find out what.")
        }
    }
}

extension Problem {
    /// 503: nothing was changed; the same request may succeed when the disk or the file is in order again.
    static let storageUnavailable = Problem(
        .storageUnavailable,
        "The data cannot be read or written at the moment; try again in a few seconds.",
        headers: [.retryAfter: "5"]
    )
}

extension ResultCode {
    /// Whether the file is not what it should be.
    fileprivate var meansDamage: Bool {
        switch self {
        case .corrupt, .notADatabase: true
        default: false
        }
    }
}
