package import HTTPCore

extension DocuMint {
    /// The demo, then invoices.
    package static let operations: [Operation] = InvoiceOperations.all

    /// The limit of the plan that every account begins with.
    package static let signUpMembers: [JSONSchema.Property] = [
        .required(PlanLimit.invoices, .integer(0...), "How many invoices the plan has in a calendar month.")
    ]
}
