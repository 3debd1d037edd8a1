extension LocaleTable {
    static let catalan = [
        LocaleTable(
            "ca",
            """
            invoice = Factura
            credit_note = Factura rectificativa d’abonament
            corrected = Factura rectificativa
            prepayment = Factura de bestreta
            self_billed = Factura (Facturació pel destinatari)
            receipt = Rebut
            quote = Pressupost
            proforma = Factura proforma
            demo = MOSTRA
            from = Emissor
            bill_to = Facturar a
            invoice_number = Número de factura
            document_number = Número
            date = Data d’emissió
            due_date = Data de venciment
            valid_until = Vàlid fins al
            delivery_date = Data de lliurament
            purchase_order = Comanda
            buyer_reference = La vostra referència
            preceding_invoice = Factura original
            vat_id = NIF-IVA
            tax_id = NIF
            description = Descripció
            sku = Ref.
            period = Període
            quantity = Quant.
            unit_price = Preu unitari
            line_discount = Descompte
            tax_rate = IVA
            amount = Import
            carried_forward = Suma i segueix
            brought_forward = Suma anterior
            subtotal = Subtotal
            discount = Descompte
            discount_percent = Descompte {percent}
            shipping = Despeses d’enviament
            net_total = Base imposable
            tax = IVA {rate}
            tax_on_basis = IVA {rate} sobre {basis}
            tax_included = IVA {rate} inclòs
            tax_included_on_basis = IVA {rate} inclòs, sobre {basis}
            total = Total
            amount_paid = Import pagat
            rounding = Arrodoniment
            amount_due = Total a pagar
            tax_exempt = Exempt d’IVA
            reverse_charge = Inversió del subjecte passiu
            intra_community = Lliurament intracomunitari exempt d’IVA
            export = Exportació exempta d’IVA
            payment = Pagament
            iban = IBAN
            bic = BIC
            payment_reference = Concepte
            scan_to_pay = Escanegeu per pagar
            notes = Observacions
            terms = Condicions
            page_of_count = Pàgina {page} de {count}
            unit.C62 = u.
            unit.HUR = hora
            unit.DAY = dia
            unit.WEE = setmana
            unit.MON = mes
            unit.ANN = any
            unit.LS = preu fet
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, CNY CNY, BRL BRL, CAD CAD, AUD AU$, MXN MXN, THB ฿, PHP PHP
            months = de gener, de febrer, de març, d’abril, de maig, de juny, de juliol, d’agost, de setembre, d’octubre, de novembre, de desembre
            date_pattern = {day} {month} del {year}
            """
        )
    ]
}
