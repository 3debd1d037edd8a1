extension LocaleTable {
    static let hungarian = [
        LocaleTable(
            "hu",
            """
            invoice = Számla
            credit_note = Jóváíró számla
            corrected = Helyesbített számla
            prepayment = Előlegszámla
            self_billed = Számla (Önszámlázás)
            receipt = Nyugta
            quote = Árajánlat
            proforma = Proforma számla
            demo = MINTA
            from = Eladó
            bill_to = Vevő
            invoice_number = Számla sorszáma
            document_number = Sorszám
            date = Kiállítás kelte
            due_date = Fizetési határidő
            valid_until = Érvényes
            delivery_date = Teljesítés kelte
            purchase_order = Rendelésszám
            buyer_reference = Az Ön hivatkozása
            preceding_invoice = Eredeti számla
            vat_id = Közösségi adószám
            tax_id = Adószám
            description = Megnevezés
            sku = Cikkszám
            period = Időszak
            quantity = Menny.
            unit_price = Egységár
            line_discount = Kedvezmény
            tax_rate = Áfa
            amount = Összeg
            carried_forward = Átvitel
            brought_forward = Áthozat
            subtotal = Részösszeg
            discount = Kedvezmény
            discount_percent = Kedvezmény {percent}
            shipping = Szállítás
            net_total = Nettó összesen
            tax = Áfa {rate}
            tax_on_basis = Áfa {rate}, alap {basis}
            tax_included = Áfát tartalmaz {rate}
            tax_included_on_basis = Áfát tartalmaz {rate}, alap {basis}
            total = Összesen
            amount_paid = Már kifizetve
            rounding = Kerekítés
            amount_due = Fizetendő
            tax_exempt = Áfamentes
            reverse_charge = Fordított adózás
            intra_community = Áfamentes Közösségen belüli termékértékesítés
            export = Áfamentes export
            payment = Fizetés
            iban = IBAN
            bic = BIC
            payment_reference = Közlemény
            scan_to_pay = Fizetés a kód beolvasásával
            notes = Megjegyzések
            terms = Feltételek
            page_of_count = {page}/{count}. oldal
            unit.C62 = db
            unit.HUR = óra
            unit.DAY = nap
            unit.WEE = hét
            unit.MON = hónap
            unit.ANN = év
            unit.LS = átalány
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = USD USD, EUR EUR, GBP GBP, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, HUF Ft, PHP PHP
            months = január, február, március, április, május, június, július, augusztus, szeptember, október, november, december
            date_pattern = {year}. {month} {day}.
            """
        )
    ]
}
