extension LocaleTable {
    static let portuguese = [
        LocaleTable(
            "pt",
            """
            invoice = Fatura
            credit_note = Nota de crédito
            corrected = Fatura retificada
            prepayment = Fatura de adiantamento
            self_billed = Fatura (Autofaturação)
            receipt = Recibo
            quote = Orçamento
            proforma = Fatura pró-forma
            demo = DEMONSTRAÇÃO
            from = De
            bill_to = Faturar a
            invoice_number = Número da fatura
            document_number = Número
            date = Data de emissão
            due_date = Data de vencimento
            valid_until = Válido até
            delivery_date = Data de entrega
            purchase_order = Nota de encomenda
            buyer_reference = A sua referência
            preceding_invoice = Fatura original
            vat_id = N.º IVA
            tax_id = NIF
            description = Descrição
            sku = Ref.
            period = Período
            quantity = Qtd.
            unit_price = Preço unitário
            line_discount = Desconto
            tax_rate = IVA
            amount = Valor
            carried_forward = A transportar
            brought_forward = Transporte
            subtotal = Subtotal
            discount = Desconto
            discount_percent = Desconto {percent}
            shipping = Portes de envio
            net_total = Total sem IVA
            tax = IVA {rate}
            tax_on_basis = IVA {rate} sobre {basis}
            tax_included = IVA {rate} incluído
            tax_included_on_basis = IVA {rate} incluído, sobre {basis}
            total = Total
            amount_paid = Já pago
            rounding = Arredondamento
            amount_due = Total a pagar
            tax_exempt = Isento de IVA
            reverse_charge = Autoliquidação
            intra_community = Transmissão intracomunitária isenta de IVA
            export = Exportação isenta de IVA
            payment = Pagamento
            iban = IBAN
            bic = BIC
            payment_reference = Referência
            scan_to_pay = Ler o código para pagar
            notes = Observações
            terms = Condições
            page_of_count = Página {page} de {count}
            unit.C62 = un.
            unit.HUR = hora
            unit.DAY = dia
            unit.WEE = semana
            unit.MON = mês
            unit.ANN = ano
            unit.LS = valor global
            decimal = ,
            group = \u{A0}
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = USD US$, JPY JP¥, AUD AU$, THB ฿, PHP PHP
            months = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
            date_pattern = {day} de {month} de {year}
            """
        ),
        LocaleTable(
            "pt-BR",
            """
            corrected = Fatura corrigida
            self_billed = Fatura emitida pelo comprador
            proforma = Fatura proforma
            bill_to = Cobrar de
            purchase_order = Pedido de compra
            buyer_reference = Sua referência
            vat_id = Inscrição estadual
            tax_id = CNPJ/CPF
            sku = Cód.
            unit_price = Preço unitário
            tax_rate = Impostos
            shipping = Frete
            net_total = Total sem impostos
            tax = Impostos {rate}
            tax_on_basis = Impostos {rate} sobre {basis}
            tax_included = Impostos {rate} incluídos
            tax_included_on_basis = Impostos {rate} incluídos, sobre {basis}
            tax_exempt = Isento de impostos
            reverse_charge = Inversão do sujeito passivo: o imposto é devido pelo destinatário
            intra_community = Fornecimento intracomunitário isento de impostos
            export = Exportação isenta de impostos
            scan_to_pay = Escaneie para pagar
            group = .
            minimum_grouped_digits = 4
            money = {symbol}\u{A0}{amount}
            """
        ),
    ]
}
