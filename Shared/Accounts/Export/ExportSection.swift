public import Database
public import HTTPCore

/// One list of the export of an account: read page by page, so that memory stays the same however long it is.
public struct ExportSection: Sendable {
    /// Reads some rows of the account that follow a position, in a fixed order.
    ///
    /// - Parameters:
    ///   - after: the position of the last row that is out already; 0 at the start. A position is a number that grows along the order, such
    ///     as the row's id.
    ///   - limit: so many rows at most. Fewer are fine at any time: where rows are large, they should be.
    /// - Returns: the rows, and the position of the last of them; `nil` when there are no more, and only then.
    public typealias Page =
        @Sendable (_ connection: Connection, _ accountID: Int64, _ after: Int64, _ limit: Int) throws -> (rows: [JSONValue], last: Int64?)

    /// The member of the export that holds the list.
    public let name: String
    let page: Page

    /// - Parameters:
    ///   - name: the member of the export that holds the list. None of `exported_at`, `product`, `account`, `keys` and `usage`, which every
    ///     export has.
    ///   - page: reads some rows, on a thread that may block.
    public init(_ name: String, page: @escaping Page) {
        self.name = name
        self.page = page
    }
}
