extension LocaleTable {
    static let korean = [
        LocaleTable(
            "ko",
            """
            invoice = 청구서
            credit_note = 대변 전표
            corrected = 수정 청구서
            prepayment = 선급금 청구서
            self_billed = 매입자 발행 청구서
            receipt = 영수증
            quote = 견적서
            proforma = 견적 송장
            demo = 견본
            from = 공급자
            bill_to = 공급받는 자
            invoice_number = 청구서 번호
            document_number = 번호
            date = 발행일
            due_date = 납기일
            valid_until = 유효 기한
            delivery_date = 납품일
            purchase_order = 주문 번호
            buyer_reference = 귀사 참조 번호
            preceding_invoice = 원본 청구서
            vat_id = 부가세 번호
            tax_id = 사업자등록번호
            description = 품목
            sku = 품번
            period = 기간
            quantity = 수량
            unit_price = 단가
            line_discount = 할인
            tax_rate = 세율
            amount = 금액
            carried_forward = 다음 장으로 이월
            brought_forward = 전 장에서 이월
            subtotal = 소계
            discount = 할인
            discount_percent = 할인 {percent}
            shipping = 배송비
            net_total = 공급가액
            tax = 부가가치세 {rate}
            tax_on_basis = 부가가치세 {rate} (과세표준 {basis})
            tax_included = 부가가치세 {rate} 포함
            tax_included_on_basis = 부가가치세 {rate} 포함 (과세표준 {basis})
            total = 합계
            amount_paid = 기지급액
            rounding = 단수 조정
            amount_due = 청구 금액
            tax_exempt = 면세
            reverse_charge = 대리납부: 공급받는 자가 부가가치세를 납부합니다
            intra_community = 역내 공급 면세
            export = 수출 면세
            payment = 결제
            iban = IBAN
            bic = BIC
            payment_reference = 결제 참조
            scan_to_pay = 스캔하여 결제
            notes = 비고
            terms = 결제 조건
            page_of_count = {page} / {count} 페이지
            unit.C62 = 개
            unit.HUR = 시간
            unit.DAY = 일
            unit.WEE = 주
            unit.MON = 월
            unit.ANN = 년
            unit.LS = 일괄
            symbols = USD US$, JPY JP¥, AUD AU$, PHP PHP
            months = 1월, 2월, 3월, 4월, 5월, 6월, 7월, 8월, 9월, 10월, 11월, 12월
            date_pattern = {year}년 {month} {day}일
            """
        )
    ]
}
