extension ObjectReader {
    /// A value in an array, with its place.
    public struct Element {
        /// The value.
        public let value: JSONValue
        /// Where it is.
        public let path: JSONPath
    }

    /// An object inside, or `nil` if it is absent. Its faults come out of ``finish()`` of this reader.
    public func object(_ name: String, required: Bool = false) -> ObjectReader? {
        present(name, required: required).map { child($0, at: path.member(name)) }
    }

    /// An object inside that must be there; if it is not, a stand-in that reads every field as absent without further faults.
    public func requiredObject(_ name: String) -> ObjectReader {
        child(present(name, required: true), at: path.member(name))
    }

    /// The elements of an array.
    ///
    /// - Parameter count: how many there may be; by default 1...10 000 if it is required, 0...10 000 otherwise.
    public func array(_ name: String, required: Bool = false, count: ClosedRange<Int>? = nil) -> [Element]? {
        guard let value = present(name, required: required) else { return nil }
        let path = path.member(name)
        guard case .array(let elements) = value else {
            wrongType(value, at: path, expected: "an array")
            return nil
        }
        let allowed = count ?? (required ? 1 : 0)...10_000
        if elements.count < allowed.lowerBound {
            fault(
                at: path,
                .tooShort,
                allowed.lowerBound == 1 ? "must not be empty" : "must have at least \(allowed.lowerBound) elements, not \(elements.count)"
            )
            return nil
        }
        if elements.count > allowed.upperBound {
            fault(at: path, .tooLong, "must have at most \(allowed.upperBound) elements, not \(elements.count)")
            return nil
        }
        return elements.enumerated().map { Element(value: $1, path: path.element($0)) }
    }

    /// The objects of an array, under the terms of ``array(_:required:count:)``. Elements that are no objects are faults.
    public func objects(_ name: String, required: Bool = false, count: ClosedRange<Int>? = nil) -> [ObjectReader]? {
        array(name, required: required, count: count)?.map { child($0.value, at: $0.path) }
    }

    /// The texts of an array, under the terms of ``array(_:required:count:)``. Elements that are wrong are faults and left out.
    ///
    /// - Parameter length: how many Unicode scalars each may have.
    public func strings(
        _ name: String,
        required: Bool = false,
        count: ClosedRange<Int>? = nil,
        length: ClosedRange<Int> = 1...10_000
    ) -> [String]? {
        array(name, required: required, count: count)?.compactMap { string($0.value, at: $0.path, length: length) }
    }

    /// A reader of an element, whose faults come out of ``finish()`` of this reader.
    public func object(_ element: Element) -> ObjectReader {
        child(element.value, at: element.path)
    }
}
