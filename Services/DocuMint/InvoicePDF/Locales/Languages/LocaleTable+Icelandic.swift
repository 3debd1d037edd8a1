extension LocaleTable {
    static let icelandic = [
        LocaleTable(
            "is",
            """
            invoice = Reikningur
            credit_note = Kreditreikningur
            corrected = Leiðréttur reikningur
            prepayment = Fyrirframgreiðslureikningur
            self_billed = Reikningur gefinn út af kaupanda
            receipt = Kvittun
            quote = Tilboð
            proforma = Proforma-reikningur
            demo = SÝNISHORN
            from = Seljandi
            bill_to = Kaupandi
            invoice_number = Reikningsnúmer
            document_number = Númer
            date = Útgáfudagur
            due_date = Eindagi
            valid_until = Gildir til
            delivery_date = Afhendingardagur
            purchase_order = Pöntunarnúmer
            buyer_reference = Tilvísun kaupanda
            preceding_invoice = Upphaflegur reikningur
            vat_id = VSK-númer
            tax_id = Kennitala
            description = Lýsing
            sku = Vörunr.
            period = Tímabil
            quantity = Magn
            unit_price = Einingarverð
            line_discount = Afsláttur
            tax_rate = VSK
            amount = Upphæð
            carried_forward = Flutt á næstu síðu
            brought_forward = Flutt af fyrri síðu
            subtotal = Millisamtala
            discount = Afsláttur
            discount_percent = Afsláttur {percent}
            shipping = Sendingarkostnaður
            net_total = Samtals án VSK
            tax = VSK {rate}
            tax_on_basis = VSK {rate} af {basis}
            tax_included = Þar af VSK {rate}
            tax_included_on_basis = Þar af VSK {rate} af {basis}
            total = Samtals
            amount_paid = Þegar greitt
            rounding = Sléttun
            amount_due = Til greiðslu
            tax_exempt = Undanþegið VSK
            reverse_charge = Öfug skattskylda: kaupandi greiðir VSK
            intra_community = Afhending innan ESB, undanþegin VSK
            export = Útflutningur, undanþeginn VSK
            payment = Greiðsla
            iban = IBAN
            bic = BIC
            payment_reference = Tilvísun
            scan_to_pay = Skannið til að greiða
            notes = Athugasemdir
            terms = Skilmálar
            page_of_count = Síða {page} af {count}
            unit.C62 = stk.
            unit.HUR = klst.
            unit.DAY = dagur
            unit.WEE = vika
            unit.MON = mánuður
            unit.ANN = ár
            unit.LS = fast verð
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            symbols = USD USD, EUR EUR, GBP GBP, JPY JP¥, INR INR, KRW KRW, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, TWD TWD, ISK kr., PHP PHP
            months = janúar, febrúar, mars, apríl, maí, júní, júlí, ágúst, september, október, nóvember, desember
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
