extension LocaleTable {
    static let norwegian = [
        LocaleTable(
            "nb",
            """
            invoice = Faktura
            credit_note = Kreditnota
            corrected = Korrigert faktura
            prepayment = Forskuddsfaktura
            self_billed = Faktura utstedt av kjøper
            receipt = Kvittering
            quote = Tilbud
            proforma = Proformafaktura
            demo = EKSEMPEL
            from = Fra
            bill_to = Faktureres til
            invoice_number = Fakturanummer
            document_number = Nummer
            date = Fakturadato
            due_date = Forfallsdato
            valid_until = Gyldig til
            delivery_date = Leveringsdato
            purchase_order = Ordrenummer
            buyer_reference = Deres referanse
            preceding_invoice = Opprinnelig faktura
            vat_id = MVA-nr.
            tax_id = Org.nr.
            description = Beskrivelse
            sku = Varenr.
            period = Periode
            quantity = Antall
            unit_price = Enhetspris
            line_discount = Rabatt
            tax_rate = MVA
            amount = Beløp
            carried_forward = Overføres
            brought_forward = Overført
            subtotal = Delsum
            discount = Rabatt
            discount_percent = Rabatt {percent}
            shipping = Frakt
            net_total = Sum ekskl. MVA
            tax = MVA {rate}
            tax_on_basis = MVA {rate} av {basis}
            tax_included = Herav MVA {rate}
            tax_included_on_basis = Herav MVA {rate} av {basis}
            total = Totalt
            amount_paid = Allerede betalt
            rounding = Avrunding
            amount_due = Å betale
            tax_exempt = Unntatt fra MVA
            reverse_charge = Omvendt avgiftsplikt
            intra_community = Avgiftsfri levering innen EU
            export = Avgiftsfri eksport
            payment = Betaling
            iban = IBAN
            bic = BIC
            payment_reference = Betalingsreferanse
            scan_to_pay = Skann for å betale
            notes = Merknader
            terms = Betingelser
            page_of_count = Side {page} av {count}
            unit.C62 = stk.
            unit.HUR = time
            unit.DAY = dag
            unit.WEE = uke
            unit.MON = måned
            unit.ANN = år
            unit.LS = fast pris
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, NOK kr, PHP PHP
            months = januar, februar, mars, april, mai, juni, juli, august, september, oktober, november, desember
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
