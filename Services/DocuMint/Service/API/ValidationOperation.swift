import HTTPCore
import HTTPTypes

/// The description of ``ValidationRoute``.
enum ValidationOperation {
    static let validate = Operation(.post, "/api/v1/validate", id: "validateDocument", in: "Check", "Check a PDF or an e-invoice")
        .saying(
            """
            A file of any maker: a PDF is looked at as PDF/A-3, as PDF/UA-1 and as the container of an e-invoice, as far as it claims to be \
            one; the e-invoice, or an XML that is sent alone, by the rules of EN 16931, and of XRechnung if it says that it is one.

            Without a key, 60 an hour from one address, unless whoever runs the service has set another limit. Nothing is kept.
            """
        )
        .requiring(.optionalKey)
        .reading(
            Operation.Body(
                "The bytes of the file, of at most 5 MiB; the media type is not looked at.",
                [Operation.Media("application/pdf"), Operation.Media("application/xml")]
            )
        )
        .answering(.json(.ok, "What was found.", .documentReport))
        .failing(with: .unreadableDocument)
        .rateLimited()
        .example(headers: ["Content-Type: application/pdf"], upload: "invoice.pdf")
}
