public import HTTPCore
import Database
import Timekeeping

extension DumpManifest {
    /// What a reader has to understand.
    static let format: Int64 = 1

    /// The manifest as JSON. Checksums are texts: many programs read numbers of that size inexactly.
    public var json: JSONValue {
        [
            "format": .integer(Self.format),
            "product": .string(product),
            "version": .string(version),
            "as_of": .string(asOf.rfc3339),
            "tables": .array(
                tables.map { table in
                    [
                        "name": .string(table.name),
                        "rows": .integer(table.rows),
                        "checksum": .string(String(table.checksum)),
                        "columns": .array(table.columns.map { ["name": .string($0.name), "type": .string($0.type.manifestName)] }),
                    ]
                }
            ),
            "warnings": .array(warnings.map { .string($0) }),
        ]
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Returns: `nil` for anything else.
    init?(json: JSONValue) {
        guard json["format"]?.integerValue == Self.format, let product = json["product"]?.stringValue,
            let version = json["version"]?.stringValue, let asOf = json["as_of"]?.stringValue.flatMap({ Timestamp(rfc3339: $0) }),
            let tables = json["tables"]?.arrayValue, let warnings = json["warnings"]?.arrayValue
        else { return nil }
        self.init(product: product, version: version, asOf: asOf)
        for value in tables {
            guard let table = Table(json: value) else { return nil }
            self.tables.append(table)
        }
        self.warnings = warnings.compactMap(\.stringValue)
    }
}

extension DumpManifest.Table {
    fileprivate init?(json: JSONValue) {
        guard let name = json["name"]?.stringValue, let rows = json["rows"]?.integerValue,
            let checksum = json["checksum"]?.stringValue.flatMap({ UInt64($0) }), let values = json["columns"]?.arrayValue
        else { return nil }
        var columns: [Column] = []
        for value in values {
            guard let name = value["name"]?.stringValue, let type = value["type"]?.stringValue.flatMap({ ColumnType(manifestName: $0) })
            else { return nil }
            columns.append(Column(name: name, type: type))
        }
        self.init(name: name, columns: columns, rows: rows, checksum: checksum)
    }
}

extension ColumnType {
    fileprivate init?(manifestName: String) {
        let all: [ColumnType] = [.integer, .boolean, .timestamp, .real, .text, .json, .blob]
        guard let type = all.first(where: { $0.manifestName == manifestName }) else { return nil }
        self = type
    }

    fileprivate var manifestName: String {
        switch self {
        case .integer: "integer"
        case .boolean: "boolean"
        case .timestamp: "timestamp"
        case .real: "real"
        case .text: "text"
        case .json: "json"
        case .blob: "blob"
        }
    }
}
