/// Reads a JSON object against what a route accepts, and collects everything that is wrong with it.
///
///     let reader = ObjectReader(try JSONParser.parse(body))
///     let name = reader.requiredString("name", length: 1...200)
///     let minutes = reader.integer("schedule_minutes", in: 1...525_600, default: 60)
///     let from = reader.requiredObject("from")
///     let company = from.string("company")
///     try reader.finish()
///
/// Nothing throws before ``finish()``, so that one answer lists all faults. Until then a field that is wrong reads as `nil`, as its
/// default, or as a stand-in; ``finish()`` throws, so a stand-in never goes further. Every field that is asked for is thereby known; all others are refused.
///
/// An optional field that is `null` counts as absent. A reader is for one request and one task.
public final class ObjectReader {
    /// Where the object is.
    public let path: JSONPath

    /// What is read, or `nil` if there is no object, which is then already a fault and no cause for others.
    let members: JSONObject?
    let faults: InputFaultList
    var knownNames: [String] = []
    var acceptsUnknownFields = false
    private var children: [ObjectReader] = []
    private var isFinished = false

    /// A reader of the value. If it is not an object, that is a fault, and every field reads as absent without a fault of its own.
    public convenience init(_ value: JSONValue, path: JSONPath = .root) {
        self.init(value, path: path, faults: InputFaultList())
    }

    private convenience init(_ value: JSONValue, path: JSONPath, faults: InputFaultList) {
        if case .object(let members) = value {
            self.init(members: members, path: path, faults: faults)
        } else {
            faults.append(InputFault(path: path, code: .wrongType, message: "must be an object, not \(value.kind)"))
            self.init(members: nil, path: path, faults: faults)
        }
    }

    private init(members: JSONObject?, path: JSONPath, faults: InputFaultList) {
        self.members = members
        self.path = path
        self.faults = faults
    }

    /// A reader that shares the faults of this one and is finished with it.
    ///
    /// - Parameter value: `nil` for an object that is missing, which the caller has reported if it matters.
    func child(_ value: JSONValue?, at path: JSONPath) -> ObjectReader {
        let child = value.map { ObjectReader($0, path: path, faults: faults) } ?? ObjectReader(members: nil, path: path, faults: faults)
        children.append(child)
        return child
    }

    // MARK: Faults

    /// Adds a fault of the route's own about a field of this object.
    public func fault(_ name: String, _ code: InputFault.Code, _ message: String) {
        fault(at: path.member(name), code, message)
    }

    /// Adds a fault of the route's own about any place.
    public func fault(at path: @autoclosure () -> JSONPath, _ code: InputFault.Code, _ message: @autoclosure () -> String) {
        faults.append(InputFault(path: path(), code: code, message: message()))
    }

    /// Whether anything read so far, here or in a reader that shares the faults, is wrong.
    public var hasFaults: Bool { faults.invalidInput != nil }

    // MARK: The end

    /// Lets fields that were not asked for pass, here but not in objects inside.
    public func acceptUnknownFields() {
        acceptsUnknownFields = true
    }

    /// Refuses unknown fields, here and in all objects inside that were read.
    ///
    /// - Throws: ``InvalidInput`` with everything that was found wrong.
    public func finish() throws(InvalidInput) {
        refuseUnknownFields()
        if let invalidInput = faults.invalidInput { throw invalidInput }
    }

    private func refuseUnknownFields() {
        guard !isFinished else { return }
        isFinished = true
        reportUnknownFields()
        for child in children { child.refuseUnknownFields() }
    }
}
