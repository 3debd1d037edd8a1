extension LocaleTable {
    static let irish = [
        LocaleTable(
            "ga",
            """
            invoice = Sonrasc
            credit_note = Nóta creidmheasa
            corrected = Sonrasc ceartaithe
            prepayment = Sonrasc réamhíocaíochta
            self_billed = Féinsonrasc
            receipt = Admháil
            quote = Meastachán
            proforma = Sonrasc pro forma
            demo = SAMPLA
            from = Ó
            bill_to = Sonrasc chuig
            invoice_number = Uimhir an tsonraisc
            document_number = Uimhir
            date = Dáta eisiúna
            due_date = Dáta dlite
            valid_until = Bailí go dtí
            delivery_date = Dáta seachadta
            purchase_order = Uimhir an ordaithe
            buyer_reference = Bhur dtagairt
            preceding_invoice = Sonrasc bunaidh
            vat_id = Uimhir CBL
            tax_id = Uimhir chánach
            description = Cur síos
            sku = Uimh. earra
            period = Tréimhse
            quantity = Líon
            unit_price = Praghas aonaid
            line_discount = Lascaine
            tax_rate = CBL
            amount = Méid
            carried_forward = Tugtha ar aghaidh
            brought_forward = Tugtha anall
            subtotal = Fo-iomlán
            discount = Lascaine
            discount_percent = Lascaine {percent}
            shipping = Seachadadh
            net_total = Iomlán gan CBL
            tax = CBL {rate}
            tax_on_basis = CBL {rate} ar {basis}
            tax_included = CBL {rate} san áireamh
            tax_included_on_basis = CBL {rate} ar {basis} san áireamh
            total = Iomlán
            amount_paid = Íoctha cheana
            rounding = Slánú
            amount_due = Le híoc
            tax_exempt = Díolmhaithe ó CBL
            reverse_charge = Frithmhuirear: is é an faighteoir atá faoi dhliteanas CBL
            intra_community = Soláthar laistigh den Chomhphobal, díolmhaithe ó CBL
            export = Onnmhairiú díolmhaithe ó CBL
            payment = Íocaíocht
            iban = IBAN
            bic = BIC
            payment_reference = Tagairt
            scan_to_pay = Scan chun íoc
            notes = Nótaí
            terms = Téarmaí
            page_of_count = Leathanach {page} as {count}
            unit.C62 = píosa
            unit.HUR = uair
            unit.DAY = lá
            unit.WEE = seachtain
            unit.MON = mí
            unit.ANN = bliain
            unit.LS = cnapshuim
            symbols = THB ฿
            months = Eanáir, Feabhra, Márta, Aibreán, Bealtaine, Meitheamh, Iúil, Lúnasa, Meán Fómhair, Deireadh Fómhair, Samhain, Nollaig
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
