extension LocaleTable {
    static let polish = [
        LocaleTable(
            "pl",
            """
            invoice = Faktura
            credit_note = Faktura korygująca
            corrected = Faktura skorygowana
            prepayment = Faktura zaliczkowa
            self_billed = Faktura (Samofakturowanie)
            receipt = Pokwitowanie
            quote = Oferta
            proforma = Faktura pro forma
            demo = WZÓR
            from = Sprzedawca
            bill_to = Nabywca
            invoice_number = Numer faktury
            document_number = Numer
            date = Data wystawienia
            due_date = Termin płatności
            valid_until = Ważna do
            delivery_date = Data dostawy
            purchase_order = Numer zamówienia
            buyer_reference = Państwa oznaczenie
            preceding_invoice = Faktura pierwotna
            vat_id = NIP UE
            tax_id = NIP
            description = Opis
            sku = Indeks
            period = Okres
            quantity = Ilość
            unit_price = Cena jedn.
            line_discount = Rabat
            tax_rate = VAT
            amount = Kwota
            carried_forward = Do przeniesienia
            brought_forward = Z przeniesienia
            subtotal = Suma częściowa
            discount = Rabat
            discount_percent = Rabat {percent}
            shipping = Wysyłka
            net_total = Razem netto
            tax = VAT {rate}
            tax_on_basis = VAT {rate} od {basis}
            tax_included = W tym VAT {rate}
            tax_included_on_basis = W tym VAT {rate} od {basis}
            total = Razem
            amount_paid = Zapłacono
            rounding = Zaokrąglenie
            amount_due = Do zapłaty
            tax_exempt = Zwolnione z VAT
            reverse_charge = Odwrotne obciążenie
            intra_community = Wewnątrzwspólnotowa dostawa towarów zwolniona z VAT
            export = Eksport zwolniony z VAT
            payment = Płatność
            iban = IBAN
            bic = BIC
            payment_reference = Tytuł przelewu
            scan_to_pay = Zeskanuj, aby zapłacić
            notes = Uwagi
            terms = Warunki
            page_of_count = Strona {page} z {count}
            unit.C62 = szt.
            unit.HUR = godz.
            unit.DAY = dzień
            unit.WEE = tydzień
            unit.MON = miesiąc
            unit.ANN = rok
            unit.LS = ryczałt
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = USD USD, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PLN zł, PHP PHP
            months = stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
