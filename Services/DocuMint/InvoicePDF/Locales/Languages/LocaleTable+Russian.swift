extension LocaleTable {
    static let russian = [
        LocaleTable(
            "ru",
            """
            invoice = Счёт
            credit_note = Кредит-нота
            corrected = Исправленный счёт
            prepayment = Счёт на предоплату
            self_billed = Счёт, выставленный покупателем
            receipt = Квитанция
            quote = Коммерческое предложение
            proforma = Счёт-проформа
            demo = ОБРАЗЕЦ
            from = Поставщик
            bill_to = Покупатель
            invoice_number = Номер счёта
            document_number = Номер
            date = Дата выставления
            due_date = Оплатить до
            valid_until = Действительно до
            delivery_date = Дата поставки
            purchase_order = Номер заказа
            buyer_reference = Ваш номер
            preceding_invoice = Исходный счёт
            vat_id = № НДС
            tax_id = ИНН
            description = Наименование
            sku = Артикул
            period = Период
            quantity = Кол-во
            unit_price = Цена за ед.
            line_discount = Скидка
            tax_rate = НДС
            amount = Сумма
            carried_forward = К переносу
            brought_forward = Перенос
            subtotal = Промежуточный итог
            discount = Скидка
            discount_percent = Скидка {percent}
            shipping = Доставка
            net_total = Итого без НДС
            tax = НДС {rate}
            tax_on_basis = НДС {rate} от {basis}
            tax_included = В том числе НДС {rate}
            tax_included_on_basis = В том числе НДС {rate} от {basis}
            total = Итого
            amount_paid = Оплачено
            rounding = Округление
            amount_due = К оплате
            tax_exempt = Без НДС
            reverse_charge = Обратное начисление: НДС уплачивает покупатель
            intra_community = Поставка внутри ЕС, освобождённая от НДС
            export = Экспорт, освобождённый от НДС
            payment = Оплата
            iban = IBAN
            bic = BIC
            payment_reference = Назначение платежа
            scan_to_pay = Отсканируйте для оплаты
            notes = Примечания
            terms = Условия
            page_of_count = Страница {page} из {count}
            unit.C62 = шт.
            unit.HUR = час
            unit.DAY = день
            unit.WEE = неделя
            unit.MON = месяц
            unit.ANN = год
            unit.LS = фикс. цена
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = UAH ₴, RUB ₽, THB ฿, PHP PHP
            months = января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря
            date_pattern = {day} {month} {year}\u{202F}г.
            """
        )
    ]
}
