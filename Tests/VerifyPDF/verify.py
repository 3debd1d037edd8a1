"""Has the product make files of every kind, and asks programs that nobody here wrote what they think of them.

    verify.py [--small] [--only NAME] [--keep FOLDER]

Prints a line for each file that somebody complains about; ends with status 1 if there is one.
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile

import corpus
import judges
import xml_judges
from product import DocuMint


def squeezed(text):
    """Without spaces and marks of direction, which programs place differently."""
    return re.sub("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]", "", text)


def complaints(product, name, request, folder):
    expected = request.pop("expects", [])
    status, headers, pdf = product.post("/api/v1/invoice", request)
    if status != 200:
        return [f"the product: {status} {pdf.decode('utf-8', 'replace')[:2000]}"]
    path = str(folder / f"{name}.pdf")
    pathlib.Path(path).write_bytes(pdf)
    found = [f"{judge.__name__}: {complaint}" for judge in judges.EVERY_FILE for complaint in judge(path)]
    if product.post("/api/v1/invoice", request)[2] != pdf:
        found.append("the product: other bytes the second time")
    text = squeezed(judges.text(path))
    # Lines as they are; words of descriptions, which break where a column ends.
    # Without parentheses, which programs move to the other end in lines from right to left.
    words = [word.strip("()") for item in request["items"][:3] for word in item.get("description", "").split() if name != "word"]
    found += [f"pdftotext: lacks {part!r}" for part in expected + words if squeezed(part) not in text]
    profile = request.get("profile", "pdfa")
    if profile != "plain":
        found += [f"pdfua: {complaint}" for complaint in judges.accessibility(path)]
    if profile.startswith("facturx") or profile == "xrechnung":
        file_name = "xrechnung.xml" if profile == "xrechnung" else "factur-x.xml"
        found += [f"attachment: {complaint}" for complaint in judges.attachment(path, file_name)]
        xml = product.post("/api/v1/invoice", request, accept="application/xml")[2]
        xml_path = folder / f"{name}.xml"
        xml_path.write_bytes(xml)
        found += [f"{judge}: {complaint}" for judge, complaint in xml_judges.complaints(str(xml_path))]
    report = json.loads(product.post("/api/v1/validate", pdf, content_type="application/pdf")[2])
    if not report.get("valid"):
        found.append(f"the product's own check: {json.dumps(report)[:2000]}")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="a few of each kind")
    parser.add_argument("--only", help="the one of this name, or those whose names begin so")
    parser.add_argument("--keep", type=pathlib.Path, help="where the files shall stay")
    options = parser.parse_args()
    requests = list(corpus.small() if options.small else corpus.everything())
    if options.only:
        requests = [(name, request) for name, request in requests if name.startswith(options.only)]
    wrong = 0
    with DocuMint() as product, tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name, request in requests:
            found = complaints(product, name, request, folder)
            wrong += bool(found)
            for complaint in found:
                print(f"{name}: {complaint}", flush=True)
    print(f"{len(requests)} files, {wrong} with complaints")
    sys.exit(1 if wrong or not requests else 0)


main()
