extension SwissSlip {
    /// The headings of the slip, which has four languages (Swiss Implementation Guidelines QR-bill 2.3, annex D).
    struct Headings {
        let paymentPart, receipt, account, reference, additional, payableBy, payableByBlank, currency, amount, acceptancePoint,
            separate: String

        /// Those of the language, English where the slip does not have it.
        static func of(_ tag: String) -> Headings {
            switch tag.prefix(while: { $0 != "-" }) {
            case "de": german
            case "fr": french
            case "it": italian
            default: english
            }
        }

        private static let german = Headings(
            paymentPart: "Zahlteil",
            receipt: "Empfangsschein",
            account: "Konto / Zahlbar an",
            reference: "Referenz",
            additional: "Zusätzliche Informationen",
            payableBy: "Zahlbar durch",
            payableByBlank: "Zahlbar durch (Name/Adresse)",
            currency: "Währung",
            amount: "Betrag",
            acceptancePoint: "Annahmestelle",
            separate: "Vor der Einzahlung abzutrennen"
        )

        private static let french = Headings(
            paymentPart: "Section paiement",
            receipt: "Récépissé",
            account: "Compte / Payable à",
            reference: "Référence",
            additional: "Informations supplémentaires",
            payableBy: "Payable par",
            payableByBlank: "Payable par (nom/adresse)",
            currency: "Monnaie",
            amount: "Montant",
            acceptancePoint: "Point de dépôt",
            separate: "A détacher avant le versement"
        )

        private static let italian = Headings(
            paymentPart: "Sezione pagamento",
            receipt: "Ricevuta",
            account: "Conto / Pagabile a",
            reference: "Riferimento",
            additional: "Informazioni supplementari",
            payableBy: "Pagabile da",
            payableByBlank: "Pagabile da (nome/indirizzo)",
            currency: "Valuta",
            amount: "Importo",
            acceptancePoint: "Punto di accettazione",
            separate: "Da staccare prima del versamento"
        )

        private static let english = Headings(
            paymentPart: "Payment part",
            receipt: "Receipt",
            account: "Account / Payable to",
            reference: "Reference",
            additional: "Additional information",
            payableBy: "Payable by",
            payableByBlank: "Payable by (name/address)",
            currency: "Currency",
            amount: "Amount",
            acceptancePoint: "Acceptance point",
            separate: "Separate before paying in"
        )
    }
}
