/// Collects the structure of a document while it is laid out. One per document, used by one thread.
final class StructureBuilder {
    private(set) var tree = StructureTree()

    /// Adds an element behind all others: elements are to be added in the order in which they are read.
    func add(
        _ role: StructureTree.Role,
        in parent: ElementID = StructureTree.root,
        alternative: String? = nil,
        scope: StructureTree.Scope? = nil
    ) -> ElementID {
        tree.add(role, in: parent, alternative: alternative, scope: scope)
    }

    func span(_ columns: Int, by cell: ElementID) { tree.span(columns, by: cell) }
}
