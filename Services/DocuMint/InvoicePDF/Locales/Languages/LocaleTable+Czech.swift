extension LocaleTable {
    static let czech = [
        LocaleTable(
            "cs",
            """
            invoice = Faktura
            credit_note = Dobropis
            corrected = Opravená faktura
            prepayment = Zálohová faktura
            self_billed = Faktura (Vystaveno zákazníkem)
            receipt = Příjmový doklad
            quote = Nabídka
            proforma = Proforma faktura
            demo = UKÁZKA
            from = Dodavatel
            bill_to = Odběratel
            invoice_number = Číslo faktury
            document_number = Číslo
            date = Datum vystavení
            due_date = Datum splatnosti
            valid_until = Platí do
            delivery_date = Datum plnění
            purchase_order = Číslo objednávky
            buyer_reference = Vaše značka
            preceding_invoice = Původní faktura
            vat_id = DIČ
            tax_id = Daňové číslo
            description = Popis
            sku = Kód
            period = Období
            quantity = Množství
            unit_price = Jedn. cena
            line_discount = Sleva
            tax_rate = DPH
            amount = Částka
            carried_forward = K přenosu
            brought_forward = Z přenosu
            subtotal = Mezisoučet
            discount = Sleva
            discount_percent = Sleva {percent}
            shipping = Doprava
            net_total = Celkem bez DPH
            tax = DPH {rate}
            tax_on_basis = DPH {rate} ze základu {basis}
            tax_included = Včetně DPH {rate}
            tax_included_on_basis = Včetně DPH {rate} ze základu {basis}
            total = Celkem
            amount_paid = Již zaplaceno
            rounding = Zaokrouhlení
            amount_due = K úhradě
            tax_exempt = Osvobozeno od DPH
            reverse_charge = Daň odvede zákazník
            intra_community = Dodání do jiného členského státu osvobozené od DPH
            export = Vývoz osvobozený od DPH
            payment = Platba
            iban = IBAN
            bic = BIC
            payment_reference = Variabilní symbol
            scan_to_pay = Zaplaťte načtením kódu
            notes = Poznámky
            terms = Podmínky
            page_of_count = Strana {page} z {count}
            unit.C62 = ks
            unit.HUR = hod.
            unit.DAY = den
            unit.WEE = týden
            unit.MON = měsíc
            unit.ANN = rok
            unit.LS = paušál
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD US$, JPY JP¥, INR INR, ILS ILS, VND VND, AUD AU$, CZK Kč, PHP PHP
            months = ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
