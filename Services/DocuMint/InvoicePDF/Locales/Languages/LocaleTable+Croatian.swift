extension LocaleTable {
    static let croatian = [
        LocaleTable(
            "hr",
            """
            invoice = Račun
            credit_note = Odobrenje
            corrected = Ispravljeni račun
            prepayment = Račun za predujam
            self_billed = Račun (Samoizdavanje računa)
            receipt = Potvrda o uplati
            quote = Ponuda
            proforma = Predračun
            demo = PRIMJER
            from = Prodavatelj
            bill_to = Kupac
            invoice_number = Broj računa
            document_number = Broj
            date = Datum izdavanja
            due_date = Datum dospijeća
            valid_until = Vrijedi do
            delivery_date = Datum isporuke
            purchase_order = Broj narudžbe
            buyer_reference = Vaša oznaka
            preceding_invoice = Izvorni račun
            vat_id = PDV ID
            tax_id = OIB
            description = Opis
            sku = Šifra
            period = Razdoblje
            quantity = Kol.
            unit_price = Jed. cijena
            line_discount = Popust
            tax_rate = PDV
            amount = Iznos
            carried_forward = Za prijenos
            brought_forward = Prijenos
            subtotal = Međuzbroj
            discount = Popust
            discount_percent = Popust {percent}
            shipping = Dostava
            net_total = Ukupno bez PDV-a
            tax = PDV {rate}
            tax_on_basis = PDV {rate} na {basis}
            tax_included = Uključen PDV {rate}
            tax_included_on_basis = Uključen PDV {rate} na {basis}
            total = Ukupno
            amount_paid = Već plaćeno
            rounding = Zaokruživanje
            amount_due = Za plaćanje
            tax_exempt = Oslobođeno PDV-a
            reverse_charge = Prijenos porezne obveze
            intra_community = Isporuka unutar EU-a oslobođena PDV-a
            export = Izvoz oslobođen PDV-a
            payment = Plaćanje
            iban = IBAN
            bic = BIC
            payment_reference = Poziv na broj
            scan_to_pay = Skenirajte za plaćanje
            notes = Napomene
            terms = Uvjeti
            page_of_count = Stranica {page} od {count}
            unit.C62 = kom.
            unit.HUR = sat
            unit.DAY = dan
            unit.WEE = tjedan
            unit.MON = mjesec
            unit.ANN = godina
            unit.LS = paušal
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PHP PHP
            months = siječnja, veljače, ožujka, travnja, svibnja, lipnja, srpnja, kolovoza, rujna, listopada, studenoga, prosinca
            date_pattern = {day}. {month} {year}.
            """
        )
    ]
}
