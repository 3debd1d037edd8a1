extension LocaleTable {
    static let swedish = [
        LocaleTable(
            "sv",
            """
            invoice = Faktura
            credit_note = Kreditfaktura
            corrected = Rättad faktura
            prepayment = Förskottsfaktura
            self_billed = Faktura (Självfakturering)
            receipt = Kvitto
            quote = Offert
            proforma = Proformafaktura
            demo = EXEMPEL
            from = Från
            bill_to = Faktureras till
            invoice_number = Fakturanummer
            document_number = Nummer
            date = Fakturadatum
            due_date = Förfallodatum
            valid_until = Giltig till
            delivery_date = Leveransdatum
            purchase_order = Ordernummer
            buyer_reference = Er referens
            preceding_invoice = Ursprunglig faktura
            vat_id = Momsreg.nr
            tax_id = Skattenummer
            description = Beskrivning
            sku = Art.nr
            period = Period
            quantity = Antal
            unit_price = À-pris
            line_discount = Rabatt
            tax_rate = Moms
            amount = Belopp
            carried_forward = Att överföra
            brought_forward = Överfört
            subtotal = Delsumma
            discount = Rabatt
            discount_percent = Rabatt {percent}
            shipping = Frakt
            net_total = Summa exkl. moms
            tax = Moms {rate}
            tax_on_basis = Moms {rate} på {basis}
            tax_included = Varav moms {rate}
            tax_included_on_basis = Varav moms {rate} på {basis}
            total = Totalt
            amount_paid = Redan betalt
            rounding = Öresavrundning
            amount_due = Att betala
            tax_exempt = Undantaget från moms
            reverse_charge = Omvänd betalningsskyldighet
            intra_community = Momsfri unionsintern leverans
            export = Momsfri export
            payment = Betalning
            iban = IBAN
            bic = BIC
            payment_reference = Betalningsreferens
            scan_to_pay = Skanna för att betala
            notes = Anmärkningar
            terms = Villkor
            page_of_count = Sida {page} av {count}
            unit.C62 = st
            unit.HUR = tim
            unit.DAY = dag
            unit.WEE = vecka
            unit.MON = månad
            unit.ANN = år
            unit.LS = fast pris
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD US$, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, VND VND, BRL BR$, AUD AUD, NZD NZD, HKD HKD, TWD TWD, SEK kr, NOK Nkr, DKK Dkr, ISK Ikr, EGP EG£, PHP PHP
            months = januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
