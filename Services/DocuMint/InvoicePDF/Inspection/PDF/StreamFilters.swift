/// Undoes the filters of streams (ISO 32000-1 §7.4) that carry data; those that carry pictures, and LZW, are not undone.
enum StreamFilters {
    /// The largest unpacked stream, in bytes.
    static let maximumSize = 32 << 20
    /// The longest chain of filters; a longer one multiplies work and is never needed.
    private static let maximumCount = 4

    /// The filters of a stream with their parameters, in the order in which they are undone.
    static func names(of entries: [String: PDFValue], in file: PDFFile) -> [String] {
        list(entries["Filter"], in: file).map { file.resolved($0).name ?? "" }
    }

    /// The data of a stream, or `nil` when it has another filter, is damaged or larger than ``maximumSize``.
    static func decoded(_ bytes: ArraySlice<UInt8>, entries: [String: PDFValue], in file: PDFFile, limit: Int = maximumSize) -> [UInt8]? {
        let names = names(of: entries, in: file)
        guard names.count <= maximumCount else { return nil }
        let parameters = list(entries["DecodeParms"], in: file).map { file.resolved($0).entries ?? [:] }
        var data = bytes
        for (index, name) in names.enumerated() {
            switch name {
            case "FlateDecode":
                guard let inflated = LenientInflater.inflated(data, limit: limit) else { return nil }
                let predictor = Predictor(index < parameters.count ? parameters[index] : [:], in: file)
                guard let predicted = predictor.undone(inflated) else { return nil }
                data = predicted[...]
            case "ASCIIHexDecode": data = hexadecimal(data)[...]
            case "ASCII85Decode": data = base85(data)[...]
            default: return nil
            }
        }
        return Array(data)
    }

    private static func list(_ value: PDFValue?, in file: PDFFile) -> [PDFValue] {
        switch file.resolved(value) {
        case .array(let values): values
        case .null: []
        case let value: [value]
        }
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var digits = bytes.prefix { $0 != UInt8(ascii: ">") }.compactMap(\.hexadecimalDigit)
        if !digits.count.isMultiple(of: 2) { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// Groups of five digits to the base 85 hold four bytes (§7.4.3).
    private static func base85(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var group: [UInt32] = []
        for byte in bytes {
            if byte == UInt8(ascii: "~") { break }
            if byte == UInt8(ascii: "z"), group.isEmpty {
                result += [0, 0, 0, 0]
                continue
            }
            guard (UInt8(ascii: "!")...UInt8(ascii: "u")).contains(byte) else { continue }
            group.append(UInt32(byte - UInt8(ascii: "!")))
            if group.count == 5 {
                result += base85Bytes(group)
                group.removeAll(keepingCapacity: true)
            }
        }
        if group.count > 1 {
            let count = group.count - 1
            result += base85Bytes(group + Array(repeating: 84, count: 5 - group.count)).prefix(count)
        }
        return result
    }

    private static func base85Bytes(_ group: [UInt32]) -> [UInt8] {
        let value = group.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }
}
