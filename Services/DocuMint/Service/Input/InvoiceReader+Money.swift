import HTTPCore
import InvoicePDF

extension InvoiceReader {
    /// What is beside the items and is counted.
    func readMoney(into invoice: inout InvoiceRequest) {
        invoice.taxCategory = reader.choice("tax_category")
        invoice.taxExemptionReason = reader.string("tax_exemption_reason", length: 0...1_000, default: "")
        invoice.pricesIncludeTax = reader.boolean("prices_include_tax", default: false)
        invoice.discount = adjustment("discount", in: reader)
        invoice.shipping = decimal("shipping", in: reader)
        invoice.taxRounding = reader.choice("rounding", default: .perRate)
        invoice.cashRounding = decimal("cash_rounding", in: reader)
        invoice.amountPaid = decimal("amount_paid", in: reader)
        if let payment = reader.object("payment") {
            invoice.payment = PaymentDetails(
                code: payment.choice("qr", default: .none),
                reference: payment.string("reference", length: 0...200, default: ""),
                message: payment.string("message", length: 0...1_000, default: ""),
                upiID: payment.string("upi_id", length: 0...200, default: "")
            )
        }
    }

    func item(_ reader: ObjectReader) -> InvoiceItem {
        var item = InvoiceItem(
            description: reader.string("description", length: 0...10_000, default: ""),
            quantity: decimal("quantity", in: reader) ?? .one,
            unitPrice: decimal("unit_price", required: true, in: reader) ?? .zero,
            taxRate: rate("tax_rate", in: reader)
        )
        item.unit = reader.string("unit", length: 0...100, default: "")
        item.sku = reader.string("sku", length: 0...200, default: "")
        item.taxCategory = reader.choice("tax_category")
        item.discount = adjustment("discount", in: reader)
        item.period = reader.object("period").map { InvoicePeriod(start: $0.day("start"), end: $0.day("end")) }
        return item
    }

    /// An amount, alone or as an object, or a percentage.
    private func adjustment(_ name: String, in reader: ObjectReader) -> Adjustment? {
        guard case .object? = reader.value(name), let parts = reader.object(name) else {
            return decimal(name, in: reader).map { Adjustment(.amount($0)) }
        }
        let amount = decimal("amount", in: parts)
        let percent = decimal("percent", in: parts)
        if let percent, percent.isNegative || percent > 100 { parts.fault("percent", .outOfRange, "must be from 0 to 100") }
        let reason = parts.string("reason", length: 0...1_000, default: "")
        // The engine knows a discount as one value.
        origins[parts.path.text] = parts.path.member(percent == nil ? "amount" : "percent")
        switch (amount, percent) {
        case (let amount?, nil): return Adjustment(.amount(amount), reason: reason)
        case (nil, let percent?): return Adjustment(.percent(percent), reason: reason)
        case (_?, _?): parts.fault("percent", .notAllowed, "must not be there beside \"amount\"")
        case (nil, nil):
            // A number that is wrong is reported already.
            if [parts.value("amount"), parts.value("percent")].allSatisfy({ $0 == nil || $0 == .null }) {
                parts.fault("amount", .required, "is required, or \"percent\" in its place")
            }
        }
        return nil
    }

    // MARK: Numbers

    /// The code of ``unfit`` numbers.
    static let outOfRange = InvoiceFault(path: "$", kind: .numberOutOfRange).code

    /// A number with its exact digits, written as a number or as a text.
    func decimal(_ name: String, required: Bool = false, in reader: ObjectReader) -> DecimalNumber? {
        let number = exactNumber(name, required: required, in: reader)
        let largest = DecimalNumber(InvoiceInput.largestNumber)
        if let number, number < -largest || number > largest {
            reader.fault(name, .outOfRange, "must be from -\(largest) to \(largest)")
        }
        return number
    }

    func rate(_ name: String, in reader: ObjectReader) -> DecimalNumber? {
        let rate = exactNumber(name, in: reader)
        if let rate, rate.isNegative || rate > .one {
            reader.fault(name, .outOfRange, "must be a fraction from 0 to 1: 0.08 means 8 %")
        }
        return rate
    }

    private func exactNumber(_ name: String, required: Bool = false, in reader: ObjectReader) -> DecimalNumber? {
        guard let number = reader.number(name, required: required, acceptsText: true) else { return nil }
        do {
            return try DecimalNumber(parsing: number.text)
        } catch {
            let fault = InvoiceFault(path: reader.path.member(name).text, kind: .numberOutOfRange)
            unfit.append(InputFault(path: reader.path.member(name), code: Self.outOfRange, message: fault.message))
            return nil
        }
    }
}
