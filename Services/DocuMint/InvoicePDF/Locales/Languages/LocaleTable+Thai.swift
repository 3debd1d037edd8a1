extension LocaleTable {
    static let thai = [
        LocaleTable(
            "th",
            """
            invoice = ใบแจ้งหนี้
            credit_note = ใบลดหนี้
            corrected = ใบแจ้งหนี้ฉบับแก้ไข
            prepayment = ใบแจ้งหนี้มัดจำ
            self_billed = ใบแจ้งหนี้ที่ผู้ซื้อออกให้
            receipt = ใบเสร็จรับเงิน
            quote = ใบเสนอราคา
            proforma = ใบแจ้งหนี้ล่วงหน้า
            demo = ตัวอย่าง
            from = จาก
            bill_to = ลูกค้า
            invoice_number = เลขที่ใบแจ้งหนี้
            document_number = เลขที่
            date = วันที่ออก
            due_date = ครบกำหนดชำระ
            valid_until = ใช้ได้ถึง
            delivery_date = วันที่ส่งมอบ
            purchase_order = เลขที่ใบสั่งซื้อ
            buyer_reference = เลขที่อ้างอิงของท่าน
            preceding_invoice = ใบแจ้งหนี้เดิม
            vat_id = เลขประจำตัวผู้เสียภาษี
            tax_id = เลขทะเบียน
            description = รายการ
            sku = รหัสสินค้า
            period = ช่วงเวลา
            quantity = จำนวน
            unit_price = ราคาต่อหน่วย
            line_discount = ส่วนลด
            tax_rate = ภาษี
            amount = จำนวนเงิน
            carried_forward = ยอดยกไป
            brought_forward = ยอดยกมา
            subtotal = รวมเป็นเงิน
            discount = ส่วนลด
            discount_percent = ส่วนลด {percent}
            shipping = ค่าจัดส่ง
            net_total = ยอดรวมก่อนภาษี
            tax = ภาษีมูลค่าเพิ่ม {rate}
            tax_on_basis = ภาษีมูลค่าเพิ่ม {rate} ของ {basis}
            tax_included = รวมภาษีมูลค่าเพิ่ม {rate} แล้ว
            tax_included_on_basis = รวมภาษีมูลค่าเพิ่ม {rate} ของ {basis} แล้ว
            total = ยอดรวมทั้งสิ้น
            amount_paid = ชำระแล้ว
            rounding = ปัดเศษ
            amount_due = ยอดค้างชำระ
            tax_exempt = ยกเว้นภาษีมูลค่าเพิ่ม
            reverse_charge = ผู้รับบริการเป็นผู้ชำระภาษีมูลค่าเพิ่ม
            intra_community = การส่งมอบภายในสหภาพยุโรปที่ได้รับยกเว้นภาษี
            export = การส่งออกที่ได้รับยกเว้นภาษี
            payment = การชำระเงิน
            iban = IBAN
            bic = BIC
            payment_reference = เลขที่อ้างอิง
            scan_to_pay = สแกนเพื่อชำระเงิน
            notes = หมายเหตุ
            terms = เงื่อนไข
            page_of_count = หน้า {page} จาก {count}
            unit.C62 = ชิ้น
            unit.HUR = ชั่วโมง
            unit.DAY = วัน
            unit.WEE = สัปดาห์
            unit.MON = เดือน
            unit.ANN = ปี
            unit.LS = เหมาจ่าย
            symbols = USD US$, AUD AU$, THB ฿, PHP PHP
            months = มกราคม, กุมภาพันธ์, มีนาคม, เมษายน, พฤษภาคม, มิถุนายน, กรกฎาคม, สิงหาคม, กันยายน, ตุลาคม, พฤศจิกายน, ธันวาคม
            date_pattern = {day} {month} ค.ศ. {year}
            """
        )
    ]
}
