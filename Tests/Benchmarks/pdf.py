#!/usr/bin/env python3
"""Measures DocuMint beside WeasyPrint, which the original product was built on: the same invoice, in the same run.

Milliseconds are those of one thread, once everything is loaded; the ratio is what counts, because machines differ. Memory is the most that the
process had resident. The last rows are documents a second over HTTP, with 16 connections that keep asking.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import load
import machine
import servers

ITEMS = (5, 200)
PROFILES = ("plain", "pdfa", "facturx-basic", "facturx-en16931", "xrechnung")
SECONDS = float(os.environ.get("SECONDS", "3"))
PYTHON = sys.executable

ROW = "<tr><td>Consulting, week {n}</td><td>37</td><td>{price}.00</td><td>{net:,}.00</td></tr>"
PAGE = """<html lang="en"><head><title>Invoice 2026-0042</title><style>
@page {{ size: A4; margin: 20mm; @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font-size: 7.5pt }} }}
body {{ font: 9pt "Noto Sans" }} h1 {{ font-size: 25pt }} table {{ width: 100%; border-collapse: collapse }}
th {{ text-align: left; border-bottom: 1px solid #444 }} td {{ border-bottom: 1px solid #ddd; padding: 6pt 0 }}
.parties {{ display: flex }} .parties div {{ flex: 1 }}
</style></head><body><h1>Invoice</h1><div class="parties">
<div>From<br><b>Brightwater Studio GmbH</b><br>Lindenstraße 14<br>10969 Berlin<br>VAT ID DE123456789</div>
<div>Bill to<br><b>Čapek &amp; Søn s.r.o.</b><br>Vinohradská 112<br>130 00 Praha<br>VAT ID CZ12345678</div>
<div>Invoice number<br>2026-0042<br>Date of issue<br>November 26, 2026<br>Date due<br>December 24, 2026</div></div>
<table><thead><tr><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr></thead><tbody>{rows}</tbody></table>
<p>Subtotal €{net:,}.00<br>Tax 19% €{tax:,.2f}<br><b>Total EUR €{total:,.2f}</b></p>
<h2>Payment</h2><p>IBAN DE02120300000000202051<br>BIC BYLADEM1001</p><p>Thank you.</p><p>Payable within 28 days.</p></body></html>"""


def page(count: int) -> str:
    prices = [80 + number % 40 for number in range(1, count + 1)]
    net = sum(37 * price for price in prices)
    rows = "".join(ROW.format(n=number, price=price, net=37 * price) for number, price in enumerate(prices, 1))
    return PAGE.format(rows=rows, net=net, tax=net * 0.19, total=net * 1.19)


def weasyprint(count: int) -> None:
    """Runs in a process of its own; prints what `invoice-benchmark` prints."""
    from weasyprint import HTML

    text, times = page(count), []
    while sum(times) < SECONDS or len(times) < 4:
        start = time.perf_counter()
        pdf = HTML(string=text).write_pdf()
        times.append(time.perf_counter() - start)
    warm = statistics.median(times[1:])
    print(times[0] * 1e3, warm * 1e3, len(pdf), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def measured(*command: str) -> list[float]:
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "SECONDS": str(SECONDS)})
    if run.returncode:
        raise SystemExit(run.stderr)
    return [float(word) for word in run.stdout.split()]


def engine_rows() -> list[list[str]]:
    rows = []
    for count in ITEMS:
        others = measured(PYTHON, __file__, "weasyprint", str(count))
        rows.append([f"{count} items, WeasyPrint", f"{others[0]:.1f}", f"{others[1]:.2f}", "1", f"{others[2] / 1e3:.0f}", f"{others[3] / 1024:.0f}"])
        for profile in PROFILES:
            own = measured(".build/release/invoice-benchmark", str(count), profile, str(SECONDS))
            ratio = f"{others[1] / own[1]:.0f}"
            rows.append([f"{count} items, {profile}", f"{own[0]:.1f}", f"{own[1]:.2f}", ratio, f"{own[2] / 1e3:.0f}", f"{own[3] / 1024:.0f}"])
    return rows


def body(count: int, profile: str) -> str:
    items = [{"description": f"Consulting, week {n}", "quantity": 37, "unit_price": 80 + n % 40} for n in range(1, count + 1)]
    seller = {"name": "Brightwater Studio GmbH", "address": "Lindenstraße 14", "postal_code": "10969", "city": "Berlin", "country": "DE",
              "email": "billing@brightwater.example", "vat_id": "DE123456789", "iban": "DE02120300000000202051"}
    buyer = {"name": "Čapek & Søn s.r.o.", "address": "Vinohradská 112", "postal_code": "130 00", "city": "Praha", "country": "CZ"}
    return json.dumps({"from": seller, "to": buyer, "items": items, "invoice_number": "2026-0042", "date": "2026-11-26",
                       "due_date": "2026-12-24", "tax_rate": "0.19", "currency": "EUR", "profile": profile})


def service_rows(folder: str) -> list[list[str]]:
    plans = os.path.join(folder, "plans.json")
    with open(plans, "w") as file:
        json.dump({"plans": [{"name": "free", "price": 0, "limits": {"monthly_limit": 100_000_000}}]}, file)
    service = servers.start_service("documint", folder, DEMOS_PER_HOUR="1000000", REQUESTS_PER_MINUTE="1000000", PLANS_FILE=plans)
    load.CONNECTIONS = 16
    key = service.ask("POST", "/api/v1/signup", {"email": "bench@example.com"})["api_key"]
    json_type = "Content-Type: application/json"
    routes = [
        load.Route("demo, 5 items", service, "/api/v1/demo-invoice", "POST", body(5, "pdfa"), (json_type,)),
        load.Route("kept, 5 items", service, "/api/v1/invoice", "POST", body(5, "pdfa"), (json_type, f"Authorization: Bearer {key}")),
        load.Route("kept, Factur-X, 5 items", service, "/api/v1/invoice", "POST", body(5, "facturx-en16931"),
                   (json_type, f"Authorization: Bearer {key}")),
        load.Route("demo, 200 items", service, "/api/v1/demo-invoice", "POST", body(200, "pdfa"), (json_type,)),
    ]
    loads = load.rounds(routes, 2, max(int(SECONDS), 1), lambda text: print(text, file=sys.stderr))
    memory = next(line.split()[1] for line in open(f"/proc/{service.process.pid}/status") if line.startswith("VmHWM"))
    rows = [[name, f"{statistics.median(found.rates):,.0f}", f"{statistics.median(found.slowest):.1f}", str(found.refused + found.broken)]
            for name, found in loads.items()]
    return rows + [["largest resident memory of the service, MB", f"{int(memory) / 1024:.0f}", "", ""]]


def main() -> None:
    if sys.argv[1:2] == ["weasyprint"]:
        return weasyprint(int(sys.argv[2]))
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(machine.describe(folder)))
        servers.print_table(["document", "first ms", "ms", "× faster", "KB", "MB"], engine_rows())
        print()
        servers.print_table(["over HTTP", "documents/s", "p99 ms", "failed"], service_rows(folder))


if __name__ == "__main__":
    main()
