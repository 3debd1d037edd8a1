/// One thing wrong with one value of a request.
public struct InvoiceFault: Sendable, Hashable {
    /// What kind of fault; the raw value is a stable code for programs.
    public enum Kind: String, Sendable, Hashable {
        /// There are no items.
        case itemsRequired = "items_required"
        /// There are more than ``InvoiceRequest/maximumItems`` items.
        case tooManyItems = "too_many_items"
        /// The number, or an amount that follows from it, does not fit.
        case numberOutOfRange = "number_out_of_range"
        /// A tax rate below 0 or above 1.
        case taxRateNotAFraction = "tax_rate_not_a_fraction"
        /// A tax category that has tax, without a rate above 0.
        case taxRateRequired = "tax_rate_required"
        /// A rate of a tax category that has none.
        case taxRateNotAllowed = "tax_rate_not_allowed"
        /// A percentage below 0 or above 100.
        case percentOutOfRange = "percent_out_of_range"
        /// A discount below zero.
        case discountNegative = "discount_negative"
        /// A discount of more than what it is taken off.
        case discountTooLarge = "discount_too_large"
        /// Shipping or a payment below zero on a document that is not about money to be given back.
        case amountNegative = "amount_negative"
        /// A cash rounding to what is no plausible coin.
        case cashRoundingInvalid = "cash_rounding_invalid"
        /// A period that ends before it starts.
        case periodReversed = "period_reversed"
        /// There are more than ``InvoiceRequest/maximumCustomFields`` custom fields.
        case tooManyCustomFields = "too_many_custom_fields"
        /// A text of more than ``InvoiceRequest/maximumTextLength`` bytes.
        case textTooLong = "text_too_long"
        /// A currency symbol of more than ``InvoiceRequest/maximumSymbolLength`` characters.
        case symbolTooLong = "symbol_too_long"
        /// Not an IBAN.
        case ibanInvalid = "iban_invalid"
        /// An account that a Swiss QR-bill cannot name.
        case ibanNotSwiss = "iban_not_swiss"
        /// Not a BIC (ISO 9362).
        case bicInvalid = "bic_invalid"
        /// A payment reference whose check digits are wrong, or of a kind that the code has no room for.
        case referenceInvalid = "reference_invalid"
        /// A QR-IBAN without a QR reference, or the other way round.
        case qrReferenceInvalid = "qr_reference_invalid"
        /// Not a virtual payment address.
        case upiIDInvalid = "upi_id_invalid"
        /// A country that is no code of two letters.
        case countryNotACode = "country_not_a_code"
        /// Empty, but the payment code needs it.
        case requiredForPaymentCode = "required_for_payment_code"
        /// Longer than the payment code has room for.
        case tooLongForPaymentCode = "too_long_for_payment_code"
        /// The Swiss QR-bill on paper that is not A4.
        case paperNotA4 = "paper_not_a4"
        /// A character that the payment code does not allow.
        case characterNotInPaymentCode = "character_not_in_payment_code"
        /// A currency that the payment code cannot name.
        case currencyNotOfPaymentCode = "currency_not_of_payment_code"
        /// An amount due that the payment code cannot ask for.
        case amountNotPayable = "amount_not_payable"
    }

    /// The JSON path of the value, for example `$.items[0].quantity`.
    public let path: String
    /// What is wrong with it.
    public let kind: Kind

    /// A fault of the value at `path`.
    public init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// One sentence that a person can act on.
    public var message: String {
        switch kind {
        case .itemsRequired: "items is required and must be a non-empty array"
        case .tooManyItems: "an invoice has at most \(InvoiceRequest.maximumItems) items"
        case .numberOutOfRange: "the number, or an amount computed from it, is too large or has too many digits"
        case .taxRateNotAFraction: "a tax rate is a fraction from 0 to 1: 0.08 means 8 %"
        case .taxRateRequired: "the tax category S needs a tax rate above 0"
        case .taxRateNotAllowed: "this tax category has no tax: the rate is to be left out"
        case .percentOutOfRange: "a percentage is a number from 0 to 100"
        case .discountNegative: "a discount is taken off, so that it is not below 0"
        case .discountTooLarge: "a discount is at most what it is taken off"
        case .amountNegative: "the amount is below 0, which it may be only where the sum that it belongs to is below 0 as well"
        case .cashRoundingInvalid: "cash rounding is to a multiple of the smallest unit of the currency, above 0 and at most 10000"
        case .periodReversed: "a period ends on the day on which it starts, or later"
        case .tooManyCustomFields: "an invoice has at most \(InvoiceRequest.maximumCustomFields) custom fields"
        case .textTooLong: "a text has at most \(InvoiceRequest.maximumTextLength) bytes"
        case .symbolTooLong: "a currency symbol has at most \(InvoiceRequest.maximumSymbolLength) characters"
        case .ibanInvalid: "this is no IBAN: its check digits do not fit the rest, or it is cut off"
        case .ibanNotSwiss: "a Swiss QR-bill needs an account whose IBAN begins with CH or LI and has 21 characters"
        case .bicInvalid: "a BIC has 8 or 11 letters and digits, the fifth and sixth of them letters"
        case .referenceInvalid:
            "the reference must be one of ISO 11649 (RF…) with right check digits, or text where the code takes text"
        case .qrReferenceInvalid:
            "a QR-IBAN (digits 5 to 9 from 30000 to 31999) needs a QR reference of 27 digits with a right check digit; other IBANs take none"
        case .upiIDInvalid: "a UPI ID has the form name@bank"
        case .countryNotACode: "the payment code needs the country as a code of two letters (ISO 3166-1), such as CH"
        case .requiredForPaymentCode: "the payment code needs this value"
        case .tooLongForPaymentCode: "this is longer than the payment code has room for"
        case .paperNotA4: "the payment part of the Swiss QR-bill is a part of an A4 page"
        case .characterNotInPaymentCode: "the payment code does not allow one of these characters"
        case .currencyNotOfPaymentCode: "the payment code is not for this currency: epc is for EUR, swiss for CHF and EUR, upi for INR"
        case .amountNotPayable:
            "the payment code asks for 0.01 to 999999999.99; the amount due is outside of that: leave the code out"
        }
    }
}
