extension LocaleTable {
    static let ukrainian = [
        LocaleTable(
            "uk",
            """
            invoice = Рахунок
            credit_note = Кредит-нота
            corrected = Виправлений рахунок
            prepayment = Рахунок на передоплату
            self_billed = Рахунок, виставлений покупцем
            receipt = Квитанція
            quote = Комерційна пропозиція
            proforma = Рахунок-проформа
            demo = ЗРАЗОК
            from = Постачальник
            bill_to = Покупець
            invoice_number = Номер рахунку
            document_number = Номер
            date = Дата виставлення
            due_date = Сплатити до
            valid_until = Дійсно до
            delivery_date = Дата постачання
            purchase_order = Номер замовлення
            buyer_reference = Ваш номер
            preceding_invoice = Початковий рахунок
            vat_id = № ПДВ
            tax_id = Податковий номер
            description = Найменування
            sku = Артикул
            period = Період
            quantity = К-сть
            unit_price = Ціна за од.
            line_discount = Знижка
            tax_rate = ПДВ
            amount = Сума
            carried_forward = До перенесення
            brought_forward = Перенесено
            subtotal = Проміжний підсумок
            discount = Знижка
            discount_percent = Знижка {percent}
            shipping = Доставка
            net_total = Разом без ПДВ
            tax = ПДВ {rate}
            tax_on_basis = ПДВ {rate} від {basis}
            tax_included = У тому числі ПДВ {rate}
            tax_included_on_basis = У тому числі ПДВ {rate} від {basis}
            total = Разом
            amount_paid = Сплачено
            rounding = Округлення
            amount_due = До сплати
            tax_exempt = Без ПДВ
            reverse_charge = Зворотне нарахування: ПДВ сплачує покупець
            intra_community = Постачання в межах ЄС, звільнене від ПДВ
            export = Експорт, звільнений від ПДВ
            payment = Оплата
            iban = IBAN
            bic = BIC
            payment_reference = Призначення платежу
            scan_to_pay = Відскануйте для оплати
            notes = Примітки
            terms = Умови
            page_of_count = Сторінка {page} з {count}
            unit.C62 = шт.
            unit.HUR = год.
            unit.DAY = день
            unit.WEE = тиждень
            unit.MON = місяць
            unit.ANN = рік
            unit.LS = фікс. ціна
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            symbols = USD USD, EUR EUR, GBP GBP, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, UAH ₴, PHP PHP
            months = січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня
            date_pattern = {day} {month} {year}\u{202F}р.
            """
        )
    ]
}
