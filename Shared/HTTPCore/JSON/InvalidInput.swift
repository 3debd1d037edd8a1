/// The input of a request is well-formed JSON but not what the route accepts; answered with status 400 and all faults.
public struct InvalidInput: Error, Sendable, Hashable, CustomStringConvertible {
    /// At most this many faults are listed: 100.
    public static let listedFaults = 100

    /// What is wrong; at least one. If there is more than can be listed, a last fault at `$` (``InputFault/Code/moreFaults``) says how many more.
    public let faults: [InputFault]

    /// Input with one or more faults.
    public init(faults: [InputFault]) {
        self.faults = faults
    }

    /// Input with one fault.
    public init(_ code: InputFault.Code, at path: JSONPath, _ message: String) {
        self.init(faults: [InputFault(path: path, code: code, message: message)])
    }

    /// The faults in one line, for the log.
    public var description: String {
        faults.map { "\($0.path): \($0.message)" }.joined(separator: "; ")
    }
}

/// The faults that all readers of one input have found so far.
final class InputFaultList {
    private var listed: [InputFault] = []
    private var unlistedCount = 0

    /// Whether a further fault would only be counted.
    var isFull: Bool { listed.count >= InvalidInput.listedFaults }

    func append(_ fault: @autoclosure () -> InputFault) {
        if isFull { unlistedCount += 1 } else { listed.append(fault()) }
    }

    /// What was found, or `nil` if nothing is wrong.
    var invalidInput: InvalidInput? {
        guard !listed.isEmpty else { return nil }
        guard unlistedCount > 0 else { return InvalidInput(faults: listed) }
        let more = "\(unlistedCount) more \(unlistedCount == 1 ? "fault is" : "faults are") not listed"
        return InvalidInput(faults: listed + [InputFault(path: .root, code: .moreFaults, message: more)])
    }
}
