/// One row of a result, valid only inside the closure that it is given to.
public struct Row: ~Copyable {
    let statement: Statement

    /// The value of a column by its name in the result: `let name: String = try row["name"]`.
    ///
    /// The type decides what is accepted: `String` a text, `String?` a text or NULL. Throws ``DatabaseError/column(name:found:wanted:)``
    /// when the column is missing from the result or holds something else.
    public subscript<Wanted: ValueConvertible>(column: String) -> Wanted {
        get throws {
            guard let index = statement.index(of: column) else {
                throw DatabaseError.column(name: column, found: "no such column in the result", wanted: "\(Wanted.self)")
            }
            let value = statement.value(at: index)
            guard let wanted = Wanted(databaseValue: value) else {
                throw DatabaseError.column(name: column, found: value.storageClass, wanted: "\(Wanted.self)")
            }
            return wanted
        }
    }
}
