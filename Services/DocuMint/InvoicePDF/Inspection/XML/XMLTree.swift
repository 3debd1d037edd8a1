/// An XML document as a flat list of elements: no depth of nesting can exhaust the stack, not even when it is released.
struct XMLTree: Sendable {
    /// In document order; the first is the root. Never empty.
    let nodes: [Node]

    /// One element.
    struct Node: Sendable {
        let namespace: String
        let name: String
        /// By local name, or by `{namespace}name` for those with a prefix.
        let attributes: [String: String]
        /// The text directly in the element, without that of its children.
        var text = ""
        /// Places in ``XMLTree/nodes``.
        var children: [Int] = []
        let parent: Int?
    }

    var root: XMLElement { XMLElement(tree: self, index: 0) }
}

/// One element of a tree, with the tree that it stands in.
struct XMLElement: Sendable {
    let tree: XMLTree
    let index: Int

    private var node: XMLTree.Node { tree.nodes[index] }
    var namespace: String { node.namespace }
    var name: String { node.name }
    var attributes: [String: String] { node.attributes }
    var children: [XMLElement] { node.children.map { XMLElement(tree: tree, index: $0) } }

    /// The text directly in the element, without white space around it.
    var text: String { node.text.trimmingXMLSpace() }

    func attribute(_ name: String) -> String { node.attributes[name] ?? "" }

    /// The first element at a path of local names: `IssueDateTime/DateTimeString`.
    func first(_ path: String) -> XMLElement? {
        var element = self
        for name in path.split(separator: "/") {
            guard let child = element.tree.nodes[element.index].children.first(where: { tree.nodes[$0].name == name }) else { return nil }
            element = XMLElement(tree: tree, index: child)
        }
        return element
    }

    /// All children of a local name.
    func all(_ name: String) -> [XMLElement] {
        node.children.lazy.filter { tree.nodes[$0].name == name }.map { XMLElement(tree: tree, index: $0) }
    }

    /// The text at a path, or an empty one.
    func text(_ path: String) -> String { first(path)?.text ?? "" }

    /// Where the element stands, as XPath writes it, with local names: `/Invoice/InvoiceLine[2]/ID`.
    var location: String {
        var steps: [String] = []
        var place: Int? = index
        while let current = place {
            let node = tree.nodes[current]
            let siblings = node.parent.map { tree.nodes[$0].children } ?? []
            let before = siblings.prefix { $0 < current }.count { tree.nodes[$0].name == node.name }
            let isAlone = before == 0 && !siblings.contains { $0 > current && tree.nodes[$0].name == node.name }
            steps.append("/" + node.name + (isAlone ? "" : "[\(before + 1)]"))
            place = node.parent
        }
        return steps.reversed().joined()
    }
}

extension String {
    /// Without the white space of XML around it.
    func trimmingXMLSpace() -> String {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let bytes = utf8
        guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(self[start...end])
    }
}
