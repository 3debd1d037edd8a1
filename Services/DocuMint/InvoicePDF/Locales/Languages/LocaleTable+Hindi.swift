extension LocaleTable {
    static let hindi = [
        LocaleTable(
            "hi",
            """
            invoice = बीजक
            credit_note = क्रेडिट नोट
            corrected = संशोधित बीजक
            prepayment = अग्रिम भुगतान बीजक
            self_billed = क्रेता द्वारा जारी बीजक
            receipt = रसीद
            quote = कोटेशन
            proforma = प्रोफ़ॉर्मा बीजक
            demo = नमूना
            from = विक्रेता
            bill_to = प्राप्तकर्ता
            invoice_number = बीजक संख्या
            document_number = संख्या
            date = जारी करने की तिथि
            due_date = देय तिथि
            valid_until = मान्य तिथि तक
            delivery_date = सुपुर्दगी की तिथि
            purchase_order = क्रय आदेश
            buyer_reference = आपका संदर्भ
            preceding_invoice = मूल बीजक
            vat_id = जीएसटीआईएन
            tax_id = पैन
            description = विवरण
            sku = वस्तु सं.
            period = अवधि
            quantity = मात्रा
            unit_price = इकाई मूल्य
            line_discount = छूट
            tax_rate = जीएसटी
            amount = राशि
            carried_forward = आगे ले जाया गया
            brought_forward = आगे लाया गया
            subtotal = उप-योग
            discount = छूट
            discount_percent = छूट {percent}
            shipping = शिपिंग
            net_total = कर रहित कुल
            tax = जीएसटी {rate}
            tax_on_basis = {basis} पर जीएसटी {rate}
            tax_included = जीएसटी {rate} सहित
            tax_included_on_basis = {basis} पर जीएसटी {rate} सहित
            total = कुल
            amount_paid = भुगतान की गई राशि
            rounding = पूर्णांकन
            amount_due = देय राशि
            tax_exempt = कर से मुक्त
            reverse_charge = रिवर्स चार्ज: कर प्राप्तकर्ता द्वारा देय
            intra_community = कर-मुक्त अंतर-सामुदायिक आपूर्ति
            export = कर-मुक्त निर्यात
            payment = भुगतान
            iban = IBAN
            bic = BIC
            payment_reference = संदर्भ
            scan_to_pay = भुगतान के लिए स्कैन करें
            notes = टिप्पणियाँ
            terms = शर्तें
            page_of_count = पृष्ठ {page} / {count}
            unit.C62 = नग
            unit.HUR = घंटा
            unit.DAY = दिन
            unit.WEE = सप्ताह
            unit.MON = महीना
            unit.ANN = वर्ष
            unit.LS = एकमुश्त
            other_groups = 2
            symbols = JPY JP¥, THB ฿, PHP PHP
            months = जनवरी, फ़रवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर, अक्टूबर, नवंबर, दिसंबर
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
