extension LocaleTable {
    static let romanian = [
        LocaleTable(
            "ro",
            """
            invoice = Factură
            credit_note = Notă de credit
            corrected = Factură corectată
            prepayment = Factură de avans
            self_billed = Factură (Autofacturare)
            receipt = Chitanță
            quote = Ofertă
            proforma = Factură proformă
            demo = MODEL
            from = Furnizor
            bill_to = Client
            invoice_number = Numărul facturii
            document_number = Număr
            date = Data emiterii
            due_date = Data scadenței
            valid_until = Valabilă până la
            delivery_date = Data livrării
            purchase_order = Comandă
            buyer_reference = Referința dvs.
            preceding_invoice = Factura inițială
            vat_id = Cod TVA
            tax_id = Cod fiscal
            description = Descriere
            sku = Cod articol
            period = Perioada
            quantity = Cant.
            unit_price = Preț unitar
            line_discount = Reducere
            tax_rate = TVA
            amount = Valoare
            carried_forward = De reportat
            brought_forward = Report
            subtotal = Subtotal
            discount = Reducere
            discount_percent = Reducere {percent}
            shipping = Transport
            net_total = Total fără TVA
            tax = TVA {rate}
            tax_on_basis = TVA {rate} la {basis}
            tax_included = Include TVA {rate}
            tax_included_on_basis = Include TVA {rate} la {basis}
            total = Total
            amount_paid = Achitat
            rounding = Rotunjire
            amount_due = Rest de plată
            tax_exempt = Scutit de TVA
            reverse_charge = Taxare inversă
            intra_community = Livrare intracomunitară scutită de TVA
            export = Export scutit de TVA
            payment = Plată
            iban = IBAN
            bic = BIC
            payment_reference = Referință
            scan_to_pay = Scanați pentru plată
            notes = Observații
            terms = Condiții
            page_of_count = Pagina {page} din {count}
            unit.C62 = buc.
            unit.HUR = oră
            unit.DAY = zi
            unit.WEE = săptămână
            unit.MON = lună
            unit.ANN = an
            unit.LS = sumă forfetară
            decimal = ,
            group = .
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD USD, EUR EUR, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PHP PHP
            months = ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
