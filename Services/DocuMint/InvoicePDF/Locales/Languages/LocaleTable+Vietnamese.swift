extension LocaleTable {
    static let vietnamese = [
        LocaleTable(
            "vi",
            """
            invoice = Hóa đơn
            credit_note = Giấy báo có
            corrected = Hóa đơn điều chỉnh
            prepayment = Hóa đơn tạm ứng
            self_billed = Hóa đơn do bên mua lập
            receipt = Biên lai
            quote = Báo giá
            proforma = Hóa đơn chiếu lệ
            demo = MẪU
            from = Bên bán
            bill_to = Bên mua
            invoice_number = Số hóa đơn
            document_number = Số
            date = Ngày lập
            due_date = Hạn thanh toán
            valid_until = Có hiệu lực đến
            delivery_date = Ngày giao hàng
            purchase_order = Số đơn đặt hàng
            buyer_reference = Mã tham chiếu của quý khách
            preceding_invoice = Hóa đơn gốc
            vat_id = Mã số thuế GTGT
            tax_id = Mã số thuế
            description = Diễn giải
            sku = Mã hàng
            period = Kỳ
            quantity = SL
            unit_price = Đơn giá
            line_discount = Chiết khấu
            tax_rate = GTGT
            amount = Thành tiền
            carried_forward = Chuyển sang trang sau
            brought_forward = Trang trước chuyển sang
            subtotal = Cộng
            discount = Chiết khấu
            discount_percent = Chiết khấu {percent}
            shipping = Phí vận chuyển
            net_total = Tổng chưa thuế
            tax = Thuế GTGT {rate}
            tax_on_basis = Thuế GTGT {rate} trên {basis}
            tax_included = Đã gồm thuế GTGT {rate}
            tax_included_on_basis = Đã gồm thuế GTGT {rate} trên {basis}
            total = Tổng cộng
            amount_paid = Đã thanh toán
            rounding = Làm tròn
            amount_due = Còn phải trả
            tax_exempt = Miễn thuế GTGT
            reverse_charge = Bên mua chịu trách nhiệm nộp thuế GTGT
            intra_community = Cung ứng nội khối EU miễn thuế GTGT
            export = Xuất khẩu miễn thuế GTGT
            payment = Thanh toán
            iban = IBAN
            bic = BIC
            payment_reference = Nội dung chuyển khoản
            scan_to_pay = Quét mã để thanh toán
            notes = Ghi chú
            terms = Điều khoản
            page_of_count = Trang {page}/{count}
            unit.C62 = cái
            unit.HUR = giờ
            unit.DAY = ngày
            unit.WEE = tuần
            unit.MON = tháng
            unit.ANN = năm
            unit.LS = trọn gói
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            symbols = USD US$, AUD AU$, THB ฿, PHP PHP
            months = tháng 1, tháng 2, tháng 3, tháng 4, tháng 5, tháng 6, tháng 7, tháng 8, tháng 9, tháng 10, tháng 11, tháng 12
            date_pattern = {day} {month}, {year}
            """
        )
    ]
}
