public import Hummingbird

extension RouterMethods where Context == ServiceContext {
    /// Adds `GET /errors`, a page that lists the codes, and `GET /errors/{code}`, one for each of them: where ``ProblemCode/type`` leads.
    ///
    /// - Parameters:
    ///   - codes: Every code that the service can answer with, in the order in which they are listed.
    ///   - product: The name of the product.
    public func addErrorPages(_ codes: [ProblemCode], product: String) {
        let pages = ErrorPages(codes: codes, product: product)
        get("/errors") { _, _ in pages.index.response() }
        get("/errors/{code}") { _, context in try pages.page(for: context.parameter("code")).response() }
    }
}
