extension LocaleTable {
    static let french = [
        LocaleTable(
            "fr",
            """
            invoice = Facture
            credit_note = Avoir
            corrected = Facture rectificative
            prepayment = Facture d’acompte
            self_billed = Facture (Autofacturation)
            receipt = Reçu
            quote = Devis
            proforma = Facture pro forma
            demo = SPÉCIMEN
            from = Émetteur
            bill_to = Facturé à
            invoice_number = Numéro de facture
            document_number = Numéro
            date = Date d’émission
            due_date = Date d’échéance
            valid_until = Valable jusqu’au
            delivery_date = Date de livraison
            purchase_order = Bon de commande
            buyer_reference = Votre référence
            preceding_invoice = Facture d’origine
            vat_id = N° TVA
            tax_id = N° fiscal
            description = Désignation
            sku = Réf.
            period = Période
            quantity = Qté
            unit_price = Prix unitaire
            line_discount = Remise
            tax_rate = TVA
            amount = Montant
            carried_forward = À reporter
            brought_forward = Report
            subtotal = Sous-total
            discount = Remise
            discount_percent = Remise {percent}
            shipping = Frais de port
            net_total = Total HT
            tax = TVA {rate}
            tax_on_basis = TVA {rate} sur {basis}
            tax_included = Dont TVA {rate}
            tax_included_on_basis = Dont TVA {rate} sur {basis}
            total = Total
            amount_paid = Déjà réglé
            rounding = Arrondi
            amount_due = Net à payer
            tax_exempt = Exonéré de TVA
            reverse_charge = Autoliquidation
            intra_community = Livraison intracommunautaire exonérée de TVA
            export = Exportation exonérée de TVA
            payment = Paiement
            iban = IBAN
            bic = BIC
            payment_reference = Référence
            scan_to_pay = Scanner pour payer
            notes = Remarques
            terms = Conditions
            page_of_count = Page {page} sur {count}
            unit.C62 = unité
            unit.HUR = heure
            unit.DAY = jour
            unit.WEE = semaine
            unit.MON = mois
            unit.ANN = an
            unit.LS = forfait
            decimal = ,
            group = \u{202F}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = USD $US, GBP £GB, JPY JPY, CNY CNY, CAD $CA, AUD $AU, NZD $NZ, MXN $MX, HKD HKD, TWD TWD, SGD $SG, ARS $AR, CLP $CL, COP $CO, PHP PHP
            months = janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "fr-CA",
            """
            credit_note = Note de crédit
            self_billed = Facture établie par l’acheteur
            quote = Soumission
            vat_id = N° TPS/TVH
            tax_id = NEQ
            tax_rate = Taxe
            shipping = Livraison
            net_total = Total avant taxes
            tax = Taxe {rate}
            tax_on_basis = Taxe {rate} sur {basis}
            tax_included = Taxe {rate} incluse
            tax_included_on_basis = Taxe {rate} sur {basis} incluse
            tax_exempt = Exonéré de taxe
            reverse_charge = Autoliquidation : la taxe est due par l’acquéreur
            intra_community = Livraison intracommunautaire exonérée de taxe
            export = Exportation exonérée de taxe
            group = \u{A0}
            symbols = USD $\u{A0}US, GBP £, JPY ¥, CNY CN¥, INR INR, KRW KRW, ILS ILS, VND VND, CAD $, AUD $\u{A0}AU, NZD $\u{A0}NZ, MXN MXN, HKD $\u{A0}HK, SGD $\u{A0}SG, ARS ARS, CLP CLP, COP COP
            """
        ),
        LocaleTable(
            "fr-CH",
            """
            quote = Offre
            vat_id = N° TVA
            tax_id = IDE
            group = ’
            percent = {number}%
            """
        ),
    ]
}
