"""What CLDR, read by Babel, says of every locale that InvoicePDF has.

`locales.py --write` writes Tests/InvoicePDFTests/Fixtures/LocaleExpectations.swift, which LocaleTests compares with what the engine
prints. Without arguments it fails when that file is not what the installed Babel says.

Where we leave CLDR on purpose, it is said here: see `plain`, `SWISS`, `MINIMUM` and `symbol`.
"""

import datetime
import pathlib
import re
import sys
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol

FILE = pathlib.Path(__file__).parent.parent / "InvoicePDFTests/Fixtures/LocaleExpectations.swift"

TAGS = """ar bg ca cs da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-ZA es es-419 es-AR es-CL es-CO es-MX es-PE
es-US et fi fr fr-CA fr-CH ga he hi hr hu id is it it-CH ja ko lt lv mt nb nl nl-BE pl pt pt-BR ro ru sk sl sv th tr uk vi zh zh-Hant
zh-Hant-HK""".split()

CURRENCIES = """USD EUR GBP JPY CNY INR KRW ILS VND BRL CAD AUD NZD MXN HKD TWD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN UAH RUB TRY THB SAR
AED EGP QAR KWD ZAR SGD IDR ARS CLP COP PEN PHP MYR""".split()

NUMBERS = ["1234.5", "12345.678", "1234567", "-1234.5", "0.05"]
RATES = ["0.195"]
MONEY = [("EUR", "1234.50"), ("USD", "-1234567.89"), ("JPY", "5000"), ("CHF", "-12.30"), ("PLN", "99.90")]

# minimumGroupingDigits of CLDR, which Babel does not carry: "1234", but "12 345".
MINIMUM = {tag: 2 for tag in ["bg", "es", "et", "hu", "it", "lv", "pl", "pt", "sl"]}
# Printed Swiss amounts have the typographic apostrophe; CLDR had it too until it took the one of keyboards.
SWISS = {"de-CH", "fr-CH", "it-CH"}


def locale(tag):
    """Portuguese without a country is that of Portugal here, that of Brazil in CLDR."""
    return Locale.parse("pt_PT" if tag == "pt" else tag.replace("-", "_"))


def plain(text):
    """Without marks for bidirectional text, which the engine sets by itself, and with the hyphen that spreadsheets read."""
    return re.sub("[\u200e\u200f\u061c]", "", text).replace("\u2212", "-")


def symbol(tag, code):
    """Full-width signs are set in the font of the digits. The rial sign and the like are in no font that we have."""
    return plain(get_currency_symbol(code, locale(tag))).replace("\uffe5", "\u00a5").replace("\uffe6", "\u20a9")


def symbols_of_numbers(tag):
    """ASCII digits everywhere: banks and machines read them."""
    found = locale(tag).number_symbols["latn"]
    group = "\u2019" if tag in SWISS and found["group"] == "'" else found["group"]
    return found["decimal"], group


def grouped(tag, number):
    decimal, group = symbols_of_numbers(tag)
    whole, _, fraction = number.lstrip("-").partition(".")
    first, other = locale(tag).decimal_formats[None].grouping
    if len(whole) >= first + MINIMUM.get(tag, 1):
        parts = [whole[-first:]]
        whole = whole[:-first]
        while whole:
            parts.insert(0, whole[-other:])
            whole = whole[:-other]
        whole = group.join(parts)
    return whole + (decimal + fraction if fraction else "")


def number(tag, text):
    return ("-" if text.startswith("-") else "") + grouped(tag, text)


def percent(tag, rate):
    pattern = plain(locale(tag).percent_formats[None].pattern)
    digits = grouped(tag, format((Decimal(rate) * 100).normalize(), "f"))
    return re.sub(r"[#,0.]+", digits, pattern)


def money(tag, code, text):
    found = plain(locale(tag).currency_formats["standard"].pattern)
    positive, _, negative = found.partition(";")
    pattern = (negative or "-" + positive) if text.startswith("-") else positive
    sign = symbol(tag, code)
    # currencySpacing of CLDR: a letter is kept apart from a digit.
    if re.search(r"¤[#0]", pattern) and sign[-1].isalpha():
        sign += "\u00a0"
    return re.sub(r"[#,0.]+[0#]", grouped(tag, text), pattern, count=1).replace("¤", sign)


def dates(tag):
    return [format_date(datetime.date(2025, month, 3), "long", locale=locale(tag)) for month in range(1, 13)]


def escaped(texts):
    text = " | ".join(texts)
    return "".join(f"\\u{{{ord(c):X}}}" if c in "\u00a0\u202f" else c for c in text)


def table(name, comment, row):
    lines = "\n".join(f"        {tag} | {escaped(row(tag))}" for tag in TAGS)
    return f'    /// {comment}\n    static let {name} = """\n{lines}\n        """\n'


def source():
    return (
        "/// What CLDR says of every locale; written by Tests/VerifyPDF/locales.py.\n"
        "enum LocaleExpectations {\n"
        + f"    static let numbers = {NUMBERS}\n".replace("'", '"')
        + f"    static let rates = {RATES}\n".replace("'", '"')
        + "    static let money = " + str([" ".join(m) for m in MONEY]).replace("'", '"') + "\n"
        + f'    static let currencies =\n        "{" ".join(CURRENCIES)}"\n\n'
        + table(
            "amounts",
            "The numbers, rates and amounts of money above.",
            lambda tag: [number(tag, n) for n in NUMBERS] + [percent(tag, r) for r in RATES] + [money(tag, *m) for m in MONEY],
        )
        + "\n"
        + table("dates", "The third day of every month of 2025.", dates)
        + "\n"
        + table("symbols", "The signs of the currencies above.", lambda tag: [symbol(tag, c) for c in CURRENCIES])
        + "}\n"
    )


if __name__ == "__main__":
    if "--write" in sys.argv:
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(source())
    elif FILE.read_text() != source():
        sys.exit(f"{FILE} is not what Babel says; run {sys.argv[0]} --write and look at the difference")
    else:
        print(f"{len(TAGS)} locales agree with CLDR")
