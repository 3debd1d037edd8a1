extension LocaleTable {
    static let greek = [
        LocaleTable(
            "el",
            """
            invoice = Τιμολόγιο
            credit_note = Πιστωτικό τιμολόγιο
            corrected = Διορθωμένο τιμολόγιο
            prepayment = Τιμολόγιο προκαταβολής
            self_billed = Τιμολόγιο (Αυτοτιμολόγηση)
            receipt = Απόδειξη
            quote = Προσφορά
            proforma = Προτιμολόγιο
            demo = ΔΕΙΓΜΑ
            from = Από
            bill_to = Προς
            invoice_number = Αριθμός τιμολογίου
            document_number = Αριθμός
            date = Ημερομηνία έκδοσης
            due_date = Ημερομηνία λήξης
            valid_until = Ισχύει έως
            delivery_date = Ημερομηνία παράδοσης
            purchase_order = Αριθμός παραγγελίας
            buyer_reference = Η αναφορά σας
            preceding_invoice = Αρχικό τιμολόγιο
            vat_id = ΑΦΜ/ΦΠΑ
            tax_id = ΑΦΜ
            description = Περιγραφή
            sku = Κωδικός
            period = Περίοδος
            quantity = Ποσ.
            unit_price = Τιμή μονάδας
            line_discount = Έκπτωση
            tax_rate = ΦΠΑ
            amount = Ποσό
            carried_forward = Σε μεταφορά
            brought_forward = Εκ μεταφοράς
            subtotal = Μερικό σύνολο
            discount = Έκπτωση
            discount_percent = Έκπτωση {percent}
            shipping = Μεταφορικά
            net_total = Καθαρή αξία
            tax = ΦΠΑ {rate}
            tax_on_basis = ΦΠΑ {rate} επί {basis}
            tax_included = Περιλαμβάνεται ΦΠΑ {rate}
            tax_included_on_basis = Περιλαμβάνεται ΦΠΑ {rate} επί {basis}
            total = Σύνολο
            amount_paid = Πληρωμένο ποσό
            rounding = Στρογγυλοποίηση
            amount_due = Πληρωτέο ποσό
            tax_exempt = Απαλλαγή από ΦΠΑ
            reverse_charge = Αντίστροφη επιβάρυνση
            intra_community = Ενδοκοινοτική παράδοση απαλλασσόμενη από ΦΠΑ
            export = Εξαγωγή απαλλασσόμενη από ΦΠΑ
            payment = Πληρωμή
            iban = IBAN
            bic = BIC
            payment_reference = Αιτιολογία
            scan_to_pay = Σαρώστε για πληρωμή
            notes = Σημειώσεις
            terms = Όροι
            page_of_count = Σελίδα {page} από {count}
            unit.C62 = τεμ.
            unit.HUR = ώρα
            unit.DAY = ημέρα
            unit.WEE = εβδομάδα
            unit.MON = μήνας
            unit.ANN = έτος
            unit.LS = κατ’ αποκοπή
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            symbols = JPY JP¥, THB ฿, PHP PHP
            months = Ιανουαρίου, Φεβρουαρίου, Μαρτίου, Απριλίου, Μαΐου, Ιουνίου, Ιουλίου, Αυγούστου, Σεπτεμβρίου, Οκτωβρίου, Νοεμβρίου, Δεκεμβρίου
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
