extension LocaleTable {
    static let indonesian = [
        LocaleTable(
            "id",
            """
            invoice = Faktur
            credit_note = Nota kredit
            corrected = Faktur koreksi
            prepayment = Faktur uang muka
            self_billed = Faktur yang dibuat pembeli
            receipt = Kuitansi
            quote = Penawaran
            proforma = Faktur proforma
            demo = CONTOH
            from = Dari
            bill_to = Kepada
            invoice_number = Nomor faktur
            document_number = Nomor
            date = Tanggal terbit
            due_date = Jatuh tempo
            valid_until = Berlaku hingga
            delivery_date = Tanggal pengiriman
            purchase_order = Pesanan pembelian
            buyer_reference = Referensi Anda
            preceding_invoice = Faktur asal
            vat_id = NPPKP
            tax_id = NPWP
            description = Deskripsi
            sku = Kode barang
            period = Periode
            quantity = Jml.
            unit_price = Harga satuan
            line_discount = Diskon
            tax_rate = PPN
            amount = Jumlah
            carried_forward = Dipindahkan
            brought_forward = Pindahan
            subtotal = Subtotal
            discount = Diskon
            discount_percent = Diskon {percent}
            shipping = Ongkos kirim
            net_total = Total sebelum PPN
            tax = PPN {rate}
            tax_on_basis = PPN {rate} dari {basis}
            tax_included = Termasuk PPN {rate}
            tax_included_on_basis = Termasuk PPN {rate} dari {basis}
            total = Total
            amount_paid = Sudah dibayar
            rounding = Pembulatan
            amount_due = Sisa tagihan
            tax_exempt = Bebas PPN
            reverse_charge = Pajak ditanggung penerima: PPN disetor oleh pembeli
            intra_community = Penyerahan antarnegara Uni Eropa, bebas PPN
            export = Ekspor bebas PPN
            payment = Pembayaran
            iban = IBAN
            bic = BIC
            payment_reference = Referensi
            scan_to_pay = Pindai untuk membayar
            notes = Catatan
            terms = Ketentuan
            page_of_count = Halaman {page} dari {count}
            unit.C62 = buah
            unit.HUR = jam
            unit.DAY = hari
            unit.WEE = minggu
            unit.MON = bulan
            unit.ANN = tahun
            unit.LS = borongan
            decimal = ,
            group = .
            symbols = USD US$, JPY JP¥, INR Rs, AUD AU$, THB ฿, IDR Rp, PHP PHP
            months = Januari, Februari, Maret, April, Mei, Juni, Juli, Agustus, September, Oktober, November, Desember
            date_pattern = {day} {month} {year}
            """
        )
    ]
}
