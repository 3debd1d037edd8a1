public import Hummingbird

extension RouterMethods where Context == ServiceContext {
    /// Adds `GET /errors`, a page that lists the codes, and `GET /errors/{code}`, one for each of them: where ``ProblemCode/type`` leads.
    /// All are written once, here.
    ///
    /// - Parameters:
    ///   - codes: Every code that the service can answer with, in the order in which they are listed.
    ///   - product: The name of the product.
    public func addErrorPages(_ codes: [ProblemCode], product: String) {
        let pages = ErrorPages(codes: codes, product: product)
        let index = pages.index.document
        let documents = pages.documents
        get("/errors") { request, _ in index.response(to: request) }
        get("/errors/{code}") { request, context -> Response in
            let code = try context.parameter("code")
            guard let document = documents[ExactText(code)] else {
                throw Problem.notFound("There is no error with this code; /errors lists all that there are.")
            }
            return document.response(to: request)
        }
    }
}
