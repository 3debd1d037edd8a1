extension LocaleTable {
    static let dutch = [
        LocaleTable(
            "nl",
            """
            invoice = Factuur
            credit_note = Creditfactuur
            corrected = Gecorrigeerde factuur
            prepayment = Voorschotfactuur
            self_billed = Factuur uitgereikt door afnemer
            receipt = Kwitantie
            quote = Offerte
            proforma = Pro-formafactuur
            demo = VOORBEELD
            from = Van
            bill_to = Factuur aan
            invoice_number = Factuurnummer
            document_number = Nummer
            date = Factuurdatum
            due_date = Vervaldatum
            valid_until = Geldig tot
            delivery_date = Leverdatum
            purchase_order = Bestelnummer
            buyer_reference = Uw referentie
            preceding_invoice = Oorspronkelijke factuur
            vat_id = Btw-nummer
            tax_id = Belastingnummer
            description = Omschrijving
            sku = Art.nr.
            period = Periode
            quantity = Aantal
            unit_price = Prijs per stuk
            line_discount = Korting
            tax_rate = Btw
            amount = Bedrag
            carried_forward = Transporteren
            brought_forward = Transport
            subtotal = Subtotaal
            discount = Korting
            discount_percent = Korting {percent}
            shipping = Verzendkosten
            net_total = Totaal excl. btw
            tax = Btw {rate}
            tax_on_basis = Btw {rate} over {basis}
            tax_included = Inclusief btw {rate}
            tax_included_on_basis = Inclusief btw {rate} over {basis}
            total = Totaal
            amount_paid = Reeds betaald
            rounding = Afronding
            amount_due = Te betalen
            tax_exempt = Vrijgesteld van btw
            reverse_charge = Btw verlegd
            intra_community = Intracommunautaire levering, vrijgesteld van btw
            export = Uitvoer, vrijgesteld van btw
            payment = Betaling
            iban = IBAN
            bic = BIC
            payment_reference = Betalingskenmerk
            scan_to_pay = Scan om te betalen
            notes = Opmerkingen
            terms = Voorwaarden
            page_of_count = Pagina {page} van {count}
            unit.C62 = stuk
            unit.HUR = uur
            unit.DAY = dag
            unit.WEE = week
            unit.MON = maand
            unit.ANN = jaar
            unit.LS = vast bedrag
            decimal = ,
            group = .
            money = {symbol}\u{A0}{amount}
            negative_money = {symbol}\u{A0}-{amount}
            symbols = USD US$, JPY JP¥, CAD C$, AUD AU$, THB ฿, PHP PHP
            months = januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "nl-BE",
            """
            credit_note = Creditnota
            tax_id = Ondernemingsnummer
            payment_reference = Mededeling
            """
        ),
    ]
}
