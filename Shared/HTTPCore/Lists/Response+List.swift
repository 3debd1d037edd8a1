import HTTPTypes
public import Hummingbird

extension Response {
    /// A page of a list: the rows, `next_cursor`, and `Link` to the next page (RFC 8288) if there is one.
    ///
    /// - Parameters:
    ///   - name: of the member with the rows.
    ///   - rows: of this page.
    ///   - next: the number of the page's last row, if there are more; `nil` on the last page.
    ///   - address: the list's, without a query.
    ///   - query: what was asked for. The link asks for the same.
    public static func list(_ name: String, _ rows: [JSONValue], next: Int64?, at address: String, query: String?) -> Response {
        let cursor = next.map(ListPage.cursor(after:))
        var fields = HTTPFields()
        if let cursor, let link = HTTPField.Name("Link") {
            let kept = (query ?? "").utf8.split(separator: UInt8(ascii: "&")).filter { !$0.starts(with: "cursor=".utf8) }
            let parameters = kept.map { String(Substring($0)) } + ["cursor=\(cursor)"]
            fields[link] = "<\(address)?\(parameters.joined(separator: "&"))>; rel=\"next\""
        }
        return .json(.ok, .object([name: .array(rows), "next_cursor": JSONValue(cursor)]), headers: fields)
    }
}
