/// An invoice as EN 16931-1 models it: business terms (BT) and groups of them (BG), as they stand in the file.
///
/// It says what an XML file says, right or wrong: what a rule wants may be missing. Texts are empty and lists are empty where the file has
/// nothing; numbers and days are `nil`.
struct EInvoice: Sendable, Hashable {
    /// BT-24, the identifier of the specification.
    var specification = ""
    /// BT-23.
    var businessProcess = ""
    /// BT-1.
    var number = ""
    /// BT-2.
    var issueDate: InvoiceDate?
    /// BT-3, a code of UNTDID 1001.
    var typeCode = ""
    /// BT-5, a code of ISO 4217.
    var currency = ""
    /// BT-6.
    var taxCurrency = ""
    /// BT-7.
    var taxPointDate: InvoiceDate?
    /// BT-8, a code of UNTDID 2475.
    var taxPointCode = ""
    /// BT-9.
    var dueDate: InvoiceDate?
    /// BT-10.
    var buyerReference = ""
    /// BT-11.
    var projectReference = ""
    /// BT-12.
    var contractReference = ""
    /// BT-13.
    var purchaseOrderReference = ""
    /// BT-14.
    var salesOrderReference = ""
    /// BT-15.
    var receivingAdviceReference = ""
    /// BT-16.
    var despatchAdviceReference = ""
    /// BT-19.
    var buyerAccountingReference = ""
    /// BT-20.
    var paymentTerms = ""
    /// BG-1.
    var notes: [Note] = []
    /// BG-3.
    var precedingInvoices: [PrecedingInvoice] = []
    /// BG-4.
    var seller = Party()
    /// BG-7.
    var buyer = Party()
    /// BG-10.
    var payee: Party?
    /// BG-11.
    var taxRepresentative: Party?
    /// BG-13.
    var delivery: Delivery?
    /// BG-14.
    var period: InvoicePeriod?
    /// BG-16.
    var payment: PaymentInstructions?
    /// BG-20.
    var allowances: [AllowanceCharge] = []
    /// BG-21.
    var charges: [AllowanceCharge] = []
    /// BG-22.
    var totals = Totals()
    /// BG-23.
    var taxBreakdown: [TaxSubtotal] = []
    /// BG-25.
    var lines: [Line] = []

    /// BG-1.
    struct Note: Sendable, Hashable {
        /// BT-21, a code of UNTDID 4451.
        var subject = ""
        /// BT-22.
        var text = ""
    }

    /// BG-3.
    struct PrecedingInvoice: Sendable, Hashable {
        /// BT-25.
        var number = ""
        /// BT-26.
        var date: InvoiceDate?
    }

    /// An identifier and the scheme that it is of (`0088`, `EM`, …), which may be empty.
    struct Identifier: Sendable, Hashable {
        var value = ""
        var scheme = ""
    }

    /// BG-4, BG-7, BG-10 or BG-11.
    struct Party: Sendable, Hashable {
        /// BT-27, BT-44, BT-59, BT-62.
        var name = ""
        /// BT-28, BT-45.
        var tradingName = ""
        /// BT-29, BT-46, BT-60.
        var identifiers: [Identifier] = []
        /// BT-30, BT-47, BT-61.
        var legalRegistration = Identifier()
        /// BT-33.
        var legalInformation = ""
        /// BT-31, BT-48, BT-63.
        var vatID = ""
        /// BT-32.
        var taxRegistration = ""
        /// BT-34, BT-49.
        var electronicAddress = Identifier()
        /// BG-5, BG-8, BG-12.
        var address: Address?
        /// BG-6, BG-9.
        var contact: Contact?
    }

    /// BG-5, BG-8, BG-12, BG-15.
    struct Address: Sendable, Hashable {
        /// BT-35, BT-50, BT-64, BT-75.
        var line1 = ""
        /// BT-36, BT-51, BT-65, BT-76.
        var line2 = ""
        /// BT-162, BT-163, BT-164, BT-165.
        var line3 = ""
        /// BT-37, BT-52, BT-66, BT-77.
        var city = ""
        /// BT-38, BT-53, BT-67, BT-78.
        var postCode = ""
        /// BT-39, BT-54, BT-68, BT-79.
        var subdivision = ""
        /// BT-40, BT-55, BT-69, BT-80: a code of ISO 3166-1.
        var country = ""
    }

