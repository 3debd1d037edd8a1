extension LocaleTable {
    static let lithuanian = [
        LocaleTable(
            "lt",
            """
            invoice = Sąskaita faktūra
            credit_note = Kreditinė sąskaita faktūra
            corrected = Pataisyta sąskaita faktūra
            prepayment = Avansinė sąskaita faktūra
            self_billed = Sąskaita faktūra (Sąskaitų faktūrų išsirašymas)
            receipt = Kvitas
            quote = Pasiūlymas
            proforma = Išankstinė sąskaita
            demo = PAVYZDYS
            from = Pardavėjas
            bill_to = Pirkėjas
            invoice_number = Sąskaitos numeris
            document_number = Numeris
            date = Išrašymo data
            due_date = Apmokėti iki
            valid_until = Galioja iki
            delivery_date = Pristatymo data
            purchase_order = Užsakymo numeris
            buyer_reference = Jūsų nuoroda
            preceding_invoice = Pirminė sąskaita
            vat_id = PVM kodas
            tax_id = Įmonės kodas
            description = Aprašymas
            sku = Prekės kodas
            period = Laikotarpis
            quantity = Kiekis
            unit_price = Vieneto kaina
            line_discount = Nuolaida
            tax_rate = PVM
            amount = Suma
            carried_forward = Perkelti
            brought_forward = Perkelta
            subtotal = Tarpinė suma
            discount = Nuolaida
            discount_percent = Nuolaida {percent}
            shipping = Pristatymas
            net_total = Iš viso be PVM
            tax = PVM {rate}
            tax_on_basis = PVM {rate} nuo {basis}
            tax_included = Įskaitant PVM {rate}
            tax_included_on_basis = Įskaitant PVM {rate} nuo {basis}
            total = Iš viso
            amount_paid = Jau sumokėta
            rounding = Apvalinimas
            amount_due = Mokėtina suma
            tax_exempt = Neapmokestinama PVM
            reverse_charge = Atvirkštinis apmokestinimas
            intra_community = PVM neapmokestinamas tiekimas Europos Sąjungos viduje
            export = PVM neapmokestinamas eksportas
            payment = Mokėjimas
            iban = IBAN
            bic = BIC
            payment_reference = Mokėjimo paskirtis
            scan_to_pay = Nuskaitykite ir sumokėkite
            notes = Pastabos
            terms = Sąlygos
            page_of_count = {page} puslapis iš {count}
            unit.C62 = vnt.
            unit.HUR = valanda
            unit.DAY = diena
            unit.WEE = savaitė
            unit.MON = mėnuo
            unit.ANN = metai
            unit.LS = fiksuota kaina
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PHP PHP
            months = sausio, vasario, kovo, balandžio, gegužės, birželio, liepos, rugpjūčio, rugsėjo, spalio, lapkričio, gruodžio
            date_pattern = {year} m. {month} {day} d.
            """
        )
    ]
}
