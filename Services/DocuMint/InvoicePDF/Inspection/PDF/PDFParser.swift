/// Puts tokens together to objects, without recursion and to a bounded depth.
struct PDFParser {
    /// The deepest nesting of arrays and dictionaries.
    static let maximumDepth = 64

    var lexer: PDFLexer

    private struct Frame {
        var values: [PDFValue] = []
        let isDictionary: Bool
    }

    /// The values up to the next keyword, which ends them: an object up to `endobj`, or the operands of an operator.
    ///
    /// References (`5 0 R`) are put together on the way. What is left open is closed by the keyword.
    mutating func values() throws(InspectionError) -> (values: [PDFValue], keyword: String?) {
        var frames = [Frame(isDictionary: false)]
        while true {
            switch lexer.next() {
            case .value(let value): frames[frames.count - 1].values.append(value)
            case .arrayStart: try open(&frames, isDictionary: false)
            case .dictionaryStart: try open(&frames, isDictionary: true)
            case .arrayEnd, .dictionaryEnd: close(&frames)
            case .keyword("R"): reference(in: &frames[frames.count - 1].values)
            case .keyword(let keyword):
                while frames.count > 1 { close(&frames) }
                return (frames[0].values, keyword)
            case .end:
                while frames.count > 1 { close(&frames) }
                return (frames[0].values, nil)
            }
        }
    }

    private func open(_ frames: inout [Frame], isDictionary: Bool) throws(InspectionError) {
        guard frames.count < Self.maximumDepth else { throw .tooComplex }
        frames.append(Frame(isDictionary: isDictionary))
    }

    private func close(_ frames: inout [Frame]) {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        frames[frames.count - 1].values.append(frame.isDictionary ? Self.dictionary(frame.values) : .array(frame.values))
    }

    private static func dictionary(_ values: [PDFValue]) -> PDFValue {
        var entries: [String: PDFValue] = [:]
        var index = 0
        while index < values.count {
            guard case .name(let key) = values[index], index + 1 < values.count else {
                index += 1
                continue
            }
            entries[key] = values[index + 1]
            index += 2
        }
        return .dictionary(entries)
    }

    private func reference(in values: inout [PDFValue]) {
        guard values.count >= 2, case .integer(let number) = values[values.count - 2], case .integer = values[values.count - 1] else {
            return
        }
        values.removeLast(2)
        values.append(number > 0 ? .reference(number) : .null)
    }
}
