/// A currency of ISO 4217.
public struct Currency: Sendable, Hashable {
    /// The alphabetic code, for example `USD`.
    public let code: String
    /// The number of digits after the decimal point that amounts have: 0 for JPY, 2 for USD, 3 for KWD, 4 for CLF.
    public let exponent: Int
    /// What is printed before an amount: `$`, `€`, or the code itself where no sign is unmistakable.
    public let symbol: String

    /// The US dollar, the default.
    public static let usd = Currency(known: "USD")

    /// The currency with this code, or `nil` when ISO 4217 lists none. Letter case does not matter.
    public init?(code: String) {
        // Before the letters are made large: ASCII is not all that becomes ASCII, such as the Turkish "ı".
        guard code.utf8.count == 3, code.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let code = code.uppercased()
        guard Self.codes.contains(code) else { return nil }
        self.init(known: code)
    }

    private init(known code: String) {
        self.code = code
        exponent = Self.exponents[code, default: 2]
        symbol = Self.symbols[code, default: code]
    }

    /// The codes in use: ISO 4217 list one, without funds, metals and testing codes.
    public static let codes = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS \
        INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
        MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK \
        SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS VED VES VND VUV WST \
        XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init)
    )

    private static let exponents: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0, "VND": 0,
        "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
        "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
        "CLF": 4, "UYW": 4,
    ]

    private static let symbols: [String: String] = [
        "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩", "ILS": "₪", "VND": "₫", "BRL": "R$",
        "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "MXN": "MX$", "HKD": "HK$", "TWD": "NT$", "PHP": "₱",
    ]
}
