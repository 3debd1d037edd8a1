extension LocaleTable {
    static let italian = [
        LocaleTable(
            "it",
            """
            invoice = Fattura
            credit_note = Nota di credito
            corrected = Fattura rettificativa
            prepayment = Fattura di acconto
            self_billed = Fattura (Autofatturazione)
            receipt = Ricevuta
            quote = Preventivo
            proforma = Fattura proforma
            demo = ESEMPIO
            from = Da
            bill_to = Intestata a
            invoice_number = Numero fattura
            document_number = Numero
            date = Data di emissione
            due_date = Scadenza
            valid_until = Valido fino al
            delivery_date = Data di consegna
            purchase_order = Ordine d’acquisto
            buyer_reference = Vostro riferimento
            preceding_invoice = Fattura di riferimento
            vat_id = Partita IVA
            tax_id = Codice fiscale
            description = Descrizione
            sku = Cod. art.
            period = Periodo
            quantity = Q.tà
            unit_price = Prezzo unitario
            line_discount = Sconto
            tax_rate = IVA
            amount = Importo
            carried_forward = A riportare
            brought_forward = Riporto
            subtotal = Subtotale
            discount = Sconto
            discount_percent = Sconto {percent}
            shipping = Spese di spedizione
            net_total = Imponibile
            tax = IVA {rate}
            tax_on_basis = IVA {rate} su {basis}
            tax_included = IVA {rate} inclusa
            tax_included_on_basis = IVA {rate} inclusa, su {basis}
            total = Totale
            amount_paid = Già pagato
            rounding = Arrotondamento
            amount_due = Totale da pagare
            tax_exempt = Esente da IVA
            reverse_charge = Inversione contabile
            intra_community = Cessione intracomunitaria non imponibile IVA
            export = Esportazione non imponibile IVA
            payment = Pagamento
            iban = IBAN
            bic = BIC
            payment_reference = Causale
            scan_to_pay = Scansiona per pagare
            notes = Note
            terms = Condizioni
            page_of_count = Pagina {page} di {count}
            unit.C62 = pezzo
            unit.HUR = ora
            unit.DAY = giorno
            unit.WEE = settimana
            unit.MON = mese
            unit.ANN = anno
            unit.LS = a corpo
            decimal = ,
            group = .
            minimum_grouped_digits = 5
            money = {amount}\u{A0}{symbol}
            symbols = USD USD, JPY JPY, INR INR, KRW KRW, VND VND, BRL BRL, MXN MXN, HKD HKD, TWD TWD, THB ฿
            months = gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "it-CH",
            """
            quote = Offerta
            vat_id = N. IVA
            tax_id = IDI
            decimal = .
            group = ’
            minimum_grouped_digits = 4
            money = {symbol}\u{A0}{amount}
            negative_money = {symbol}-{amount}
            """
        ),
    ]
}
