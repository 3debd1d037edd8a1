import HTTPTypes
import Hummingbird
import HTTPCore

/// What a client wants of an invoice.
enum InvoiceForm: CaseIterable, Sendable {
    case pdf
    /// The e-invoice alone.
    case xml
    /// The amounts alone: nothing is made.
    case amounts

    /// By `Accept`. The PDF, unless another one is preferred outright: programs that take "JSON or anything" have always got a PDF.
    init(wantedBy request: Request) {
        let accepted = AcceptedTypes(request.headers[.accept])
        self = Self.allCases.reduce(.pdf) { $1.quality(for: accepted) > $0.quality(for: accepted) ? $1 : $0 }
    }

    private func quality(for accepted: AcceptedTypes) -> Double {
        guard self == .xml else { return accepted.quality(of: mediaType) }
        let quality = max(accepted.quality(of: mediaType), accepted.quality(of: "text/xml"))
        // Browsers take XML, but only after pages: what they are to show is the PDF.
        return quality < accepted.quality(of: "text/html") ? 0 : quality
    }

    var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .xml: "application/xml"
        case .amounts: "application/json"
        }
    }

    /// The end of its address, below that of the invoice.
    var pathEnd: String { self == .xml ? "xml" : "pdf" }

    /// As it is saved, unless somebody names it otherwise.
    var fileName: String { self == .xml ? "invoice.xml" : "invoice.pdf" }
}
