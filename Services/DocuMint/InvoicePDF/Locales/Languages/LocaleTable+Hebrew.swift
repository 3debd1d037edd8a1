extension LocaleTable {
    static let hebrew = [
        LocaleTable(
            "he",
            """
            invoice = חשבונית
            credit_note = חשבונית זיכוי
            corrected = חשבונית מתוקנת
            prepayment = חשבונית מקדמה
            self_billed = חשבונית עצמית
            receipt = קבלה
            quote = הצעת מחיר
            proforma = חשבון עסקה
            demo = דוגמה
            from = מאת
            bill_to = לכבוד
            invoice_number = מספר חשבונית
            document_number = מספר
            date = תאריך הפקה
            due_date = לתשלום עד
            valid_until = בתוקף עד
            delivery_date = תאריך אספקה
            purchase_order = הזמנת רכש
            buyer_reference = סימוכין שלכם
            preceding_invoice = חשבונית מקורית
            vat_id = מס׳ עוסק
            tax_id = מספר מס
            description = תיאור
            sku = מק״ט
            period = תקופה
            quantity = כמות
            unit_price = מחיר יחידה
            line_discount = הנחה
            tax_rate = מע״מ
            amount = סכום
            carried_forward = להעברה
            brought_forward = הועבר
            subtotal = סכום ביניים
            discount = הנחה
            discount_percent = הנחה {percent}
            shipping = משלוח
            net_total = סה״כ לפני מע״מ
            tax = מע״מ {rate}
            tax_on_basis = מע״מ {rate} על {basis}
            tax_included = כולל מע״מ {rate}
            tax_included_on_basis = כולל מע״מ {rate} על {basis}
            total = סה״כ
            amount_paid = שולם
            rounding = עיגול
            amount_due = יתרה לתשלום
            tax_exempt = פטור ממע״מ
            reverse_charge = חיוב הפוך: המס חל על הלקוח
            intra_community = אספקה תוך־קהילתית פטורה ממע״מ
            export = ייצוא פטור ממע״מ
            payment = תשלום
            iban = IBAN
            bic = BIC
            payment_reference = אסמכתה
            scan_to_pay = סרקו לתשלום
            notes = הערות
            terms = תנאים
            page_of_count = עמוד {page} מתוך {count}
            unit.C62 = יח׳
            unit.HUR = שעה
            unit.DAY = יום
            unit.WEE = שבוע
            unit.MON = חודש
            unit.ANN = שנה
            unit.LS = סכום כולל
            money = {amount}\u{A0}{symbol}
            symbols = THB ฿, PHP PHP
            months = ינואר, פברואר, מרץ, אפריל, מאי, יוני, יולי, אוגוסט, ספטמבר, אוקטובר, נובמבר, דצמבר
            date_pattern = {day} ב{month} {year}
            """
        )
    ]
}
