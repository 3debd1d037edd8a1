extension LocaleTable {
    static let slovak = [
        LocaleTable(
            "sk",
            """
            invoice = Faktúra
            credit_note = Dobropis
            corrected = Opravená faktúra
            prepayment = Zálohová faktúra
            self_billed = Faktúra (Vyhotovenie faktúry odberateľom)
            receipt = Príjmový doklad
            quote = Ponuka
            proforma = Proforma faktúra
            demo = UKÁŽKA
            from = Dodávateľ
            bill_to = Odberateľ
            invoice_number = Číslo faktúry
            document_number = Číslo
            date = Dátum vyhotovenia
            due_date = Dátum splatnosti
            valid_until = Platí do
            delivery_date = Dátum dodania
            purchase_order = Číslo objednávky
            buyer_reference = Vaša značka
            preceding_invoice = Pôvodná faktúra
            vat_id = IČ DPH
            tax_id = DIČ
            description = Popis
            sku = Kód
            period = Obdobie
            quantity = Množstvo
            unit_price = Jedn. cena
            line_discount = Zľava
            tax_rate = DPH
            amount = Suma
            carried_forward = Na prenos
            brought_forward = Z prenosu
            subtotal = Medzisúčet
            discount = Zľava
            discount_percent = Zľava {percent}
            shipping = Doprava
            net_total = Spolu bez DPH
            tax = DPH {rate}
            tax_on_basis = DPH {rate} zo základu {basis}
            tax_included = Vrátane DPH {rate}
            tax_included_on_basis = Vrátane DPH {rate} zo základu {basis}
            total = Spolu
            amount_paid = Už uhradené
            rounding = Zaokrúhlenie
            amount_due = Na úhradu
            tax_exempt = Oslobodené od DPH
            reverse_charge = Prenesenie daňovej povinnosti
            intra_community = Dodanie do iného členského štátu oslobodené od DPH
            export = Vývoz oslobodený od DPH
            payment = Platba
            iban = IBAN
            bic = BIC
            payment_reference = Variabilný symbol
            scan_to_pay = Zaplaťte naskenovaním kódu
            notes = Poznámky
            terms = Podmienky
            page_of_count = Strana {page} z {count}
            unit.C62 = ks
            unit.HUR = hod.
            unit.DAY = deň
            unit.WEE = týždeň
            unit.MON = mesiac
            unit.ANN = rok
            unit.LS = paušál
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS NIS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, HKD HKD, TWD TWD, PHP PHP
            months = januára, februára, marca, apríla, mája, júna, júla, augusta, septembra, októbra, novembra, decembra
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
