extension LocaleTable {
    static let german = [
        LocaleTable(
            "de",
            """
            invoice = Rechnung
            credit_note = Rechnungskorrektur
            corrected = Berichtigte Rechnung
            prepayment = Anzahlungsrechnung
            self_billed = Gutschrift
            receipt = Quittung
            quote = Angebot
            proforma = Proforma-Rechnung
            demo = MUSTER
            from = Von
            bill_to = Rechnung an
            invoice_number = Rechnungsnummer
            document_number = Nummer
            date = Rechnungsdatum
            due_date = Fällig am
            valid_until = Gültig bis
            delivery_date = Leistungsdatum
            purchase_order = Bestellnummer
            buyer_reference = Ihre Referenz
            preceding_invoice = Ursprüngliche Rechnung
            vat_id = USt-IdNr.
            tax_id = Steuernummer
            description = Beschreibung
            sku = Art.-Nr.
            period = Zeitraum
            quantity = Menge
            unit_price = Einzelpreis
            line_discount = Rabatt
            tax_rate = USt.
            amount = Betrag
            carried_forward = Übertrag
            brought_forward = Übertrag
            subtotal = Zwischensumme
            discount = Rabatt
            discount_percent = Rabatt {percent}
            shipping = Versand
            net_total = Nettobetrag
            tax = USt. {rate}
            tax_on_basis = USt. {rate} auf {basis}
            tax_included = Enthält USt. {rate}
            tax_included_on_basis = Enthält USt. {rate} auf {basis}
            total = Gesamtbetrag
            amount_paid = Bereits bezahlt
            rounding = Rundung
            amount_due = Zahlbetrag
            tax_exempt = Steuerfrei
            reverse_charge = Steuerschuldnerschaft des Leistungsempfängers
            intra_community = Steuerfreie innergemeinschaftliche Lieferung
            export = Steuerfreie Ausfuhrlieferung
            payment = Zahlung
            iban = IBAN
            bic = BIC
            payment_reference = Verwendungszweck
            scan_to_pay = Zum Bezahlen scannen
            notes = Anmerkungen
            terms = Zahlungsbedingungen
            page_of_count = Seite {page} von {count}
            unit.C62 = Stück
            unit.HUR = Std.
            unit.DAY = Tag
            unit.WEE = Woche
            unit.MON = Monat
            unit.ANN = Jahr
            unit.LS = pauschal
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = AUD AU$, THB ฿, PHP PHP
            months = Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
            date_pattern = {day}. {month} {year}
            """
        ),
        LocaleTable(
            "de-AT",
            """
            vat_id = UID-Nr.
            money = {symbol}\u{A0}{amount}
            months = Jänner, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
            """
        ),
        LocaleTable(
            "de-CH",
            """
            credit_note = Gutschrift
            self_billed = Gutschrift (vom Leistungsempfänger ausgestellt)
            quote = Offerte
            due_date = Zahlbar bis
            vat_id = MWST-Nr.
            tax_id = UID
            tax_rate = MWST
            tax = MWST {rate}
            tax_on_basis = MWST {rate} auf {basis}
            tax_included = Enthält MWST {rate}
            tax_included_on_basis = Enthält MWST {rate} auf {basis}
            decimal = .
            group = ’
            money = {symbol}\u{A0}{amount}
            negative_money = {symbol}-{amount}
            percent = {number}%
            symbols = EUR EUR
            """
        ),
    ]
}
