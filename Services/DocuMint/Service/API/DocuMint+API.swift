package import HTTPCore

extension DocuMint {
    /// The demo, then invoices, and the check of files.
    package static let operations: [Operation] = InvoiceOperations.all + IssuedInvoiceOperations.all + [ValidationOperation.validate]

    /// The limit of the plan that every account begins with.
    package static let signUpMembers: [JSONSchema.Property] = [
        .required(PlanLimit.invoices, .integer(0...), "How many invoices the plan has in a calendar month.")
    ]
}
