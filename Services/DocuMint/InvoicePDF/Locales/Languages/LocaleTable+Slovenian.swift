extension LocaleTable {
    static let slovenian = [
        LocaleTable(
            "sl",
            """
            invoice = Račun
            credit_note = Dobropis
            corrected = Popravljeni račun
            prepayment = Račun za predplačilo
            self_billed = Račun (Samofakturiranje)
            receipt = Potrdilo o plačilu
            quote = Ponudba
            proforma = Predračun
            demo = VZOREC
            from = Izdajatelj
            bill_to = Kupec
            invoice_number = Številka računa
            document_number = Številka
            date = Datum izdaje
            due_date = Rok plačila
            valid_until = Velja do
            delivery_date = Datum dobave
            purchase_order = Številka naročila
            buyer_reference = Vaša oznaka
            preceding_invoice = Prvotni račun
            vat_id = ID za DDV
            tax_id = Davčna številka
            description = Opis
            sku = Šifra
            period = Obdobje
            quantity = Kol.
            unit_price = Cena na enoto
            line_discount = Popust
            tax_rate = DDV
            amount = Znesek
            carried_forward = Za prenos
            brought_forward = Prenos
            subtotal = Vmesna vsota
            discount = Popust
            discount_percent = Popust {percent}
            shipping = Dostava
            net_total = Skupaj brez DDV
            tax = DDV {rate}
            tax_on_basis = DDV {rate} od {basis}
            tax_included = Vključuje DDV {rate}
            tax_included_on_basis = Vključuje DDV {rate} od {basis}
            total = Skupaj
            amount_paid = Že plačano
            rounding = Zaokrožitev
            amount_due = Za plačilo
            tax_exempt = Oproščeno DDV
            reverse_charge = Obrnjena davčna obveznost
            intra_community = Dobava znotraj EU, oproščena DDV
            export = Izvoz, oproščen DDV
            payment = Plačilo
            iban = IBAN
            bic = BIC
            payment_reference = Sklic
            scan_to_pay = Skenirajte za plačilo
            notes = Opombe
            terms = Pogoji
            page_of_count = Stran {page} od {count}
            unit.C62 = kos
            unit.HUR = ura
            unit.DAY = dan
            unit.WEE = teden
            unit.MON = mesec
            unit.ANN = leto
            unit.LS = pavšal
            decimal = ,
            group = .
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = GBP GBP, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, TWD TWD, PHP PHP
            months = januar, februar, marec, april, maj, junij, julij, avgust, september, oktober, november, december
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
