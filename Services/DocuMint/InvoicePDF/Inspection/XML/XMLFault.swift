/// Why a document was not read as XML.
enum XMLFault: Error, Hashable {
    /// Lines and columns count from 1.
    case notWellFormed(line: Int, column: Int, reason: String)
    /// A document type declaration, which can define entities that grow or read other files. E-invoices have none.
    case documentType
    /// More elements or deeper nesting than ``XMLReader`` allows.
    case tooComplex
    case tooLarge
}

extension XMLFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .notWellFormed(let line, let column, let reason): "not well-formed at line \(line), column \(column): \(reason)"
        case .documentType: "document type declarations are not accepted"
        case .tooComplex: "more than \(XMLReader.maximumNodes) elements, or nested deeper than \(XMLReader.maximumDepth)"
        case .tooLarge: "larger than \(XMLReader.maximumSize / 1_048_576) MB"
        }
    }
}
