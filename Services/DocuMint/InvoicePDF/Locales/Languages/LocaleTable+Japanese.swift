extension LocaleTable {
    static let japanese = [
        LocaleTable(
            "ja",
            """
            invoice = 請求書
            credit_note = 返還請求書
            corrected = 修正請求書
            prepayment = 前払請求書
            self_billed = 仕入明細書
            receipt = 領収書
            quote = 見積書
            proforma = 見積請求書
            demo = サンプル
            from = 請求元
            bill_to = 請求先
            invoice_number = 請求書番号
            document_number = 番号
            date = 発行日
            due_date = お支払期限
            valid_until = 有効期限
            delivery_date = 納品日
            purchase_order = 注文番号
            buyer_reference = 貴社管理番号
            preceding_invoice = 元の請求書
            vat_id = 登録番号
            tax_id = 税務番号
            description = 品目
            sku = 商品番号
            period = 期間
            quantity = 数量
            unit_price = 単価
            line_discount = 値引
            tax_rate = 税率
            amount = 金額
            carried_forward = 次頁へ繰越
            brought_forward = 前頁より繰越
            subtotal = 小計
            discount = 値引
            discount_percent = 値引 {percent}
            shipping = 送料
            net_total = 税抜合計
            tax = 消費税 {rate}
            tax_on_basis = 消費税 {rate}（対象 {basis}）
            tax_included = 内消費税 {rate}
            tax_included_on_basis = 内消費税 {rate}（対象 {basis}）
            total = 合計
            amount_paid = お支払済み金額
            rounding = 端数調整
            amount_due = ご請求金額
            tax_exempt = 非課税
            reverse_charge = リバースチャージ：受領者に納税義務があります
            intra_community = 域内供給（免税）
            export = 輸出免税
            payment = お支払い
            iban = IBAN
            bic = BIC
            payment_reference = 支払参照番号
            scan_to_pay = 読み取って支払う
            notes = 備考
            terms = お支払条件
            page_of_count = {page} / {count} ページ
            unit.C62 = 個
            unit.HUR = 時間
            unit.DAY = 日
            unit.WEE = 週
            unit.MON = 月
            unit.ANN = 年
            unit.LS = 一式
            symbols = CNY 元, PHP PHP
            months = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            date_pattern = {year}年{month}月{day}日
            """
        )
    ]
}
