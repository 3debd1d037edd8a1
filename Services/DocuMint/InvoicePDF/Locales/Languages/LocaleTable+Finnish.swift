extension LocaleTable {
    static let finnish = [
        LocaleTable(
            "fi",
            """
            invoice = Lasku
            credit_note = Hyvityslasku
            corrected = Korjattu lasku
            prepayment = Ennakkolasku
            self_billed = Lasku (Itselaskutus)
            receipt = Kuitti
            quote = Tarjous
            proforma = Proformalasku
            demo = MALLI
            from = Lähettäjä
            bill_to = Laskutusosoite
            invoice_number = Laskun numero
            document_number = Numero
            date = Laskun päiväys
            due_date = Eräpäivä
            valid_until = Voimassa asti
            delivery_date = Toimituspäivä
            purchase_order = Tilausnumero
            buyer_reference = Viitteenne
            preceding_invoice = Alkuperäinen lasku
            vat_id = ALV-tunniste
            tax_id = Y-tunnus
            description = Kuvaus
            sku = Tuotenro
            period = Ajanjakso
            quantity = Määrä
            unit_price = Yksikköhinta
            line_discount = Alennus
            tax_rate = ALV
            amount = Summa
            carried_forward = Siirretään
            brought_forward = Siirretty
            subtotal = Välisumma
            discount = Alennus
            discount_percent = Alennus {percent}
            shipping = Toimituskulut
            net_total = Veroton yhteensä
            tax = ALV {rate}
            tax_on_basis = ALV {rate} summasta {basis}
            tax_included = Sisältää ALV {rate}
            tax_included_on_basis = Sisältää ALV {rate} summasta {basis}
            total = Yhteensä
            amount_paid = Jo maksettu
            rounding = Pyöristys
            amount_due = Maksettavaa
            tax_exempt = Arvonlisäveroton
            reverse_charge = Käännetty verovelvollisuus
            intra_community = Arvonlisäveroton yhteisömyynti
            export = Arvonlisäveroton vientimyynti
            payment = Maksu
            iban = IBAN
            bic = BIC
            payment_reference = Viite
            scan_to_pay = Skannaa ja maksa
            notes = Huomautukset
            terms = Ehdot
            page_of_count = Sivu {page}/{count}
            unit.C62 = kpl
            unit.HUR = tunti
            unit.DAY = päivä
            unit.WEE = viikko
            unit.MON = kuukausi
            unit.ANN = vuosi
            unit.LS = kiinteä hinta
            decimal = ,
            group = \u{A0}
            money = {amount}\u{A0}{symbol}
            percent = {number}\u{A0}%
            symbols = CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD AUD, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PHP PHP
            months = tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, elokuuta, syyskuuta, lokakuuta, marraskuuta, joulukuuta
            date_pattern = {day}. {month} {year}
            """
        )
    ]
}
