"""Requests that together ask for everything the product can do, with the texts that must be readable in what comes back."""

import itertools

# A pixel of colour with an alpha channel.
LOGO = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

SELLER = {
    "name": "Brightwater Studio GmbH",
    "address": "Lindenstraße 14",
    "postal_code": "10969",
    "city": "Berlin",
    "country": "DE",
    "email": "billing@brightwater.example",
    "phone": "+49 30 1234567",
    "vat_id": "DE123456789",
    "tax_id": "29/123/45678",
    "iban": "DE02120300000000202051",
    "bic": "BYLADEM1001",
}
BUYER = {
    "name": "Čapek & Søn s.r.o.",
    "address": "Vinohradská 112\nBudova C",
    "postal_code": "130 00",
    "city": "Praha",
    "country": "CZ",
    "email": "ucty@capek.example",
    "vat_id": "CZ12345678",
}
ITEMS = [
    {"description": "Brand identity", "quantity": 1, "unit_price": 4800, "sku": "BI-1"},
    {"description": "Development\nSprint 14", "quantity": "37.5", "unit_price": 110, "unit": "HUR"},
    {"description": "Hosting (per request)", "quantity": 125000, "unit_price": "0.00042", "tax_rate": "0.07"},
    {"description": "Photo licence", "quantity": 2, "unit_price": "249.90", "discount": {"percent": 10, "reason": "Loyalty"}},
]
FULL = {
    "from": SELLER,
    "to": BUYER,
    "items": ITEMS,
    "invoice_number": "2026-0042",
    "date": "2026-11-26",
    "due_date": "2026-12-24",
    "delivery_date": "2026-11-20",
    "tax_rate": "0.19",
    "currency": "EUR",
    "purchase_order": "PO-77",
    "buyer_reference": "04011000-12345-34",
    "notes": "Thank you.",
    "terms": "Payable within 28 days.",
}

LANGUAGES = "en de fr es it nl pt pl sv da nb fi cs el tr ru uk ar he hi th ja ko zh".split()

# One line in each script, as it must be read back.
SCRIPTS = {
    "latin": "Ångström naïve Łódź ﬁ office affluent",
    "greek": "Ἀθῆναι Ωμέγα",
    "cyrillic": "Съешь же ещё этих мягких булок",
    "arabic": "تصميم موقع إلكتروني",
    "hebrew": "עיצוב אתר אינטרנט",
    "devanagari": "वेबसाइट डिज़ाइन सेवा",
    "thai": "ออกแบบเว็บไซต์",
    "japanese": "ウェブサイトのデザイン制作",
    "korean": "웹사이트 디자인 제작",
    "chinese": "网站设计与制作",
    "georgian": "ვებსაიტის დიზაინი",
    "armenian": "Կայքի ձևավորում",
    "vietnamese": "Thiết kế trang web tiếng Việt",
    "tamil": "இணையதள வடிவமைப்பு",
    "bengali": "ওয়েবসাইট ডিজাইন",
}


def with_(base=FULL, **members):
    return {**base, **members}


def items(count):
    return [{"description": f"Position {n}", "quantity": 2, "unit_price": n} for n in range(1, count + 1)]


def looks():
    """Each template on each paper, short and long."""
    for template, page in itertools.product(("classic", "modern", "minimal"), ("A4", "Letter", "A5", "80mm")):
        for name, rows in (("short", ITEMS), ("long", items(200))):
            yield f"{template}-{page}-{name}", with_(
                template=template, page_size=page, items=rows, logo=LOGO, accent_color="#1a7f64"
            )


def languages():
    for language in LANGUAGES:
        yield f"locale-{language}", with_(locale=language)


def scripts():
    for name, line in SCRIPTS.items():
        yield f"script-{name}", with_(items=[{"description": line, "unit_price": 5}], expects=[line])


CATEGORIES = {
    "Z": {"tax_category": "Z", "tax_rate": 0},
    "E": {"tax_category": "E", "tax_rate": 0, "tax_exemption_reason": "Exempt by § 4 Nr. 21 UStG"},
    "AE": {"tax_category": "AE", "tax_rate": 0},
    "K": {"tax_category": "K", "tax_rate": 0},
    "G": {"tax_category": "G", "tax_rate": 0},
}
FRENCH_SELLER = {
    "name": "Atelier Clairval SARL",
    "address": "12 rue des Lilas",
    "postal_code": "69003",
    "city": "Lyon",
    "country": "FR",
    "email": "factures@clairval.example",
    "vat_id": "FR11123456782",
    "tax_id": "123 456 782 00010",
    "iban": "FR1420041010050500013M02606",
}
FRENCH_BUYER = {
    "name": "Librairie Morel",
    "address": "4 place du Marché",
    "postal_code": "33000",
    "city": "Bordeaux",
    "country": "France",
    "vat_id": "FR14987654324",
    "tax_id": "987654324",
}
TYPES = ("invoice", "credit_note", "corrected", "self_billed", "prepayment")


