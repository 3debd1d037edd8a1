extension LocaleTable {
    static let spanish = [
        LocaleTable(
            "es",
            """
            invoice = Factura
            credit_note = Factura rectificativa de abono
            corrected = Factura rectificativa
            prepayment = Factura de anticipo
            self_billed = Factura (Facturación por el destinatario)
            receipt = Recibo
            quote = Presupuesto
            proforma = Factura proforma
            demo = MUESTRA
            from = Emisor
            bill_to = Facturar a
            invoice_number = Número de factura
            document_number = Número
            date = Fecha de emisión
            due_date = Fecha de vencimiento
            valid_until = Válido hasta
            delivery_date = Fecha de entrega
            purchase_order = Pedido
            buyer_reference = Su referencia
            preceding_invoice = Factura original
            vat_id = NIF-IVA
            tax_id = NIF
            description = Descripción
            sku = Ref.
            period = Periodo
            quantity = Cant.
            unit_price = Precio unitario
            line_discount = Descuento
            tax_rate = IVA
            amount = Importe
            carried_forward = Suma y sigue
            brought_forward = Suma anterior
            subtotal = Subtotal
            discount = Descuento
            discount_percent = Descuento {percent}
            shipping = Gastos de envío
            net_total = Base imponible
            tax = IVA {rate}
            tax_on_basis = IVA {rate} sobre {basis}
            tax_included = IVA {rate} incluido
            tax_included_on_basis = IVA {rate} incluido, sobre {basis}
            total = Total
            amount_paid = Importe pagado
            rounding = Redondeo
            amount_due = Total a pagar
            tax_exempt = Exento de IVA
            reverse_charge = Inversión del sujeto pasivo
            intra_community = Entrega intracomunitaria exenta de IVA
            export = Exportación exenta de IVA
            payment = Pago
            iban = IBAN
            bic = BIC
            payment_reference = Concepto
            scan_to_pay = Escanear para pagar
            notes = Observaciones
            terms = Condiciones
            page_of_count = Página {page} de {count}
            unit.C62 = ud.
            unit.HUR = hora
            unit.DAY = día
            unit.WEE = semana
            unit.MON = mes
            unit.ANN = año
            unit.LS = tanto alzado
            decimal = ,
            group = .
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD US$, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, THB ฿, PHP PHP
            months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
            date_pattern = {day} de {month} de {year}
            """
        ),
        LocaleTable(
            "es-419",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = N.º fiscal
            tax_id = N.º fiscal
            net_total = Total sin IVA
            payment_reference = Referencia
            decimal = .
            group = ,
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            percent = {number}%
            symbols = USD USD, EUR EUR, VND VND, THB THB
            """
        ),
        LocaleTable(
            "es-AR",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = CUIT
            tax_id = CUIT
            net_total = Total sin IVA
            payment_reference = Referencia
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            percent = {number}%
            symbols = EUR EUR, VND VND, THB THB, ARS $
            """
        ),
        LocaleTable(
            "es-CL",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = RUT
            tax_id = RUT
            net_total = Total sin IVA
            payment_reference = Referencia
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            negative_money = {symbol}-{amount}
            percent = {number}%
            symbols = EUR EUR, VND VND, THB THB, CLP $
            """
        ),
        LocaleTable(
            "es-CO",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = NIT
            tax_id = NIT
            net_total = Total sin IVA
            payment_reference = Referencia
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            percent = {number}%
            symbols = EUR EUR, VND VND, THB THB, COP $
            """
        ),
        LocaleTable(
            "es-MX",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = RFC
            tax_id = RFC
            net_total = Total sin IVA
            payment_reference = Referencia
            decimal = .
            group = ,
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            percent = {number}%
            symbols = USD USD, EUR EUR, VND VND, MXN $, THB THB
            """
        ),
        LocaleTable(
            "es-PE",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = RUC
            tax_id = RUC
            tax_rate = IGV
            net_total = Total sin IGV
            tax = IGV {rate}
            tax_on_basis = IGV {rate} sobre {basis}
            tax_included = IGV {rate} incluido
            tax_included_on_basis = IGV {rate} incluido, sobre {basis}
            tax_exempt = Exento de IGV
            intra_community = Entrega intracomunitaria exenta de IGV
            export = Exportación exenta de IGV
            payment_reference = Referencia
            decimal = .
            group = ,
            minimum_grouped_digits = 4
            money = {symbol}\u{A0}{amount}
            percent = {number}%
            symbols = USD USD, EUR EUR, VND VND, THB THB, PEN S/
            months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, setiembre, octubre, noviembre, diciembre
            """
        ),
        LocaleTable(
            "es-US",
            """
            credit_note = Nota de crédito
            corrected = Factura corregida
            self_billed = Factura emitida por el comprador
            quote = Cotización
            purchase_order = Orden de compra
            vat_id = N.º fiscal
            tax_id = N.º fiscal
            net_total = Total sin IVA
            payment_reference = Referencia
            decimal = .
            group = ,
            minimum_grouped_digits = 4
            money = {symbol}{amount}
            percent = {number}%
            symbols = USD $, EUR EUR, JPY ¥, VND VND, THB THB
            """
        ),
    ]
}
