"""Compares the amounts of random invoices with an independent model, and both with PyPI eu-einvoice.

    amounts.py --count 20000 --seed 1     ask the product for the amounts of that many requests
    amounts.py --sample 300 --seed 2025   print requests with their amounts as the tests of the engine read them: amounts-sample.txt

The model is written from contracts/documint.md and docs/decisions/0016, with fractions: nothing in it is rounded but by `rounded`.
"""

import argparse
import itertools
import json
import random
import sys
from decimal import Decimal
from fractions import Fraction

from product import DocuMint

EXPONENTS = {"USD": 2, "EUR": 2, "GBP": 2, "CHF": 2, "JPY": 0, "KRW": 0, "KWD": 3, "TND": 3, "CLF": 4}
ORDER = ["S", "Z", "E", "AE", "K", "G", "O"]
LIMIT = 2**63


# MARK: The model


def number(value):
    """The exact value of a JSON number or string."""
    return Fraction(Decimal(value if isinstance(value, str) else repr(value)))


def rounded(value, exponent):
    """To the smallest unit, a half away from zero."""
    scaled = abs(value) * 10**exponent
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(units if value >= 0 else -units, 10**exponent)


def apportioned(total, exact, exponent):
    """Parts in whole units that add up to `total`: each is `exact` rounded down, or up where most would be lost otherwise."""
    if total < 0:
        return [-part for part in apportioned(-total, [-part for part in exact], exponent)]
    unit = Fraction(1, 10**exponent)
    parts = [part // unit * unit for part in exact]
    losses = [part - whole for part, whole in zip(exact, parts)]
    while sum(parts) < total:
        most = max(range(len(parts)), key=lambda index: (losses[index], -index))
        parts[most] += unit
        losses[most] = Fraction(-1)
    assert sum(parts) == total
    return parts


def tax_of(item, request):
    """The category of an item, and its rate or None."""
    category, rate = item.get("tax_category"), item.get("tax_rate")
    if rate is None and category in (None, "S"):
        rate = request.get("tax_rate")
    category = category or request.get("tax_category")
    if category is None:
        category = "O" if rate is None else "S" if number(rate) else "Z"
    return category, None if category == "O" else number(rate or 0)


def taken_off(discount, base, exponent):
    if not discount:
        return Fraction(0)
    if "percent" in discount:
        return rounded(base * number(discount["percent"]) / 100, exponent)
    amount = rounded(number(discount["amount"]), exponent)
    return -amount if base < 0 else amount


def amounts_of(request):
    """The computed amounts in the shape of the API, as fractions; None when one does not fit."""
    exponent = EXPONENTS[request["currency"]]
    inclusive = request.get("prices_include_tax", False)
    per_line = request.get("rounding") == "per_line"
    def of(value):
        return rounded(value, exponent)

    items, grosses = request["items"], []
    printed = []
    for item in items:
        gross = of(number(item.get("quantity", 1)) * number(item["unit_price"]))
        grosses.append(gross)
        printed.append(gross - taken_off(item.get("discount"), gross, exponent))
    taxes = [tax_of(item, request) for item in items]
    groups = sorted(set(taxes), key=lambda tax: (-(tax[1] or 0), ORDER.index(tax[0])))
    sums = [sum(amount for amount, tax in zip(printed, taxes) if tax == group) for group in groups]
    whole = sum(printed)
    discount = taken_off(request.get("discount"), whole, exponent)
    shipping = of(number(request.get("shipping") or 0))

    # Only the groups with the sign of the whole share; if there is nothing to be in proportion to, the first has all.
    weights = [abs(part) if (part < 0) == (whole < 0) else 0 for part in sums]
    if not sum(weights):
        weights[0] = 1
    def shares(amount):
        return apportioned(amount, [amount * Fraction(weight) / sum(weights) for weight in weights], exponent)

    nets, breakdown = [None] * len(items), []
    for (category, rate), off, added in zip(groups, shares(discount), shares(shipping)):
        members = [index for index, tax in enumerate(taxes) if tax == (category, rate)]
        parts = [printed[index] for index in members] + [-off, added]
        rate = rate or Fraction(0)
        share = rate / (1 + rate) if inclusive else rate
        part_taxes = [of(part * share) for part in parts]
        tax = sum(part_taxes) if per_line else of(sum(parts) * share)
        if not inclusive:
            without = parts
        elif per_line:
            without = [part - part_tax for part, part_tax in zip(parts, part_taxes)]
        else:
            without = apportioned(sum(parts) - tax, [part / (1 + rate) for part in parts], exponent)
        for index, net in zip(members, without):
            nets[index] = net
        breakdown.append({"category": category, "rate": None if category == "O" else rate, "basis": sum(without), "tax": tax,
                          "discount": -without[-2], "shipping": without[-1]})

    net_total = sum(group["basis"] for group in breakdown)
    tax_total = sum(group["tax"] for group in breakdown)
    total = net_total + tax_total
    paid = of(number(request.get("amount_paid") or 0))
    coin = number(request.get("cash_rounding") or 0)
    rounding = rounded((total - paid) / coin, 0) * coin - (total - paid) if coin else Fraction(0)
    amounts = {
        "currency": request["currency"],
        "lines": [{"net": net, "tax_rate": tax[1], "tax_category": tax[0]} for net, tax in zip(nets, taxes)],
        "lines_total": sum(nets),
        "discount": sum(group["discount"] for group in breakdown),
        "shipping": sum(group["shipping"] for group in breakdown),
        "tax_breakdown": breakdown,
        "net_total": net_total,
        "tax_total": tax_total,
        "total": total,
        "amount_paid": paid,
        "rounding": rounding,
        "amount_due": total - paid + rounding,
    }
    check(amounts, request, printed, discount, shipping, grosses)
    everything = grosses + printed + sums + nets + [whole, discount, shipping, paid, amounts["amount_due"], amounts["lines_total"],
                                                    net_total, tax_total, total]
    everything += [group[key] for group in breakdown for key in ("basis", "tax")]
    return amounts if all(-LIMIT <= amount * 10**exponent < LIMIT for amount in everything) else None


def check(amounts, request, printed, discount, shipping, grosses):
    """What must be true of the amounts, however they were computed."""
    unit = Fraction(1, 10 ** EXPONENTS[amounts["currency"]])
    inclusive, per_line = request.get("prices_include_tax"), request.get("rounding") == "per_line"
    # EN 16931 BR-CO-10, 13, 14, 15, 16.
    assert amounts["net_total"] == amounts["lines_total"] - amounts["discount"] + amounts["shipping"]
    assert amounts["total"] == amounts["net_total"] + amounts["tax_total"]
    assert amounts["amount_due"] == amounts["total"] - amounts["amount_paid"] + amounts["rounding"]
    if inclusive:
        assert amounts["total"] == sum(printed) - discount + shipping, "the total is what the prices say"
    else:
        assert [line["net"] for line in amounts["lines"]] == printed
        assert (amounts["discount"], amounts["shipping"]) == (discount, shipping)
    for line, price, in zip(amounts["lines"], printed):
        rate = line["tax_rate"] or 0
        assert abs(line["net"] - (price / (1 + rate) if inclusive else price)) < unit
    for group in amounts["tax_breakdown"]:
        rate = group["rate"] or 0
        # BR-S-08 and its likes.
        key = (group["category"], group["rate"])
        lines = sum(line["net"] for line in amounts["lines"] if (line["tax_category"], line["tax_rate"]) == key)
        assert group["basis"] == lines - group["discount"] + group["shipping"]
        # BR-CO-17, to within half a unit, or one where prices have tax in them.
        if not per_line:
            assert abs(group["tax"] - group["basis"] * rate) <= unit * Fraction(1 + (rate if inclusive else 0), 2)
    assert all(abs(price) <= abs(gross) and price * gross >= 0 for price, gross in zip(printed, grosses))


# MARK: Lines


def text(value, exponent):
    units = abs(value) * 10**exponent
    assert units.denominator == 1
    digits = str(units.numerator).rjust(exponent + 1, "0")
    whole = digits[: len(digits) - exponent]
    return ("-" if value < 0 else "") + (whole + "." + digits[-exponent:] if exponent else whole)


def rate_text(rate):
    if rate is None:
        return None
    exact = Decimal(rate.numerator) / Decimal(rate.denominator)
    return format(exact.normalize(), "f")


def json_of_amounts(amounts):
    """As the API answers."""
    exponent = EXPONENTS[amounts["currency"]]
    result = {key: text(value, exponent) if isinstance(value, Fraction) else value for key, value in amounts.items()}
    result["lines"] = [{"net": text(line["net"], exponent), "tax_rate": rate_text(line["tax_rate"]),
                        "tax_category": line["tax_category"]} for line in amounts["lines"]]
    result["tax_breakdown"] = [{"category": group["category"], "rate": rate_text(group["rate"]), "basis": text(group["basis"], exponent),
                                "tax": text(group["tax"], exponent)} for group in amounts["tax_breakdown"]]
    return result


def line_of_amounts(amounts):
    """`net …|lines total, discount, shipping, net total, tax total, total, paid, rounding, due|category rate basis tax …`"""
    exponent = EXPONENTS[amounts["currency"]]
    totals = ["lines_total", "discount", "shipping", "net_total", "tax_total", "total", "amount_paid", "rounding", "amount_due"]
    groups = [" ".join([group["category"], rate_text(group["rate"]) or "-", text(group["basis"], exponent), text(group["tax"], exponent)])
              for group in amounts["tax_breakdown"]]
    return "|".join([" ".join(text(line["net"], exponent) for line in amounts["lines"]),
                     " ".join(text(amounts[key], exponent) for key in totals), " ".join(groups)])


def line_of_request(request):
    """`currency exclusive|inclusive per_rate|per_line rate category discount shipping paid coin;quantity price rate category discount;…`

    What is left out is `-`, and a percentage ends in `%`.
    """
    def adjustment(discount):
        return "-" if not discount else f"{discount['percent']}%" if "percent" in discount else discount["amount"]
    def fields(*values):
        return " ".join("-" if value is None else str(value) for value in values)
    head = fields(request["currency"], "inclusive" if request.get("prices_include_tax") else "exclusive", request.get("rounding", "per_rate"),
                  request.get("tax_rate"), request.get("tax_category"), adjustment(request.get("discount")), request.get("shipping"),
                  request.get("amount_paid"), request.get("cash_rounding"))
    items = [fields(item.get("quantity", 1), item["unit_price"], item.get("tax_rate"), item.get("tax_category"),
                    adjustment(item.get("discount"))) for item in request["items"]]
    return ";".join([head] + items)


# MARK: Random requests


class Requests:
    """Random requests that are valid: the same seed gives the same ones."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __iter__(self):
        while True:
            request = self.request()
            if amounts_of(request) is not None:
                yield request

    def chance(self, share):
        return self.random.random() < share

    def written(self, value):
        """A decimal as a JSON number where that is exact, or else, and sometimes anyway, as a string."""
        value = format(value, "f") if self.chance(0.9) else str(value)
        return float(value) if self.chance(0.5) and Decimal(repr(float(value))) == Decimal(value) else value

    def decimal(self, whole, digits):
        digits = self.random.randint(0, digits)
        return Decimal(self.random.randrange(10 ** (self.random.randint(0, whole) + digits) + 1)).scaleb(-digits)

    def rate(self):
        if self.chance(0.5):
            return self.random.choice(["0.19", "0.07", "0.2", "0.055", "0.081", "0.025", "0.21", "0.25", "0.0875", "0.08", "1", "0.5"])
        return self.written(Decimal(self.random.randint(1, 10_000)).scaleb(-4))

    def quantity(self):
        kind = self.random.random()
        if kind < 0.5:
            quantity = Decimal(self.random.randint(0, 12))
        elif kind < 0.8:
            quantity = self.decimal(3, 3)
        elif kind < 0.9:
            quantity = self.decimal(8, 0)
        else:
            quantity = self.decimal(0, 9)
        return quantity

    def price(self, exponent):
        kind = self.random.random()
        if kind < 0.6:
            return self.decimal(3, exponent)
        if kind < 0.8:
            return self.decimal(2, 6)
        if kind < 0.9:
            return self.decimal(8, exponent)
        return self.decimal(0, 12)

    def discount(self, base):
        """One of what costs `base`, which is not more than that."""
        if self.chance(0.5) or not base:
            return {"percent": self.written(min(self.decimal(2, 3), Decimal(100)))}
        largest = Decimal(int(abs(base) * 10_000)).scaleb(-4)
        return {"amount": self.written(largest * self.random.choice([0, 1, Decimal("0.1"), Decimal("0.337")]))}

    def tax(self, rates):
        """A category and a rate that go together."""
        category = self.random.choice([None] * 6 + ["S"] + ORDER)
        if category == "S":
            return {"tax_category": "S", "tax_rate": self.random.choice(rates)}
        if category == "O":
            return {"tax_category": "O"}
        if category:
            return {"tax_category": category, **({"tax_rate": 0} if self.chance(0.5) else {})}
        return {"tax_rate": self.random.choice(rates + [0, "0.00"])} if self.chance(0.5) else {}

    def item(self, rates, exponent, sign):
        quantity = self.quantity() * (-sign if self.chance(0.12) else sign)
        price = self.price(exponent) * (-1 if self.chance(0.03) else 1)
        item = {"description": "Item", "quantity": self.written(quantity), "unit_price": self.written(price), **self.tax(rates)}
        gross = rounded(Fraction(quantity) * Fraction(price), exponent)
        if self.chance(0.3):
            item["discount"] = self.discount(gross)
        return item

    def request(self):
        currency = self.random.choice(["EUR", "USD", "CHF", "JPY", "KWD", "CLF", "GBP", "KRW", "TND"])
        exponent = EXPONENTS[currency]
        rates = [self.rate() for _ in range(self.random.randint(1, 4))]
        sign = -1 if self.chance(0.1) else 1
        count = self.random.choice([1, 1, 2, 2, 3, 4, 5, 8, 13, 40 if self.chance(0.2) else 6])
        request = {"currency": currency, "items": [self.item(rates, exponent, sign) for _ in range(count)]}
        if self.chance(0.7):
            request["tax_rate"] = self.random.choice(rates)
        if self.chance(0.5):
            request["prices_include_tax"] = True
        if self.chance(0.3):
            request["rounding"] = "per_line"
        amounts = amounts_of(request)
        if amounts is None:
            return request
        whole = amounts["total" if request.get("prices_include_tax") else "lines_total"]
        if self.chance(0.4):
            request["discount"] = self.discount(whole)
        if self.chance(0.4):
            request["shipping"] = self.written(self.decimal(3, exponent) * (-1 if whole < 0 and self.chance(0.5) else 1))
        if self.chance(0.3):
            total = amounts_of(request)
            total = total["total"] if total else Fraction(0)
            request["amount_paid"] = self.written(self.decimal(4, exponent) * (-1 if total < 0 and self.chance(0.5) else 1))
        if self.chance(0.25):
            coins = ["0.05", "0.1", "0.5", "1", "5"] if exponent >= 2 else ["1", "5", "10"]
            request["cash_rounding"] = self.written(Decimal(self.random.choice(coins)))
        return request


# MARK: The judge


def invoice_of(request, amounts):
    """What eu-einvoice takes: prices without tax, the parts of discount and shipping that fall on each tax, rates in percent."""
    def tax(category, rate):
        return {"vat_category": category, **({} if rate is None else {"vat_rate": str(Decimal(rate_text(rate)) * 100)})}
    def part(amount, group):
        return {"amount": text(amount, 2), "reason": "Discount", **tax(group["category"], group["rate"])}
    lines = []
    for item, line in zip(request["items"], amounts["lines"]):
        quantity, price = Decimal(str(item.get("quantity", 1))), Decimal(str(item["unit_price"]))
        if price < 0:  # BR-27
            quantity, price = -quantity, -price
        new = {"name": "Item", "quantity": str(quantity), "price": str(price), **tax(line["tax_category"], line["tax_rate"])}
        if request.get("prices_include_tax"):
            # The price without tax has no end; the net of all, as the price of all (BT-149), is exact.
            new["quantity"] = str(abs(quantity) if line["net"] >= 0 else -abs(quantity))
            new["price"] = text(abs(line["net"]), 2)
            if quantity:
                new["base_quantity"] = str(abs(quantity))
            else:
                new["quantity"] = "1" if line["net"] >= 0 else "-1"
        elif "discount" in item and "percent" in item["discount"]:
            new["allowances"] = [{"percent": str(item["discount"]["percent"]), "reason": "Discount"}]
        elif "discount" in item:
            gross = rounded(number(item["quantity"]) * number(item["unit_price"]), 2)
            new["allowances"] = [{"amount": text(gross - line["net"], 2), "reason": "Discount"}]
        lines.append(new)
    groups = amounts["tax_breakdown"]
    return {
        "number": "1", "issue_date": "2025-01-31", "due_date": "2025-02-28", "currency": amounts["currency"], "lines": lines,
        "seller": {"name": "Seller", "vat_id": "DE123456782", "address": {"country": "DE"}},
        "buyer": {"name": "Buyer", "vat_id": "FR40303265045", "address": {"country": "FR"}},
        "allowances": [part(group["discount"], group) for group in groups if group["discount"]],
        "charges": [part(group["shipping"], group) for group in groups if group["shipping"]],
        "prepaid_amount": text(amounts["amount_paid"], 2),
        "rounding_amount": text(amounts["rounding"], 2),
        # What is left out is computed.
        "vat_breakdown": [{"category": group["category"], "rate": tax(group["category"], group["rate"]).get("vat_rate"),
                           "tax": text(group["tax"], 2)} for group in groups] if allows_other_tax(request) else [],
    }


def allows_other_tax(request):
    """Whether the tax may be a little beside basis × rate (docs/decisions/0016)."""
    return bool(request.get("prices_include_tax") or request.get("rounding") == "per_line")


def judged(request, amounts):
    """What eu-einvoice computes differently, and whether it found a tax beside basis × rate."""
    from eu_einvoice.model import prepare

    invoice, issues = prepare(invoice_of(request, amounts), trust_amounts=allows_other_tax(request))
    names = {"line_total": "lines_total", "allowance_total": "discount", "charge_total": "shipping", "tax_exclusive": "net_total",
             "tax_total": "tax_total", "tax_inclusive": "total", "prepaid": "amount_paid", "rounding": "rounding", "payable": "amount_due"}
    found = {names[key]: Fraction(value) for key, value in invoice["totals"].items()}
    found["nets"] = [Fraction(line["net_amount"]) for line in invoice["lines"]]
    found["taxes"] = sorted((group["category"], Fraction(group["rate"] or 0) / 100, Fraction(group["taxable"]), Fraction(group["tax"]))
                            for group in invoice["vat_breakdown"])
    wanted = {name: amounts[name] for name in names.values()}
    wanted["nets"] = [line["net"] for line in amounts["lines"]]
    wanted["taxes"] = sorted((group["category"], group["rate"] or Fraction(0), group["basis"], group["tax"])
                             for group in amounts["tax_breakdown"])
    differences = [f"{name}: {wanted[name]}, not {found[name]}" for name in wanted if wanted[name] != found[name]]
    # Whether categories may stand side by side, and what they need, is not what is asked here.
    differences += [issue["msg"] for issue in issues.errors if issue["path"].split(".")[-1] in ("amount", "price", "net_amount", "tax")]
    return differences, any("keeping source VAT" in issue["msg"] for issue in issues)


# MARK: Commands


def compare(count, seed):
    failed = judgements = beside = 0
    with DocuMint() as product:
        for request in itertools.islice(Requests(seed), count):
            amounts = amounts_of(request)
            status, _, body = product.post("/api/v1/invoice", request, accept="application/json")
            differences = [] if status == 200 and json.loads(body) == json_of_amounts(amounts) else [f"{status} {body.decode()}"]
            # It knows no currencies with other than two decimals.
            if EXPONENTS[request["currency"]] == 2:
                found, is_beside = judged(request, amounts)
                differences += found
                judgements += 1
                beside += is_beside
            if differences:
                failed += 1
                print(f"{json.dumps(request)}\n  {json.dumps(json_of_amounts(amounts))}\n  {differences}", file=sys.stderr)
    print(f"{count} invoices like the model's, {judgements} of them also like eu-einvoice's" if not failed
          else f"{failed} of {count} invoices have other amounts")
    print(f"{beside} taxes were beside basis × rate, by a cent or as the sum of lines, and were kept")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int)
    arguments = parser.parse_args()
    if arguments.sample is None:
        return compare(arguments.count, arguments.seed)
    for request in itertools.islice(Requests(arguments.seed), arguments.sample):
        print(line_of_request(request) + "=" + line_of_amounts(amounts_of(request)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
