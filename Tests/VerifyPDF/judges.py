"""What others' programs say of a PDF. Each judge gives a list of complaints: none, if all is well."""

import io
import re
import subprocess

import facturx
import pikepdf
import pdfua


def run(*command):
    return subprocess.run(command, capture_output=True, timeout=120)


def qpdf(path):
    result = run("qpdf", "--check", path)
    text = (result.stdout + result.stderr).decode("utf-8", "replace")
    return [] if result.returncode == 0 and "No syntax or stream encoding errors found" in text else [text.strip()]


def fonts(path):
    """All embedded, as subsets, with a map to Unicode."""
    lines = run("pdffonts", path).stdout.decode().splitlines()[2:]
    wrong = [line for line in lines if line.split()[-5:-2] != ["yes", "yes", "yes"]]
    return wrong if lines else ["no fonts"]


def poppler(path):
    result = run("pdftoppm", "-r", "20", path)
    return [result.stderr.decode().strip()] if result.returncode or result.stderr else []


def mutool(path):
    complaints = []
    for command in (("mutool", "info", path), ("mutool", "draw", "-q", "-r", "20", "-F", "pam", "-o", "/dev/null", path)):
        result = run(*command)
        errors = [line for line in result.stderr.decode("utf-8", "replace").splitlines() if re.match("(error|warning)", line) and "ICC support" not in line]
        if result.returncode or errors:
            complaints += errors or [f"status {result.returncode}"]
    return complaints


def ghostscript(path):
    result = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", path)
    text = (result.stdout + result.stderr).decode("utf-8", "replace").strip()
    return [text or f"status {result.returncode}"] if result.returncode or text else []


def pikepdf_opens(path):
    with pikepdf.open(path) as pdf:
        problems = [str(problem) for problem in pdf.check_pdf_syntax()] if hasattr(pdf, "check_pdf_syntax") else [str(p) for p in pdf.check()]
        with pdf.open_metadata() as metadata:
            if not metadata.get("dc:title"):
                problems.append("no title")
    return problems


def accessibility(path):
    """The part of PDF/UA-1 and WCAG that PyPI's pdfua checks."""
    report = pdfua.validate(path)
    return [str(finding) for finding in report.findings]


def attachment(path, name):
    """`pdfdetach` and `factur-x` find the e-invoice."""
    result = run("pdfdetach", "-list", path)
    complaints = [] if name.encode() in result.stdout else [f"pdfdetach lists no {name}"]
    with open(path, "rb") as file:
        found, _ = facturx.get_xml_from_pdf(io.BytesIO(file.read()), check_xsd=True, check_schematron=False)
    return complaints + ([] if found == name else [f"factur-x finds {found}"])


def text(path):
    """What a reader copies, as words with single spaces."""
    return " ".join(run("pdftotext", "-nopgbrk", path, "-").stdout.decode().split())


EVERY_FILE = [qpdf, fonts, poppler, mutool, ghostscript, pikepdf_opens]
