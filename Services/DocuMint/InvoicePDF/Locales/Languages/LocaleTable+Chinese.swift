extension LocaleTable {
    static let chinese = [
        LocaleTable(
            "zh",
            """
            invoice = 账单
            credit_note = 贷记单
            corrected = 更正账单
            prepayment = 预付款账单
            self_billed = 买方自开账单
            receipt = 收据
            quote = 报价单
            proforma = 形式发票
            demo = 样本
            from = 卖方
            bill_to = 买方
            invoice_number = 账单编号
            document_number = 编号
            date = 开具日期
            due_date = 付款截止日
            valid_until = 有效期至
            delivery_date = 交付日期
            purchase_order = 采购订单
            buyer_reference = 贵方编号
            preceding_invoice = 原账单
            vat_id = 增值税号
            tax_id = 税号
            description = 项目
            sku = 货号
            period = 期间
            quantity = 数量
            unit_price = 单价
            line_discount = 折扣
            tax_rate = 税率
            amount = 金额
            carried_forward = 转下页
            brought_forward = 承上页
            subtotal = 小计
            discount = 折扣
            discount_percent = 折扣 {percent}
            shipping = 运费
            net_total = 不含税合计
            tax = 增值税 {rate}
            tax_on_basis = 增值税 {rate}（计税金额 {basis}）
            tax_included = 含增值税 {rate}
            tax_included_on_basis = 含增值税 {rate}（计税金额 {basis}）
            total = 合计
            amount_paid = 已付金额
            rounding = 尾数调整
            amount_due = 应付金额
            tax_exempt = 免税
            reverse_charge = 反向征收：由接收方缴纳增值税
            intra_community = 共同体内部免税供应
            export = 出口免税
            payment = 付款
            iban = IBAN
            bic = BIC
            payment_reference = 付款附言
            scan_to_pay = 扫码付款
            notes = 备注
            terms = 条款
            page_of_count = 第 {page} 页，共 {count} 页
            unit.C62 = 件
            unit.HUR = 小时
            unit.DAY = 天
            unit.WEE = 周
            unit.MON = 月
            unit.ANN = 年
            unit.LS = 总价
            symbols = USD US$, JPY JP¥, CNY ¥, AUD AU$, PHP PHP
            months = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            date_pattern = {year}年{month}月{day}日
            """
        ),
        LocaleTable(
            "zh-Hant",
            """
            invoice = 請款單
            credit_note = 貸項通知單
            corrected = 更正請款單
            prepayment = 預付款請款單
            self_billed = 買方自開請款單
            receipt = 收據
            quote = 報價單
            proforma = 形式發票
            demo = 樣本
            from = 賣方
            bill_to = 買方
            invoice_number = 請款單編號
            document_number = 編號
            date = 開立日期
            due_date = 付款期限
            valid_until = 有效期限
            delivery_date = 交貨日期
            purchase_order = 採購單號
            buyer_reference = 貴方編號
            preceding_invoice = 原請款單
            vat_id = 營業稅號
            tax_id = 統一編號
            description = 項目
            sku = 貨號
            period = 期間
            quantity = 數量
            unit_price = 單價
            line_discount = 折扣
            tax_rate = 稅率
            amount = 金額
            carried_forward = 轉下頁
            brought_forward = 承上頁
            subtotal = 小計
            discount = 折扣
            discount_percent = 折扣 {percent}
            shipping = 運費
            net_total = 未稅合計
            tax = 營業稅 {rate}
            tax_on_basis = 營業稅 {rate}（計稅金額 {basis}）
            tax_included = 含營業稅 {rate}
            tax_included_on_basis = 含營業稅 {rate}（計稅金額 {basis}）
            total = 總計
            amount_paid = 已付金額
            rounding = 尾數調整
            amount_due = 應付金額
            tax_exempt = 免稅
            reverse_charge = 反向課稅：由接收方繳納營業稅
            intra_community = 共同體內免稅供應
            export = 出口免稅
            payment = 付款
            iban = IBAN
            bic = BIC
            payment_reference = 付款附言
            scan_to_pay = 掃碼付款
            notes = 備註
            terms = 條款
            page_of_count = 第 {page} 頁，共 {count} 頁
            unit.C62 = 件
            unit.HUR = 小時
            unit.DAY = 天
            unit.WEE = 週
            unit.MON = 月
            unit.ANN = 年
            unit.LS = 總價
            symbols = JPY ¥, CNY CN¥, TWD $
            """
        ),
        LocaleTable(
            "zh-Hant-HK",
            """
            invoice = 發票
            corrected = 更正發票
            prepayment = 預付款發票
            self_billed = 買方自開發票
            invoice_number = 發票編號
            preceding_invoice = 原發票
            vat_id = 稅務編號
            tax_id = 商業登記號碼
            tax = 稅項 {rate}
            tax_on_basis = 稅項 {rate}（計稅金額 {basis}）
            tax_included = 含稅項 {rate}
            tax_included_on_basis = 含稅項 {rate}（計稅金額 {basis}）
            reverse_charge = 反向課稅：由接收方繳納稅項
            symbols = TWD NT$
            """
        ),
    ]
}
