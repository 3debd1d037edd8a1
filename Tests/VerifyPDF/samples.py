"""Draws the samples in docs/samples: `make build && .run/python/bin/python Tests/VerifyPDF/samples.py`.

With `--requests FOLDER` it writes the requests there and draws nothing."""

import base64
import io
import json
import pathlib
import subprocess
import sys

from PIL import Image, ImageDraw, ImageFont

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "docs/samples"
# The largest that a picture in the repository should be.
MAXIMUM_BYTES = 150_000


def logo():
    """A mark and a name on nothing, drawn four times as large as needed so that its edges are smooth."""
    scale = 4
    image = Image.new("RGBA", (420 * scale, 120 * scale), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse([0, 10 * scale, 100 * scale, 110 * scale], fill="#0F766E")
    draw.polygon([(x * scale, y * scale) for x, y in [(50, 25), (62, 60), (50, 95), (38, 60)]], fill="white")
    font = ImageFont.truetype("/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf", 56 * scale)
    draw.text((120 * scale, 22 * scale), "Northwind", font=font, fill="#113230")
    data = io.BytesIO()
    image.resize((420, 120), Image.LANCZOS).save(data, "PNG")
    return "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()


def requests():
    return {
        "classic-german": {
            "locale": "de",
            "template": "classic",
            "from": {
                "name": "Brightwater Studio GmbH",
                "address": "Lindenstraße 14",
                "postal_code": "10969",
                "city": "Berlin",
                "email": "rechnung@brightwater.example",
                "phone": "+49 30 901820",
                "vat_id": "DE123456789",
                "iban": "DE02120300000000202051",
                "bic": "BYLADEM1001",
            },
            "to": {
                "name": "Donaudampfschifffahrtsgesellschaft mbH",
                "address": "Abteilung Kreditorenbuchhaltung\nHandelskai 265",
                "postal_code": "01067",
                "city": "Dresden",
                "vat_id": "DE987654321",
            },
            "items": [
                {"description": "Beratung\nWorkshop mit dem Vertriebsteam", "quantity": "12.5", "unit_price": 140, "unit": "HUR", "sku": "B-100"},
                {"description": "Softwarewartungsvertrag\nVerlängerung um zwölf Monate", "quantity": 1, "unit_price": 2400, "sku": "S-220"},
                {"description": "Fachbuch „Rechnungen schreiben“", "quantity": 3, "unit_price": "49.90", "tax_rate": "0.07", "sku": "F-031"},
                {"description": "Fahrtkosten", "quantity": 412, "unit_price": "0.42", "unit": "KMT"},
            ],
            "invoice_number": "RE-2026-0042",
            "date": "2026-01-30",
            "due_date": "2026-02-13",
            "delivery_date": "2026-01-29",
            "purchase_order": "B-77120",
            "tax_rate": "0.19",
            "currency": "EUR",
            "payment": {"qr": "epc", "reference": "RE-2026-0042"},
            "notes": "Vielen Dank für Ihren Auftrag und die gute Zusammenarbeit.",
            "terms": "Zahlbar innerhalb von 14 Tagen ohne Abzug.",
        },
        "modern-english": {
            "template": "modern",
            "accent_color": "#0F766E",
            "logo": logo(),
            "locale": "en-GB",
            "from": {
                "name": "Northwind Studio Ltd",
                "address": "48 Ropewalk Lane",
                "postal_code": "BS1 4RW",
                "city": "Bristol",
                "email": "billing@northwind.example",
                "vat_id": "GB123456789",
                "iban": "GB29NWBK60161331926819",
                "bic": "NWBKGB2L",
            },
            "to": {
                "name": "Harbour & Finch Ltd",
                "address": "200 Quayside\nSuite 14",
                "postal_code": "NE1 3DX",
                "city": "Newcastle upon Tyne",
                "email": "accounts@harbourfinch.example",
            },
            "items": [
                {"description": "Brand identity and design system", "quantity": 1, "unit_price": 4800, "discount": {"percent": 10, "reason": "Returning customer"}},
                {
                    "description": "Front-end development\nCheckout, account pages, accessibility review",
                    "quantity": "37.5",
                    "unit_price": 110,
                    "unit": "h",
                    "period": {"start": "2026-01-05", "end": "2026-01-30"},
                },
                {"description": "Hosting, by the request", "quantity": 125000, "unit_price": "0.00042"},
                {"description": "Returned photo licence", "quantity": -1, "unit_price": "249.90"},
            ],
            "invoice_number": "INV-2026-0042",
            "date": "2026-01-30",
            "due_date": "2026-02-27",
            "purchase_order": "PO-77120",
            "tax_rate": "0.2",
            "currency": "GBP",
            "amount_paid": 2000,
            "notes": "Thank you for your business. It was a pleasure to work with your team on the new storefront.",
            "terms": "Payable within 28 days of the date of issue. Interest of 8% above the base rate is due on late payments.",
        },
        "minimal-japanese": {
            "template": "minimal",
            "locale": "ja",
            "from": {
                "name": "株式会社みなとデザイン",
                "address": "北青山二丁目14番6号",
                "postal_code": "〒107-0061",
                "city": "東京都港区",
                "email": "seikyu@minato.example",
                "phone": "03-0000-0000",
                "vat_id": "T1234567890123",
            },
            "to": {"name": "さくら商事株式会社 御中", "address": "丸の内一丁目1番1号\nさくらビル8階", "postal_code": "〒100-0005", "city": "東京都千代田区"},
            "items": [
                {"description": "ブランドアイデンティティ設計", "quantity": 1, "unit_price": 480000},
                {"description": "ウェブサイト開発\n決済画面、会員ページ、アクセシビリティ検証を含む", "quantity": "37.5", "unit_price": 11000, "unit": "HUR"},
                {"description": "サーバー利用料（一月分）", "quantity": 1, "unit_price": 12000},
                {"description": "会議用お弁当", "quantity": 8, "unit_price": 1200, "tax_rate": "0.08"},
            ],
            "invoice_number": "2026-0042",
            "date": "2026-01-30",
            "due_date": "2026-02-27",
            "tax_rate": "0.1",
            "currency": "JPY",
            "notes": "平素より格別のお引き立てを賜り、厚く御礼申し上げます。",
            "terms": "お支払期限までにお振込みください。振込手数料は貴社にてご負担をお願いいたします。",
        },
        "modern-arabic": {
            "template": "modern",
            "locale": "ar",
            "accent_color": "#7C2D12",
            "from": {
                "name": "استوديو النخيل للتصميم",
                "address": "شارع الملك فهد",
                "postal_code": "12271",
                "city": "الرياض",
                "email": "billing@nakheel.example",
                "vat_id": "300012345600003",
                "iban": "SA0380000000608010167519",
            },
            "to": {"name": "شركة البحر للتجارة", "address": "طريق الكورنيش", "city": "جدة", "email": "ap@albahr.example"},
            "items": [
                {"description": "تصميم الهوية البصرية", "quantity": 1, "unit_price": 4800},
                {"description": "تطوير واجهة المتجر الإلكتروني (Checkout)\nالمرحلة الثانية من المشروع", "quantity": "37.5", "unit_price": 110, "unit": "HUR"},
                {"description": "استضافة سنوية", "quantity": 12, "unit_price": "52.25"},
                {"description": "خصم صور مرتجعة", "quantity": -1, "unit_price": "249.90"},
            ],
            "invoice_number": "INV-2026-0042",
            "date": "2026-01-30",
            "due_date": "2026-02-27",
            "purchase_order": "PO-77120",
            "tax_rate": "0.15",
            "currency": "SAR",
            "notes": "شكراً لتعاملكم معنا. يسعدنا العمل معكم على المتجر الجديد.",
            "terms": "الدفع خلال 28 يوماً من تاريخ الإصدار.",
        },
        "swiss-qr-bill": {
            "template": "classic",
            "locale": "de-CH",
            "accent_color": "#B91C1C",
            "from": {
                "name": "Robert Schneider AG",
                "address": "Rue du Lac 1268",
                "postal_code": "2501",
                "city": "Biel",
                "country": "CH",
                "email": "rechnung@schneider.example",
                "vat_id": "CHE-123.456.788 MWST",
                "iban": "CH4431999123000889012",
            },
            "to": {"name": "Pia-Maria Rutschmann-Schnyder", "address": "Grosse Marktgasse 28", "postal_code": "9400", "city": "Rorschach", "country": "CH"},
            "items": [
                {"description": "Gartenarbeiten", "quantity": 12, "unit_price": 95, "unit": "HUR"},
                {"description": "Entsorgung Schnittgut", "quantity": 1, "unit_price": "189.50"},
                {"description": "Rollrasen", "quantity": "24.5", "unit_price": "18.90", "unit": "MTK"},
            ],
            "invoice_number": "10201409",
            "date": "2026-05-12",
            "due_date": "2026-06-11",
            "tax_rate": "0.081",
            "currency": "CHF",
            "cash_rounding": "0.05",
            "payment": {"qr": "swiss", "reference": "210000000003139471430009017", "message": "Auftrag vom 15.04.2026"},
        },
        "receipt-80mm": {
            "page_size": "80mm",
            "type": "receipt",
            "locale": "en",
            "from": {"name": "Corner Bakery", "address": "12 Mill Street", "city": "Portland, OR", "postal_code": "97209", "phone": "+1 503 555 0100"},
            "items": [
                {"description": "Sourdough loaf", "quantity": 2, "unit_price": "6.50"},
                {"description": "Croissant", "quantity": 4, "unit_price": "3.25", "discount": {"percent": 20, "reason": "Four for the price of three and a bit"}},
                {"description": "Coffee beans, whole, dark roast", "quantity": "0.35", "unit_price": "32.00", "unit": "KGM"},
            ],
            "invoice_number": "R-88120",
            "date": "2026-01-30",
            "tax_rate": "0.08",
            "prices_include_tax": True,
            "amount_paid": "34.60",
            "notes": "Baked this morning. See you tomorrow!",
        },
    }


def draw(name, pdf):
    """The first page as a picture of few colours."""
    width = 360 if name.endswith("80mm") else 827
    command = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(width), "-scale-to-y", "-1", "-"]
    page = Image.open(io.BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))
    path = FOLDER / f"{name}.png"
    page.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(path, optimize=True)
    assert path.stat().st_size <= MAXIMUM_BYTES, f"{path} is too large"


def main():
    if sys.argv[1:2] == ["--requests"]:
        for name, request in requests().items():
            (pathlib.Path(sys.argv[2]) / f"{name}.json").write_text(json.dumps(request))
        return
    from product import DocuMint

    with DocuMint() as product:
        for name, request in requests().items():
            status, _, pdf = product.post("/api/v1/invoice", request)
            assert status == 200, pdf
            draw(name, pdf)


if __name__ == "__main__":
    main()
