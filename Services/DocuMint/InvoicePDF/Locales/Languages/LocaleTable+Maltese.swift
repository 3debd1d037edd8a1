extension LocaleTable {
    static let maltese = [
        LocaleTable(
            "mt",
            """
            invoice = Fattura
            credit_note = Nota ta’ kreditu
            corrected = Fattura korretta
            prepayment = Fattura ta’ ħlas bil-quddiem
            self_billed = Fattura (Awtofatturazzjoni)
            receipt = Riċevuta
            quote = Stima
            proforma = Fattura proforma
            demo = KAMPJUN
            from = Mingħand
            bill_to = Lil
            invoice_number = Numru tal-fattura
            document_number = Numru
            date = Data tal-ħruġ
            due_date = Data tal-ħlas
            valid_until = Valida sa
            delivery_date = Data tal-kunsinna
            purchase_order = Numru tal-ordni
            buyer_reference = Ir-referenza tiegħek
            preceding_invoice = Fattura oriġinali
            vat_id = Nru tal-VAT
            tax_id = Nru tat-taxxa
            description = Deskrizzjoni
            sku = Kodiċi
            period = Perjodu
            quantity = Kwantità
            unit_price = Prezz tal-unità
            line_discount = Skont
            tax_rate = VAT
            amount = Ammont
            carried_forward = Jitmexxa ’l quddiem
            brought_forward = Miġjub ’il quddiem
            subtotal = Subtotal
            discount = Skont
            discount_percent = Skont {percent}
            shipping = Kunsinna
            net_total = Total mingħajr VAT
            tax = VAT {rate}
            tax_on_basis = VAT {rate} fuq {basis}
            tax_included = Inkluża VAT {rate}
            tax_included_on_basis = Inkluża VAT {rate} fuq {basis}
            total = Total
            amount_paid = Diġà mħallas
            rounding = Arrotondament
            amount_due = Ammont dovut
            tax_exempt = Eżenti mill-VAT
            reverse_charge = Inverżjoni tal-ħlas
            intra_community = Provvista intra-Komunitarja eżenti mill-VAT
            export = Esportazzjoni eżenti mill-VAT
            payment = Ħlas
            iban = IBAN
            bic = BIC
            payment_reference = Referenza
            scan_to_pay = Skennja biex tħallas
            notes = Noti
            terms = Kundizzjonijiet
            page_of_count = Paġna {page} minn {count}
            unit.C62 = biċċa
            unit.HUR = siegħa
            unit.DAY = jum
            unit.WEE = ġimgħa
            unit.MON = xahar
            unit.ANN = sena
            unit.LS = somma f’daqqa
            symbols = USD US$, JPY JP¥
            months = Jannar, Frar, Marzu, April, Mejju, Ġunju, Lulju, Awwissu, Settembru, Ottubru, Novembru, Diċembru
            date_pattern = {day} ta’ {month} {year}
            """
        )
    ]
}
