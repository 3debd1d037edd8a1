extension LocaleTable {
    static let english = [
        LocaleTable("en", ""),
        LocaleTable(
            "en-AU",
            """
            invoice = Tax invoice
            vat_id = ABN
            tax_id = ACN
            tax_rate = GST
            net_total = Total excl. GST
            tax = GST {rate}
            tax_on_basis = GST {rate} on {basis}
            tax_included = Includes GST {rate}
            tax_included_on_basis = Includes GST {rate} on {basis}
            tax_exempt = Exempt from GST
            reverse_charge = Reverse charge: the recipient is liable for the GST
            symbols = USD USD, EUR EUR, GBP GBP, JPY JPY, CNY CNY, INR INR, KRW KRW, ILS ILS, VND VND, BRL BRL, CAD CAD, AUD $, NZD NZD, MXN MXN, HKD HKD, TWD TWD, PHP PHP
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-CA",
            """
            vat_id = GST/HST no.
            tax_id = Business no.
            symbols = USD US$, JPY JP¥, CAD $
            """
        ),
        LocaleTable(
            "en-GB",
            """
            vat_id = VAT no.
            tax_id = UTR
            tax_rate = VAT
            net_total = Total excl. VAT
            tax = VAT {rate}
            tax_on_basis = VAT {rate} on {basis}
            tax_included = Includes VAT {rate}
            tax_included_on_basis = Includes VAT {rate} on {basis}
            tax_exempt = Exempt from VAT
            reverse_charge = Reverse charge: customer to account for the VAT to HMRC
            intra_community = VAT-exempt intra-Community supply
            export = VAT-exempt export
            symbols = USD US$, JPY JP¥
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-IE",
            """
            vat_id = VAT no.
            tax_rate = VAT
            net_total = Total excl. VAT
            tax = VAT {rate}
            tax_on_basis = VAT {rate} on {basis}
            tax_included = Includes VAT {rate}
            tax_included_on_basis = Includes VAT {rate} on {basis}
            tax_exempt = Exempt from VAT
            reverse_charge = Reverse charge: the recipient is liable for the VAT
            intra_community = VAT-exempt intra-Community supply
            export = VAT-exempt export
            symbols = USD US$, JPY JP¥
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-IN",
            """
            invoice = Tax invoice
            vat_id = GSTIN
            tax_id = PAN
            tax_rate = GST
            net_total = Total excl. GST
            tax = GST {rate}
            tax_on_basis = GST {rate} on {basis}
            tax_included = Includes GST {rate}
            tax_included_on_basis = Includes GST {rate} on {basis}
            tax_exempt = Exempt from GST
            reverse_charge = Reverse charge: the recipient is liable for the GST
            other_groups = 2
            symbols = JPY JP¥
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-NZ",
            """
            invoice = Tax invoice
            vat_id = GST no.
            tax_id = NZBN
            tax_rate = GST
            net_total = Total excl. GST
            tax = GST {rate}
            tax_on_basis = GST {rate} on {basis}
            tax_included = Includes GST {rate}
            tax_included_on_basis = Includes GST {rate} on {basis}
            tax_exempt = Exempt from GST
            reverse_charge = Reverse charge: the recipient is liable for the GST
            symbols = USD US$, JPY JP¥, NZD $
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-SG",
            """
            invoice = Tax invoice
            vat_id = GST reg. no.
            tax_id = UEN
            tax_rate = GST
            net_total = Total excl. GST
            tax = GST {rate}
            tax_on_basis = GST {rate} on {basis}
            tax_included = Includes GST {rate}
            tax_included_on_basis = Includes GST {rate} on {basis}
            tax_exempt = Exempt from GST
            reverse_charge = Reverse charge: the recipient is liable for the GST
            symbols = USD US$, JPY JP¥, SGD $
            date_pattern = {day} {month} {year}
            """
        ),
        LocaleTable(
            "en-ZA",
            """
            invoice = Tax invoice
            vat_id = VAT no.
            tax_rate = VAT
            net_total = Total excl. VAT
            tax = VAT {rate}
            tax_on_basis = VAT {rate} on {basis}
            tax_included = Includes VAT {rate}
            tax_included_on_basis = Includes VAT {rate} on {basis}
            tax_exempt = Exempt from VAT
            reverse_charge = Reverse charge: the recipient is liable for the VAT
            decimal = ,
            group = \u{A0}
            symbols = USD US$, JPY JP¥, ZAR R
            date_pattern = {day2} {month} {year}
            """
        ),
    ]
}
