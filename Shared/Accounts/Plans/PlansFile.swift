import HTTPCore

/// Reads the text of a `PLANS_FILE`.
///
/// Its messages say what is accepted even where something is missing, because who reads them has no API description at hand.
enum PlansFile {
    /// JSON's integers that every reader of ours keeps exactly, also those that know no other numbers than floating-point ones.
    private static let limitRange: ClosedRange<Int64> = 0...9_007_199_254_740_991
    /// US dollars a month.
    private static let priceRange: ClosedRange<Int64> = 0...1_000_000
    private static let longestName = 50

    /// The plans in their order.
    ///
    /// - Parameter limits: the names of the product's limits.
    static func plans(in text: String, limits: [String]) throws(PlansFileError) -> [Plan] {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONParser.parse(text)
        } catch {
            throw PlansFileError(error)
        }
        let reader = ObjectReader(value)
        let plans = plans(in: reader, value, limits: limits)
        do throws(InvalidInput) {
            try reader.finish()
        } catch {
            throw PlansFileError(faults: error.faults.map { "\($0.path): \($0.message)" })
        }
        return plans
    }

    private static func plans(in reader: ObjectReader, _ value: JSONValue, limits: [String]) -> [Plan] {
        // Something that is no object lacks no members: its reader has said what is wrong with it.
        guard value.objectValue != nil else { return [] }
        guard let elements = reader.value("plans")?.arrayValue, (1...100).contains(elements.count) else {
            let example = "[{\"name\": \"free\", \"price\": 0, \"limits\": {…}}]"
            reader.fault("plans", .wrongType, "must be a list of 1 to 100 plans, such as \(example)")
            return []
        }
        var plans: [Plan] = []
        for element in reader.array("plans") ?? [] {
            plans.append(plan(reader.object(element), element.value, after: plans, limits: limits))
        }
        return plans
    }

    /// What is wrong reads as something empty, which goes no further.
    private static func plan(_ reader: ObjectReader, _ value: JSONValue, after plans: [Plan], limits: [String]) -> Plan {
        guard value.objectValue != nil else { return Plan("", price: 0, limits: [:]) }
        return Plan(
            name(of: reader, after: plans),
            price: integer("price", in: priceRange, of: reader),
            limits: read(limits, of: reader)
        )
    }

    private static func name(of plan: ObjectReader, after plans: [Plan]) -> String {
        guard let name = plan.value("name")?.stringValue, isName(name) else {
            plan.fault("name", .wrongType, "must be 1 to \(longestName) lower-case letters, digits, _ or -")
            return ""
        }
        if plans.isEmpty, name != "free" {
            plan.fault("name", .notAllowed, "must be \"free\": the first plan is that of new accounts")
        }
        if let first = plans.firstIndex(where: { $0.name == name }) {
            plan.fault("name", .notAllowed, "must differ from the name of $.plans[\(first)]")
        }
        return name
    }

    private static func isName(_ text: String) -> Bool {
        (1...longestName).contains(text.utf8.count) && text.utf8.allSatisfy { nameBytes.contains($0) }
    }

    private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789_-".utf8)

    private static func read(_ limits: [String], of plan: ObjectReader) -> [String: Int] {
        guard plan.value("limits")?.objectValue != nil else {
            let names = limits.map { "\"\($0)\"" }.joined(separator: ", ")
            plan.fault("limits", .wrongType, "must be an object with \(names)")
            return [:]
        }
        let reader = plan.requiredObject("limits")
        return Dictionary(uniqueKeysWithValues: limits.map { ($0, integer($0, in: limitRange, of: reader)) })
    }

    private static func integer(_ name: String, in range: ClosedRange<Int64>, of reader: ObjectReader) -> Int {
        let value = reader.value(name)
        if let number = value?.integerValue, range.contains(number) { return Int(number) }
        let found = value.map { ", not \($0.numberValue?.text ?? $0.kind)" } ?? ""
        reader.fault(name, .outOfRange, "must be an integer from \(range.lowerBound) to \(range.upperBound)\(found)")
        return 0
    }
}

extension PlansFileError {
    /// The file is not JSON.
    fileprivate init(_ error: JSONSyntaxError) {
        switch error.reason {
        // The parser speaks of the bodies of requests.
        case .empty: self.init(faults: ["$: the file is empty; it must hold {\"plans\": […]}"])
        case .byteOrderMark: self.init(faults: ["$: the file begins with a byte order mark; save it as UTF-8 without one"])
        default: self.init(faults: ["$: \(error.message)"])
        }
    }
}