def e_invoices():
    plain = [{key: value for key, value in item.items() if key != "tax_rate"} for item in ITEMS]
    for profile in ("facturx-basic", "facturx-en16931", "xrechnung"):
        yield f"{profile}-full", with_(profile=profile)
        yield f"{profile}-long", with_(profile=profile, items=items(200))
        yield f"{profile}-discount", with_(profile=profile, discount={"percent": 5, "reason": "Spring"}, shipping="12.50")
        # BASIC has no term for rounding.
        rounding = {} if profile == "facturx-basic" else {"cash_rounding": "0.05"}
        yield f"{profile}-paid", with_(profile=profile, amount_paid=1000, **rounding)
        yield f"{profile}-gross", with_(profile=profile, prices_include_tax=True, discount=10, shipping="4.90")
        yield f"{profile}-returns", with_(profile=profile, items=ITEMS + [{"description": "Back", "quantity": -1, "unit_price": 99}])
        for category, members in CATEGORIES.items():
            yield f"{profile}-{category}", with_(profile=profile, items=plain, **members)
        yield f"{profile}-O", {
            key: value for key, value in with_(profile=profile, items=plain).items() if key != "tax_rate"
        } | {"from": {k: v for k, v in SELLER.items() if k != "vat_id"}, "to": {k: v for k, v in BUYER.items() if k != "vat_id"}}
        for kind in TYPES:
            if not (profile == "xrechnung" and kind == "prepayment"):
                preceding = {"preceding_invoice": "2026-0001"} if kind in ("credit_note", "corrected") else {}
                yield f"{profile}-{kind}", with_(profile=profile, type=kind, **preceding)
    yield "facturx-en16931-french", with_(
        profile="facturx-en16931",
        locale="fr",
        tax_rate="0.2",
        items=plain[:2] + [{"description": "Hébergement (par requête)", "quantity": 125000, "unit_price": "0.00000042"}],
        **{"from": FRENCH_SELLER, "to": FRENCH_BUYER},
    )


SWISS = {"name": "Muster AG", "address": "Bahnhofstrasse 1", "postal_code": "8001", "city": "Zürich", "country": "CH"}


def payments():
    yield "qr-epc", with_(payment={"qr": "epc", "reference": "RF18539007547034"})
    yield "qr-swiss", with_(
        currency="CHF",
        locale="de-CH",
        payment={"qr": "swiss", "message": "Auftrag 77"},
        **{"from": {**SWISS, "iban": "CH9300762011623852957"}, "to": {**SWISS, "name": "Kundin GmbH"}},
    )
    yield "qr-upi", with_(currency="INR", locale="en-IN", payment={"qr": "upi", "upi_id": "studio@okbank"})


def oddities():
    yield "nothing", {"items": [{"unit_price": 0}]}
    yield "seed", {"company": "Test", "items": [{"description": "Item", "quantity": 1, "unit_price": 100}]}
    yield "word", with_(items=[{"description": "W" * 10_000, "unit_price": 1}])
    yield "most", with_(items=items(2_000))
    yield "hostile", with_(notes="(paren\\ ) <hex> /name %c endstream endobj ]]> &lt; \u202e\u2066", invoice_number="<&\"'>")
    for kind in ("receipt", "quote", "proforma"):
        yield f"type-{kind}", with_(type=kind)
    yield "profile-plain", with_(profile="plain")


def everything():
    return itertools.chain(looks(), languages(), scripts(), e_invoices(), payments(), oddities())


def small():
    """A few of each kind, for every run of the tests."""
    wanted = (
        "classic-A4-short modern-Letter-long minimal-80mm-short locale-de locale-ar locale-ja script-devanagari script-thai "
        "facturx-basic-full facturx-en16931-full facturx-en16931-AE facturx-en16931-french xrechnung-discount xrechnung-credit_note qr-epc qr-swiss seed hostile"
    ).split()
    return ((name, request) for name, request in everything() if name in wanted)
