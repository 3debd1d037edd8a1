extension LocaleTable {
    static let bulgarian = [
        LocaleTable(
            "bg",
            """
            invoice = Фактура
            credit_note = Кредитно известие
            corrected = Коригирана фактура
            prepayment = Авансова фактура
            self_billed = Фактура (Самофактуриране)
            receipt = Разписка
            quote = Оферта
            proforma = Проформа фактура
            demo = ОБРАЗЕЦ
            from = Доставчик
            bill_to = Получател
            invoice_number = Номер на фактура
            document_number = Номер
            date = Дата на издаване
            due_date = Краен срок за плащане
            valid_until = Валидна до
            delivery_date = Дата на доставка
            purchase_order = Номер на поръчка
            buyer_reference = Ваш номер
            preceding_invoice = Първоначална фактура
            vat_id = ДДС №
            tax_id = ЕИК
            description = Описание
            sku = Артикул №
            period = Период
            quantity = К-во
            unit_price = Ед. цена
            line_discount = Отстъпка
            tax_rate = ДДС
            amount = Сума
            carried_forward = За пренасяне
            brought_forward = Пренесено
            subtotal = Междинна сума
            discount = Отстъпка
            discount_percent = Отстъпка {percent}
            shipping = Доставка
            net_total = Общо без ДДС
            tax = ДДС {rate}
            tax_on_basis = ДДС {rate} върху {basis}
            tax_included = Включва ДДС {rate}
            tax_included_on_basis = Включва ДДС {rate} върху {basis}
            total = Общо
            amount_paid = Платено
            rounding = Закръгляване
            amount_due = Сума за плащане
            tax_exempt = Освободено от ДДС
            reverse_charge = Обратно начисляване
            intra_community = Вътреобщностна доставка, освободена от ДДС
            export = Износ, освободен от ДДС
            payment = Плащане
            iban = IBAN
            bic = BIC
            payment_reference = Основание
            scan_to_pay = Сканирайте, за да платите
            notes = Бележки
            terms = Условия
            page_of_count = Страница {page} от {count}
            unit.C62 = бр.
            unit.HUR = час
            unit.DAY = ден
            unit.WEE = седмица
            unit.MON = месец
            unit.ANN = година
            unit.LS = твърда цена
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = USD щ.д., GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, BGN лв., PHP PHP
            months = януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември
            date_pattern = {day} {month} {year}\u{202F}г.
            """
        )
    ]
}
