extension LocaleTable {
    static let arabic = [
        LocaleTable(
            "ar",
            """
            invoice = فاتورة
            credit_note = إشعار دائن
            corrected = فاتورة مصححة
            prepayment = فاتورة دفعة مقدمة
            self_billed = فاتورة صادرة عن المشتري
            receipt = إيصال
            quote = عرض سعر
            proforma = فاتورة مبدئية
            demo = نموذج
            from = من
            bill_to = فاتورة إلى
            invoice_number = رقم الفاتورة
            document_number = الرقم
            date = تاريخ الإصدار
            due_date = تاريخ الاستحقاق
            valid_until = صالح حتى
            delivery_date = تاريخ التوريد
            purchase_order = رقم أمر الشراء
            buyer_reference = مرجعكم
            preceding_invoice = الفاتورة الأصلية
            vat_id = الرقم الضريبي
            tax_id = رقم التسجيل
            description = الوصف
            sku = رقم الصنف
            period = الفترة
            quantity = الكمية
            unit_price = سعر الوحدة
            line_discount = الخصم
            tax_rate = الضريبة
            amount = المبلغ
            carried_forward = مرحّل
            brought_forward = مرحّل من الصفحة السابقة
            subtotal = المجموع الفرعي
            discount = الخصم
            discount_percent = الخصم {percent}
            shipping = الشحن
            net_total = الإجمالي قبل الضريبة
            tax = ضريبة القيمة المضافة {rate}
            tax_on_basis = ضريبة القيمة المضافة {rate} على {basis}
            tax_included = شامل ضريبة القيمة المضافة {rate}
            tax_included_on_basis = شامل ضريبة القيمة المضافة {rate} على {basis}
            total = الإجمالي
            amount_paid = المدفوع
            rounding = التقريب
            amount_due = المبلغ المستحق
            tax_exempt = معفى من الضريبة
            reverse_charge = الاحتساب العكسي: يلتزم المستلم بسداد الضريبة
            intra_community = توريد داخل الاتحاد معفى من الضريبة
            export = تصدير معفى من الضريبة
            payment = الدفع
            iban = آيبان
            bic = رمز السويفت
            payment_reference = مرجع الدفع
            scan_to_pay = امسح الرمز للدفع
            notes = ملاحظات
            terms = الشروط
            page_of_count = صفحة {page} من {count}
            unit.C62 = قطعة
            unit.HUR = ساعة
            unit.DAY = يوم
            unit.WEE = أسبوع
            unit.MON = شهر
            unit.ANN = سنة
            unit.LS = مبلغ مقطوع
            money = {amount}\u{A0}{symbol}
            symbols = USD US$, GBP UK£, JPY JP¥, AUD AU$, THB ฿, SAR ر.س., AED د.إ., EGP ج.م., QAR ر.ق., KWD د.ك., PHP PHP
            months = يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
