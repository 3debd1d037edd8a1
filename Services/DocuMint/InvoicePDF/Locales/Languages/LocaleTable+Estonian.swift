extension LocaleTable {
    static let estonian = [
        LocaleTable(
            "et",
            """
            invoice = Arve
            credit_note = Kreeditarve
            corrected = Parandatud arve
            prepayment = Ettemaksuarve
            self_billed = Arve (Endale arve koostamine)
            receipt = Kviitung
            quote = Pakkumine
            proforma = Proforma-arve
            demo = NÄIDIS
            from = Müüja
            bill_to = Ostja
            invoice_number = Arve number
            document_number = Number
            date = Arve kuupäev
            due_date = Maksetähtpäev
            valid_until = Kehtib kuni
            delivery_date = Tarnekuupäev
            purchase_order = Tellimuse number
            buyer_reference = Teie viide
            preceding_invoice = Algne arve
            vat_id = KMKR nr
            tax_id = Reg-kood
            description = Kirjeldus
            sku = Artikli nr
            period = Periood
            quantity = Kogus
            unit_price = Ühiku hind
            line_discount = Allahindlus
            tax_rate = KM
            amount = Summa
            carried_forward = Üle kanda
            brought_forward = Üle toodud
            subtotal = Vahesumma
            discount = Allahindlus
            discount_percent = Allahindlus {percent}
            shipping = Saatmine
            net_total = Summa käibemaksuta
            tax = Käibemaks {rate}
            tax_on_basis = Käibemaks {rate} summalt {basis}
            tax_included = Sisaldab käibemaksu {rate}
            tax_included_on_basis = Sisaldab käibemaksu {rate} summalt {basis}
            total = Kokku
            amount_paid = Juba tasutud
            rounding = Ümardus
            amount_due = Tasuda
            tax_exempt = Käibemaksuvaba
            reverse_charge = Pöördmaksustamine
            intra_community = Käibemaksuvaba ühendusesisene käive
            export = Käibemaksuvaba eksport
            payment = Makse
            iban = IBAN
            bic = BIC
            payment_reference = Viitenumber
            scan_to_pay = Skanni maksmiseks
            notes = Märkused
            terms = Tingimused
            page_of_count = Lk {page}/{count}
            unit.C62 = tk
            unit.HUR = tund
            unit.DAY = päev
            unit.WEE = nädal
            unit.MON = kuu
            unit.ANN = aasta
            unit.LS = kindel hind
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = AUD AU$, THB ฿, PHP PHP
            months = jaanuar, veebruar, märts, aprill, mai, juuni, juuli, august, september, oktoober, november, detsember
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
