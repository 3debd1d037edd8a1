"""Judges the codes that the test `CodesFileTests` wrote: segno and qrbill must make the same payloads of the same data, qrcode the same
modules of the same text, and zbar must read the drawn codes back byte for byte.

    CODES_FILE=codes.json swift test --filter CodesFileTests
    python3 codes.py codes.json        # needs segno, qrbill, qrcode and pillow of PyPI, and zbar-tools of Debian
"""

import io
import json
import subprocess
import sys
from decimal import Decimal

import qrcode
from PIL import Image
from qrbill import QRBill
from segno import helpers

LEVELS = {
    "low": qrcode.constants.ERROR_CORRECT_L,
    "medium": qrcode.constants.ERROR_CORRECT_M,
    "quartile": qrcode.constants.ERROR_CORRECT_Q,
    "high": qrcode.constants.ERROR_CORRECT_H,
}
WIKIMEDIA = dict(name="Wikimedia Fördergesellschaft", iban="DE33100205000001194700", amount=Decimal("123.4"), bic="BFSWDE33BER", encoding=1)
SCHNEIDER = dict(name="Robert Schneider AG", street="Rue du Lac", house_num="1268", pcode="2501", city="Biel", country="CH")
RUTSCHMANN = dict(
    name="Pia-Maria Rutschmann-Schnyder", street="Grosse Marktgasse", house_num="28", pcode="9400", city="Rorschach", country="CH"
)
GROSS = dict(name="Jürgen Groß", street="Straße 1, Hinterhaus", pcode="10115", city="Berlin", country="DE")


def bill(**arguments):
    return QRBill(amount="1949.75", creditor=SCHNEIDER, **arguments).qr_data()


def epc(**arguments):
    return helpers._make_epc_qr_data(**WIKIMEDIA, **arguments).decode()


PAYLOADS = {
    "epc": epc(text="Invoice 2025-0042"),
    "epc-reference": epc(reference="RF18539007547034"),
    "swiss": bill(
        account="CH4431999123000889012",
        debtor=RUTSCHMANN,
        reference_number="210000000003139471430009017",
        additional_information="Order of 15.09.2025",
    ),
    "swiss-reference": bill(account="CH5800791123000889012", debtor=GROSS, currency="EUR", reference_number="RF18539007547034"),
    "swiss-none": bill(account="CH5800791123000889012", currency="EUR", additional_information="2025-0042"),
    "upi": "upi://pay?pa=shop.one@okbank&pn=Chai%20%26%20Co&am=450.00&cu=INR&tr=INV%2F42&tn=%E0%A4%9A%E0%A4%BE%E0%A4%AF",
}


def modules(code):
    """The modules that qrcode makes of the same text in one segment, with the same version, level and mask."""
    other = qrcode.QRCode(code["version"], LEVELS[code["level"]], border=0, mask_pattern=code["mask"])
    other.add_data(code["text"], optimize=0)
    other.make(fit=False)
    return ["".join("1" if module else "0" for module in row) for row in other.get_matrix()]


def drawn(rows):
    """A PNG with four pixels a module, with the quiet zone."""
    size = len(rows) + 8
    image = Image.new("L", (size, size), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                image.putpixel((x + 4, y + 4), 0)
    file = io.BytesIO()
    image.resize((size * 4, size * 4), Image.NEAREST).save(file, "png")
    return file.getvalue()


def read(png):
    """What zbar reads, as bytes: as text it guesses the character set, and often takes UTF-8 for Shift JIS."""
    arguments = ["zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", "-Sbinary", "png:-"]
    return subprocess.run(arguments, input=png, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def faults(code):
    if code["name"] in PAYLOADS and code["text"] != PAYLOADS[code["name"]]:
        yield f"payload {code['text']!r} and not {PAYLOADS[code['name']]!r}"
    if code["rows"] != modules(code):
        yield "modules differ from those of qrcode"
    if read(drawn(code["rows"])) != code["text"].encode():
        yield "zbar does not read it back"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        codes = json.load(file)
    missing = PAYLOADS.keys() - {code["name"] for code in codes}
    found = [f"{name}: missing" for name in sorted(missing)]
    for code in codes:
        found += [f"{code['name']} {code['level']} mask {code['mask']}: {fault}" for fault in faults(code)]
    print(*found, f"{len(codes)} codes, {len(found)} faults", sep="\n")
    sys.exit(1 if found else 0)


main()
