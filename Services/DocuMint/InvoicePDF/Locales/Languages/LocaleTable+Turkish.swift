extension LocaleTable {
    static let turkish = [
        LocaleTable(
            "tr",
            """
            invoice = Fatura
            credit_note = İade faturası
            corrected = Düzeltilmiş fatura
            prepayment = Avans faturası
            self_billed = Alıcı tarafından düzenlenen fatura
            receipt = Makbuz
            quote = Teklif
            proforma = Proforma fatura
            demo = ÖRNEK
            from = Satıcı
            bill_to = Alıcı
            invoice_number = Fatura no.
            document_number = Numara
            date = Düzenleme tarihi
            due_date = Son ödeme tarihi
            valid_until = Geçerlilik tarihi
            delivery_date = Teslim tarihi
            purchase_order = Sipariş no.
            buyer_reference = Referansınız
            preceding_invoice = Asıl fatura
            vat_id = KDV no.
            tax_id = Vergi no.
            description = Açıklama
            sku = Ürün kodu
            period = Dönem
            quantity = Miktar
            unit_price = Birim fiyat
            line_discount = İskonto
            tax_rate = KDV
            amount = Tutar
            carried_forward = Nakli yekûn
            brought_forward = Devreden
            subtotal = Ara toplam
            discount = İskonto
            discount_percent = İskonto {percent}
            shipping = Kargo
            net_total = KDV hariç toplam
            tax = KDV {rate}
            tax_on_basis = KDV {rate}, matrah {basis}
            tax_included = KDV {rate} dâhil
            tax_included_on_basis = KDV {rate} dâhil, matrah {basis}
            total = Genel toplam
            amount_paid = Ödenen
            rounding = Yuvarlama
            amount_due = Ödenecek tutar
            tax_exempt = KDV’den istisna
            reverse_charge = Ters vergilendirme: KDV alıcı tarafından ödenir
            intra_community = KDV’den istisna topluluk içi teslim
            export = KDV’den istisna ihracat
            payment = Ödeme
            iban = IBAN
            bic = BIC
            payment_reference = Ödeme açıklaması
            scan_to_pay = Ödemek için okutun
            notes = Notlar
            terms = Koşullar
            page_of_count = Sayfa {page}/{count}
            unit.C62 = adet
            unit.HUR = saat
            unit.DAY = gün
            unit.WEE = hafta
            unit.MON = ay
            unit.ANN = yıl
            unit.LS = götürü
            decimal = ,
            group = .
            percent = %{number}
            symbols = AUD AU$, TRY ₺, THB ฿, PHP PHP
            months = Ocak, Şubat, Mart, Nisan, Mayıs, Haziran, Temmuz, Ağustos, Eylül, Ekim, Kasım, Aralık
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
