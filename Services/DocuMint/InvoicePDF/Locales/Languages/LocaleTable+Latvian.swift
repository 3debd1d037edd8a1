extension LocaleTable {
    static let latvian = [
        LocaleTable(
            "lv",
            """
            invoice = Rēķins
            credit_note = Kredītrēķins
            corrected = Labotais rēķins
            prepayment = Avansa rēķins
            self_billed = Rēķins (Pašaprēķins)
            receipt = Kvīts
            quote = Piedāvājums
            proforma = Proforma rēķins
            demo = PARAUGS
            from = Pārdevējs
            bill_to = Pircējs
            invoice_number = Rēķina numurs
            document_number = Numurs
            date = Izrakstīšanas datums
            due_date = Apmaksas termiņš
            valid_until = Derīgs līdz
            delivery_date = Piegādes datums
            purchase_order = Pasūtījuma numurs
            buyer_reference = Jūsu atsauce
            preceding_invoice = Sākotnējais rēķins
            vat_id = PVN numurs
            tax_id = Reģ. nr.
            description = Apraksts
            sku = Artikuls
            period = Periods
            quantity = Daudz.
            unit_price = Vienības cena
            line_discount = Atlaide
            tax_rate = PVN
            amount = Summa
            carried_forward = Pārnesums uz nākamo lapu
            brought_forward = Pārnesums
            subtotal = Starpsumma
            discount = Atlaide
            discount_percent = Atlaide {percent}
            shipping = Piegāde
            net_total = Kopā bez PVN
            tax = PVN {rate}
            tax_on_basis = PVN {rate} no {basis}
            tax_included = Ieskaitot PVN {rate}
            tax_included_on_basis = Ieskaitot PVN {rate} no {basis}
            total = Kopā
            amount_paid = Samaksāts
            rounding = Noapaļošana
            amount_due = Apmaksai
            tax_exempt = Atbrīvots no PVN
            reverse_charge = Nodokļa apgrieztā maksāšana
            intra_community = Piegāde Eiropas Savienībā, atbrīvota no PVN
            export = Eksports, atbrīvots no PVN
            payment = Maksājums
            iban = IBAN
            bic = BIC
            payment_reference = Maksājuma mērķis
            scan_to_pay = Skenējiet, lai samaksātu
            notes = Piezīmes
            terms = Noteikumi
            page_of_count = {page}. lapa no {count}
            unit.C62 = gab.
            unit.HUR = stunda
            unit.DAY = diena
            unit.WEE = nedēļa
            unit.MON = mēnesis
            unit.ANN = gads
            unit.LS = fiksēta cena
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = AUD AU$, THB ฿, PHP PHP
            months = janvāris, februāris, marts, aprīlis, maijs, jūnijs, jūlijs, augusts, septembris, oktobris, novembris, decembris
            date_pattern = {year}. gada {day}. {month}
            """
        )
    ]
}
