import Database
import HTTPCore
import Hummingbird
import Logging

/// One export on its way to the client, in parts that make one JSON object together.
struct AccountExport: Sendable {
    private enum Place {
        case head
        case betweenLists
        case inList(after: Int64, isEmpty: Bool)
        case over
    }

    /// Some rows as JSON, and the position of the last of them.
    private typealias Page = (rows: [UInt8], last: Int64?)

    /// Rows that are in memory at a time.
    private static let pageRows = 100

    private let accounts: Accounts
    private let accountID: Int64
    private let head: JSONObject
    private let logger: Logger
    private let pause: @Sendable () async throws -> Void
    /// The lists that are not out yet.
    private var sections: ArraySlice<ExportSection>
    private var place = Place.head

    /// - Parameters:
    ///   - head: what comes before the lists.
    ///   - pause: waits a little before a page is tried again for which there was no thread. Default: 50 milliseconds.
    init(
        of accountID: Int64,
        in accounts: Accounts,
        head: JSONObject,
        sections: [ExportSection],
        logger: Logger,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .milliseconds(50)) }
    ) {
        self.accounts = accounts
        self.accountID = accountID
        self.head = head
        self.logger = logger
        self.pause = pause
        self.sections = sections[...]
    }

    /// The next part, or `nil` at the end. A part may be empty.
    mutating func next() async throws -> ByteBuffer? {
        switch place {
        case .head:
            place = .betweenLists
            // Without its closing brace, which comes after the lists.
            return ByteBuffer(bytes: JSONValue.object(head).serializedBytes().dropLast())
        case .betweenLists:
            guard let section = sections.first else {
                place = .over
                return ByteBuffer(string: "}")
            }
            place = .inList(after: 0, isEmpty: true)
            return ByteBuffer(string: ",\(JSONValue.string(section.name).serialized()):[")
        case .inList(let after, let isEmpty):
            return ByteBuffer(bytes: try await rows(after: after, isEmpty: isEmpty))
        case .over:
            return nil
        }
    }

    /// The next rows of the first list as JSON, and its end after the last.
    private mutating func rows(after: Int64, isEmpty: Bool) async throws -> [UInt8] {
        guard let section = sections.first else { return [] }
        let page = try await page(of: section, after: after)
        var bytes = isEmpty || page.rows.isEmpty ? page.rows : [UInt8(ascii: ",")] + page.rows
        if let last = page.last {
            place = .inList(after: last, isEmpty: isEmpty && page.rows.isEmpty)
        } else {
            sections.removeFirst()
            place = .betweenLists
            bytes.append(UInt8(ascii: "]"))
        }
        return bytes
    }

    private func page(of section: ExportSection, after: Int64) async throws -> Page {
        do {
            return try await patiently {
                try await accounts.database.scan { [accounts, accountID] connection in
                    // An account that is erased meanwhile has no rows any more, and without them the export would look complete.
                    _ = try accounts.plan(of: accountID, in: connection)
                    let (rows, last) = try section.page(connection, accountID, after, Self.pageRows)
                    if let last, last <= after { throw StandsStill() }
                    return (rows: Self.joined(rows), last: last)
                }
            }
        } catch {
            // The status is sent already: this is the only place where it shows.
            logger.error("an export broke off", metadata: ["section": "\(section.name)", "error": "\(error)"])
            throw error
        }
    }

    /// Tries again until there is a thread for it: breaking off would cost the client what it has already.
    private func patiently(_ read: () async throws -> Page) async throws -> Page {
        while true {
            do {
                return try await read()
            } catch DatabaseError.overloaded {
                try await pause()
            }
        }
    }

    private static func joined(_ rows: [JSONValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: row.serializedBytes())
        }
        return bytes
    }

    /// A section gave a page that does not lead on: the export would never end.
    private struct StandsStill: Error {}
}
