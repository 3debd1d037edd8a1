/// Where a request says what a business term says.
enum RequestPath {
    /// The JSON path for a term; the nearest thing for terms that are computed.
    static func path(of term: String, at place: EInvoiceRule.Place, in request: InvoiceRequest) -> String {
        switch place {
        case .line(let index):
            let path = "$.items[\(index)]"
            let name = ofItem[term, default: ""]
            if inherits(name, from: request, item: index) { return "$.\(name)" }
            return name.isEmpty ? path : "\(path).\(name)"
        case .document, .subtotal, .allowance, .charge:
            return ofRequest[term, default: "$"]
        }
    }

    /// Whether the item takes the value from the invoice, where it is to be corrected.
    private static func inherits(_ name: String, from request: InvoiceRequest, item index: Int) -> Bool {
        guard request.items.indices.contains(index) else { return false }
        return switch name {
        case "tax_category": request.items[index].taxCategory == nil && request.taxCategory != nil
        case "tax_rate": request.items[index].taxRate == nil && request.taxRate != nil
        default: false
        }
    }

    private static let ofRequest = [
        "BT-1": "$.invoice_number", "BT-2": "$.date", "BT-3": "$.type", "BT-5": "$.currency", "BT-9": "$.due_date",
        "BT-10": "$.buyer_reference", "BT-13": "$.purchase_order", "BT-20": "$.terms", "BT-22": "$.notes", "BT-24": "$.profile",
        "BT-25": "$.preceding_invoice",
        "BT-27": "$.from.name", "BT-31": "$.from.vat_id", "BT-32": "$.from.tax_id", "BT-34": "$.from.email",
        "BG-5": "$.from.address", "BT-35": "$.from.address", "BT-37": "$.from.city", "BT-38": "$.from.postal_code",
        "BT-40": "$.from.country", "BG-6": "$.from.phone", "BT-41": "$.from.name", "BT-42": "$.from.phone", "BT-43": "$.from.email",
        "BT-44": "$.to.name", "BT-48": "$.to.vat_id", "BT-49": "$.to.email", "BG-8": "$.to.address", "BT-50": "$.to.address",
        "BT-52": "$.to.city", "BT-53": "$.to.postal_code", "BT-55": "$.to.country",
        "BT-72": "$.delivery_date", "BT-77": "$.to.city", "BT-78": "$.to.postal_code", "BT-80": "$.to.country",
        "BG-16": "$.from.iban", "BG-17": "$.from.iban", "BT-81": "$.from.iban", "BT-83": "$.payment.reference", "BT-84": "$.from.iban",
        "BT-86": "$.from.bic",
        "BT-92": "$.discount", "BT-95": "$.tax_category", "BT-96": "$.tax_rate", "BT-97": "$.discount.reason",
        "BT-99": "$.shipping", "BT-102": "$.tax_category", "BT-103": "$.tax_rate", "BT-104": "$.shipping",
        "BT-106": "$.currency", "BT-107": "$.currency", "BT-108": "$.currency", "BT-109": "$.currency", "BT-110": "$.currency",
        "BT-112": "$.currency", "BT-113": "$.amount_paid", "BT-114": "$.cash_rounding", "BT-115": "$.cash_rounding",
        "BT-116": "$.currency", "BT-117": "$.currency", "BT-118": "$.tax_category", "BT-119": "$.tax_rate",
        "BT-120": "$.tax_exemption_reason", "BG-25": "$.items",
    ]

    private static let ofItem = [
        "BT-129": "quantity", "BT-130": "unit", "BT-134": "period", "BT-135": "period", "BT-136": "discount", "BT-139": "discount.reason",
        "BT-146": "unit_price", "BT-151": "tax_category", "BT-152": "tax_rate", "BT-153": "description", "BT-155": "sku",
    ]
}