    /// BG-6, BG-9.
    struct Contact: Sendable, Hashable {
        /// BT-41, BT-56.
        var name = ""
        /// BT-42, BT-57.
        var telephone = ""
        /// BT-43, BT-58.
        var email = ""
    }

    /// BG-13.
    struct Delivery: Sendable, Hashable {
        /// BT-70.
        var name = ""
        /// BT-71.
        var location = Identifier()
        /// BT-72.
        var date: InvoiceDate?
        /// BG-15.
        var address: Address?
    }

    /// BG-16.
    struct PaymentInstructions: Sendable, Hashable {
        /// BT-81, a code of UNTDID 4461.
        var meansCode = ""
        /// BT-82.
        var meansText = ""
        /// BT-83.
        var remittance = ""
        /// BG-17.
        var transfers: [CreditTransfer] = []
        /// BT-87.
        var cardNumber = ""
        /// BT-89.
        var mandate = ""
        /// BT-90.
        var creditorID = ""
        /// BT-91.
        var debitedAccount = ""
    }

    /// BG-17.
    struct CreditTransfer: Sendable, Hashable {
        /// BT-84.
        var account = ""
        /// BT-85.
        var accountName = ""
        /// BT-86.
        var bic = ""
    }

    /// BG-20, BG-21, BG-27, BG-28.
    struct AllowanceCharge: Sendable, Hashable {
        /// BT-92, BT-99, BT-136, BT-141.
        var amount: DecimalNumber?
        /// BT-93, BT-100, BT-137, BT-142.
        var base: DecimalNumber?
        /// BT-94, BT-101, BT-138, BT-143: in percent.
        var percent: DecimalNumber?
        /// BT-95, BT-102; empty on lines.
        var category = ""
        /// BT-96, BT-103: in percent.
        var rate: DecimalNumber?
        /// BT-97, BT-104, BT-139, BT-144.
        var reason = ""
        /// BT-98, BT-105, BT-140, BT-145.
        var reasonCode = ""
    }

    /// BG-22.
    struct Totals: Sendable, Hashable {
        /// BT-106.
        var lines: DecimalNumber?
        /// BT-107.
        var allowances: DecimalNumber?
        /// BT-108.
        var charges: DecimalNumber?
        /// BT-109.
        var net: DecimalNumber?
        /// BT-110.
        var tax: DecimalNumber?
        /// BT-111.
        var taxInTaxCurrency: DecimalNumber?
        /// BT-112.
        var gross: DecimalNumber?
        /// BT-113.
        var paid: DecimalNumber?
        /// BT-114.
        var rounding: DecimalNumber?
        /// BT-115.
        var due: DecimalNumber?
    }

    /// BG-23.
    struct TaxSubtotal: Sendable, Hashable {
        /// BT-116.
        var basis: DecimalNumber?
        /// BT-117.
        var tax: DecimalNumber?
        /// BT-118, a code of UNTDID 5305.
        var category = ""
        /// BT-119: in percent.
        var rate: DecimalNumber?
        /// BT-120.
        var exemptionReason = ""
        /// BT-121, a code of the VATEX list.
        var exemptionCode = ""
    }

    /// BG-25.
    struct Line: Sendable, Hashable {
        /// BT-126.
        var id = ""
        /// BT-127.
        var note = ""
        /// BT-129.
        var quantity: DecimalNumber?
        /// BT-130, a code of UN/ECE Recommendation 20 or 21.
        var unit = ""
        /// BT-131.
        var net: DecimalNumber?
        /// BT-132.
        var orderLineReference = ""
        /// BT-133.
        var accountingReference = ""
        /// BG-26.
        var period: InvoicePeriod?
        /// BG-27.
        var allowances: [AllowanceCharge] = []
        /// BG-28.
        var charges: [AllowanceCharge] = []
        /// BT-146.
        var netPrice: DecimalNumber?
        /// BT-147.
        var priceDiscount: DecimalNumber?
        /// BT-148.
        var grossPrice: DecimalNumber?
        /// BT-149.
        var priceBaseQuantity: DecimalNumber?
        /// BT-150.
        var priceBaseUnit = ""
        /// BT-151.
        var category = ""
        /// BT-152: in percent.
        var rate: DecimalNumber?
        /// BT-153.
        var name = ""
        /// BT-154.
        var description = ""
        /// BT-155.
        var sellerArticle = ""
        /// BT-156.
        var buyerArticle = ""
        /// BT-157.
        var standardArticle = Identifier()
    }
}
