extension LocaleTable {
    static let danish = [
        LocaleTable(
            "da",
            """
            invoice = Faktura
            credit_note = Kreditnota
            corrected = Rettet faktura
            prepayment = Forudbetalingsfaktura
            self_billed = Faktura (Selvfakturering)
            receipt = Kvittering
            quote = Tilbud
            proforma = Proformafaktura
            demo = EKSEMPEL
            from = Fra
            bill_to = Faktureres til
            invoice_number = Fakturanummer
            document_number = Nummer
            date = Fakturadato
            due_date = Forfaldsdato
            valid_until = Gyldig til
            delivery_date = Leveringsdato
            purchase_order = Ordrenummer
            buyer_reference = Deres reference
            preceding_invoice = Oprindelig faktura
            vat_id = Momsnr.
            tax_id = Skattenr.
            description = Beskrivelse
            sku = Varenr.
            period = Periode
            quantity = Antal
            unit_price = Enhedspris
            line_discount = Rabat
            tax_rate = Moms
            amount = Beløb
            carried_forward = Overføres
            brought_forward = Overført
            subtotal = Subtotal
            discount = Rabat
            discount_percent = Rabat {percent}
            shipping = Fragt
            net_total = I alt ekskl. moms
            tax = Moms {rate}
            tax_on_basis = Moms {rate} af {basis}
            tax_included = Heraf moms {rate}
            tax_included_on_basis = Heraf moms {rate} af {basis}
            total = I alt
            amount_paid = Allerede betalt
            rounding = Afrunding
            amount_due = At betale
            tax_exempt = Momsfritaget
            reverse_charge = Omvendt betalingspligt
            intra_community = Momsfri levering inden for EU
            export = Momsfri eksport
            payment = Betaling
            iban = IBAN
            bic = BIC
            payment_reference = Betalingsreference
            scan_to_pay = Scan for at betale
            notes = Bemærkninger
            terms = Betingelser
            page_of_count = Side {page} af {count}
            unit.C62 = stk.
            unit.HUR = time
            unit.DAY = dag
            unit.WEE = uge
            unit.MON = måned
            unit.ANN = år
            unit.LS = fast pris
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, JPY JP¥, CAD CAD, AUD AU$, DKK kr., THB ฿, PHP PHP
            months = januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
