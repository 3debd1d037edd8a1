"""FlagRules against the unmodified client `growthbook` that is fed with FlagRules' translation: the same value and the same rule.

Compared are random flags of all types with every operator that can be translated, groups, negation, segments, prerequisites and percentages
anywhere, in random contexts of odd values: type by type, so that 1, 1.0, true and "1" differ. Then every operator with every operand on
every value, percentages at the edge of a user's bucket, and buckets against the client's hash and the golden vectors of the contract.

Flags that the translator refuses are left out, and so are those that need them; the last line says how many were compared. A share of all
flags (`--foreign`) may use operators, attributes and values that are to be refused.

One difference is known, and checked to be still there: a percentage of a float (names nobody here) or of an integer beyond 2^53. The client
hashes numbers as JavaScript writes them, and none of its conditions tells 5.0 from 5.
"""

import argparse
import collections
import json
import logging
import random
import re
import sys

# This script has the client's name: the client is to be found first.
sys.path.append(sys.path.pop(0))

from growthbook import GrowthBook
from growthbook.core import gbhash

from engine import Engine, Refused

GOLDEN = [
    ("seed", "a", 505), ("seed", "b", 2696), ("foo", "ab", 2575), ("foo", "def", 2019), ("89123klj", "8952klfjas09ujkasdf", 1240),
    ("90850943850283058242805", "123", 7516),
]
TYPES = ["boolean", "string", "integer", "float", "json"]
NAMES = ["country", "plan", "age", "tags", "beta", "a b", "length", "0"]
IDS = ["user_id", "device", "id"]
FOREIGN_NAMES = ["user.plan", "$or", "größe"]
TEXTS = [
    "", "US", "us", "pro", "Pro", "PRO ", "beta-tester", "a.b", "aXb", "(x)[y]{2}^$|\\d+*?", "line\n", "line", "li\nne", "\n", "straße",
    "DE", "STRASSE", "Straße", "kK\u212a", "sS\u017f", "iI\u0130\u0131", "I", "i", "é", "e\u0301", "É", "😀", "σς", "Σ", "ǅ", "𐐀", "𐐨", "1",
    "1.0", "true", "null", "\x00", "\u2028x", "\ufeffa", "$a", "#", "a b",
]
NUMBERS = [
    0, 1, 2, 18, -1, 1.0, 0.0, -0.0, 0.5, 1.5, 18.0, 2**53, 2**53 + 1, -(2**53) - 1, 9007199254740992.0, 2**63 - 1, -(2**63), 1e300, 5e-324,
    123456789012345680000.0,
]
SCALARS = TEXTS + NUMBERS + [True, False]
TEXT_OPERATORS = ["contains", "not_contains", "starts_with", "ends_with"]
FOREIGN = {
    "regex": ["^a+$", "b|c"], "before": ["2026-01-01T00:00:00Z", "-7d"], "after": [0, "-1h"], "cidr": ["10.0.0.0/8"],
    **{f"semver_{name}": ["1.2.3", "2.0.0-rc.1"] for name in ["eq", "neq", "lt", "lte", "gt", "gte", "tilde", "caret"]},
}


class Projects:
    """Random flags, segments and contexts."""

    def __init__(self, seed, foreign, known_foreign):
        self.random = random.Random(seed)
        self.foreign = foreign
        self.known_foreign = known_foreign

    def chance(self, probability):
        return self.random.random() < probability

    def some(self, choices, most=4):
        return [self.random.choice(choices) for _ in range(self.random.randint(0, most))]

    def comparison(self):
        choice = self.random.choice
        operator = choice(["eq", "neq", "in", "not_in", "lt", "lte", "gt", "gte", "exists", "not_exists"] + TEXT_OPERATORS)
        condition = {"attribute": choice(NAMES + IDS), "operator": operator}
        if operator in ("eq", "neq"):
            condition["value"] = choice(SCALARS)
        elif operator in ("in", "not_in"):
            condition["value"] = self.some(SCALARS, 6)
        elif operator in TEXT_OPERATORS:
            condition["value"] = self.some(TEXTS) if self.chance(0.3) else choice(TEXTS)
        elif operator in ("lt", "lte", "gt", "gte"):
            condition["value"] = choice(NUMBERS)
        if operator in ["eq", "neq", "in", "not_in"] + TEXT_OPERATORS and self.chance(0.4):
            condition["ignore_case"] = True
        if self.is_foreign and self.chance(0.3):
            if self.chance(0.3) or not self.known_foreign:
                condition["attribute"] = choice(FOREIGN_NAMES)
            else:
                operator = choice(self.known_foreign)
                condition = {"attribute": choice(NAMES), "operator": operator, "value": choice(FOREIGN[operator])}
        return condition

    def percentage(self):
        value = self.random.choice([0, 100, 50, 12.34, "25", self.random.randint(0, 10000) / 100])
        return {"attribute": self.random.choice(IDS), "operator": "percent", "value": value}

    def condition(self, segments, has_percentages, depth=0):
        if depth < 4 and self.chance(0.25):
            kind = self.random.choice(["all", "any", "none"])
            members = [self.condition(segments, has_percentages, depth + 1) for _ in range(self.random.randint(0, 3))]
            condition = {kind: members}
        elif segments and self.chance(0.15):
            keys = [self.random.choice(segments)["key"] for _ in range(self.random.randint(1, 2))]
            condition = {"operator": "in_segment", "value": keys if self.chance(0.5) else keys[0]}
        elif has_percentages and self.chance(0.3):
            condition = self.percentage()
        else:
            condition = self.comparison()
        if self.chance(0.2):
            condition["negate"] = True
        return condition

    def conditions(self, segments, has_percentages):
        return [self.condition(segments, has_percentages) for _ in range(self.random.choice([0, 1, 1, 1, 2, 2, 3]))]

    def value(self, type, depth=0):
        if type == "boolean":
            return self.random.choice([True, False, "true"])
        if type == "string":
            return self.random.choice(TEXTS)
        if type == "integer":
            return self.random.choice([0, 1, 10, -5, 2**31 - 1, 2**53 - 1, 10.0])
        if type == "float":
            return self.random.choice([0.0, 10.0, 1.5, -0.0, 1e300, 3])
        if depth < 2 and self.chance(0.5):
            values = [self.value(type, depth + 1) for _ in range(self.random.randint(0, 3))]
            return values if self.chance(0.5) else dict(zip(["b", "a", "$x"], values))
        return self.random.choice(SCALARS + ([None] if depth or self.is_foreign else []))

    def segments(self):
        segments = []
        for index in range(6):
            self.is_foreign = index == 5 and self.chance(self.foreign)
            segments.append({"key": f"s{index}", "conditions": self.conditions(segments, False)})
        return segments

    def flag(self, key, flags, segments):
        self.is_foreign = self.chance(self.foreign)
        type = self.random.choice(TYPES)
        known = segments if self.is_foreign else segments[:-1]
        rules = [{"conditions": self.conditions(known, True), "value": self.value(type)} for _ in range(self.random.randint(0, 4))]
        flag = {"key": key, "seed": self.random.choice(["", "x", f"seed {key}", "ü😀"]), "type": type, "rules": rules}
        if self.chance(0.7):
            flag["default_value"] = self.value(type)
        if self.chance(0.6):
            flag["off_value"] = self.value(type)
        if self.chance(0.1):
            flag["enabled"] = False
        if flags and self.chance(0.35):
            flag["prerequisites"] = [self.prerequisite(flags) for _ in range(self.random.choice([1, 1, 2]))]
        return flag

    def prerequisite(self, flags):
        parent = self.random.choice(flags)
        values = [rule["value"] for rule in parent["rules"]] + [parent[name] for name in ("default_value", "off_value") if name in parent]
        prerequisite = {"flag": "unknown" if self.chance(0.03) else parent["key"]}
        if values and self.chance(0.9):
            prerequisite["value"] = self.random.choice(values)
        return prerequisite

    def attribute(self):
        kind = self.random.random()
        if kind < 0.6:
            return self.random.choice(SCALARS)
        if kind < 0.75:
            return self.some(SCALARS + [None], 3)
        nested = [[["US"], [1], {"a": 1}], [{"x": "US"}, "pro"], [[True]], ["US", ["pro"]]]
        return self.random.choice([None, [], {}, {"a": 1}, [None], *nested])

    def identity(self):
        odd = [None, "", True, False, [], ["u1"], {}, {"id": "u1"}, 0, -1, 2**53, -(2**53)]
        ids = [self.random.choice(["u", "user-😀-", "é"]) + str(self.random.randint(0, 99)), self.random.randint(1, 10**6)]
        return self.random.choice(odd if self.chance(0.3) else ids)

    def context(self):
        context = {name: self.attribute() for name in NAMES if self.chance(0.75)}
        return context | {name: self.identity() for name in IDS if self.chance(0.85)}


def exactly(value):
    return json.dumps(value, sort_keys=True)


def translated(engine, flags, segments):
    """The payload of the flags that can be translated, those flags, and the refusals of the others."""
    engine.load(flags, segments)
    answer = engine.ask({"op": "growthbook"})
    refusals = answer.get("refusals", [])
    if refusals:
        refused = {refusal["flag"] for refusal in refusals}
        flags = [flag for flag in flags if flag["key"] not in refused]
        engine.load(flags, segments)
        answer = engine.ask({"op": "growthbook"})
    return answer["payload"], flags, refusals


def differences(engine, client, flags, segments, context):
    """What the client answers otherwise than the engine in one context."""
    client.set_attributes(context)
    answers = engine.evaluate(context)
    for flag in flags:
        answer = answers[flag["key"]]
        result = client.eval_feature(flag["key"])
        ours = (exactly(answer.get("value")), None if answer["rule"] is None else str(answer["rule"]))
        theirs = (exactly(result.value), result.ruleId or None)
        if ours != theirs:
            what = "\n  ".join(exactly(part) for part in (flag, context, segments))
            yield f"{flag['key']}: {ours} here, {theirs} ({result.source}) there\n  {what}"
        hashes = {gbhash(flag["seed"], str(context[name]), 2) for name in IDS if name in context}
        if answer["bucket"] is not None and answer["bucket"] not in {round(hash * 10000) for hash in hashes}:
            yield f"{flag['key']}: bucket {answer['bucket']} is nobody's\n  {exactly(flag)}\n  {exactly(context)}"


def project_differences(engine, projects, count, contexts, statistics):
    segments, flags = projects.segments(), []
    for index in range(count):
        flags.append(projects.flag(f"f{index}", flags, segments))
    payload, flags, refusals = translated(engine, flags, segments)
    statistics["translated"] += len(flags)
    for refusal in refusals:
        statistics["refused"][refusal["operator"] or re.sub(r'^.*?: |"[^"]*" ', "", refusal["message"]).rstrip(".")] += 1
    client = GrowthBook(features=payload["features"])
    for _ in range(contexts):
        context = projects.context()
        statistics["comparisons"] += len(flags)
        yield from differences(engine, client, flags, segments, context)


def bucket_differences(engine, randomness):
    for seed, id, bucket in GOLDEN:
        if engine.buckets(seed, [id]) != [bucket]:
            yield f"golden vector {seed!r}, {id!r}: {engine.buckets(seed, [id])}, not {bucket}"
    for seed in ["", "x", "ü😀"]:
        ids = [str(randomness.randint(-(2**63), 2**63)) for _ in range(500)] + TEXTS
        ids += ["".join(chr(randomness.choice([randomness.randint(1, 0xD7FF), randomness.randint(0x10000, 0x10FFFF)]))) for _ in range(500)]
        for id, bucket in zip(ids, engine.buckets(seed, ids), strict=True):
            if bucket != round(gbhash(seed, id, 2) * 10000):
                yield f"bucket of {seed!r}, {id!r}: {bucket} here, {gbhash(seed, id, 2)} there"


def matrix_differences(engine):
    """Every operator with every operand on every value, alone and in a list: a flag for each condition."""
    conditions = [{"attribute": "a", "operator": operator} for operator in ("exists", "not_exists")]
    for operator in ["eq", "in"] + TEXT_OPERATORS + ["lt", "lte", "gt", "gte"]:
        operands = TEXTS if operator in TEXT_OPERATORS else NUMBERS if operator.startswith(("l", "g")) else SCALARS
        for operand in operands:
            condition = {"attribute": "a", "operator": operator, "value": [operand, "zzz"] if operator == "in" else operand}
            conditions.append(condition)
            if operator in ["eq", "in"] + TEXT_OPERATORS:
                conditions.append(condition | {"ignore_case": True, "negate": True})
    flags = [
        {"key": str(index), "seed": "", "rules": [{"conditions": [condition], "value": True}]} for index, condition in enumerate(conditions)
    ]
    payload, _, _ = translated(engine, flags, [])
    client = GrowthBook(features=payload["features"])
    for value in [None, [], {}, *SCALARS]:
        for context in [{"a": value}, {"a": [None, value, ["US", 1, True]]}]:
            yield from differences(engine, client, flags, [], context)


def edge_differences(engine, randomness):
    """Percentages just below, at and above a user's bucket."""
    for _ in range(50):
        id = randomness.choice(["u", "ü😀", 0, -1])
        id = id if isinstance(id, int) else f"{id}{randomness.randint(0, 10**9)}"
        seed = str(randomness.random())
        bucket = engine.buckets(seed, [str(id)])[0]
        percentages = [
            {"attribute": "id", "operator": "percent", "value": step / 100, "negate": negate}
            for step in (bucket - 1, bucket, bucket + 1) if 0 <= step <= 10000 for negate in (False, True)
        ]
        flags = [
            {"key": f"{index}", "seed": seed, "rules": [{"conditions": [percentage], "value": True}]}
            for index, percentage in enumerate(percentages)
        ]
        payload, _, _ = translated(engine, flags, [])
        yield from differences(engine, GrowthBook(features=payload["features"]), flags, [], {"id": id})


def known_differences(engine):
    """Complaints if what is documented as different no longer is, or if long chains are beyond the client."""
    flag = {"key": "f", "seed": "x", "rules": [{"conditions": [{"attribute": "id", "operator": "percent", "value": 50}], "value": True}]}
    payload, _, _ = translated(engine, [flag], [])
    client = GrowthBook(features=payload["features"])
    ids = [number / 2 for number in range(1, 40)] + [2**53 + number for number in range(1, 40)]
    if not any(True for id in ids for _ in differences(engine, client, [flag], [], {"id": id})):
        yield "percentages of floats and of integers beyond 2^53 are no longer different: say so where it is documented"
    chain = [{"key": f"f{index}", "seed": "x", "default_value": True, "off_value": True} for index in range(100)]
    for parent, flag in zip(chain, chain[1:]):
        flag["prerequisites"] = [{"flag": parent["key"]}]
    payload, _, _ = translated(engine, chain, [])
    yield from differences(engine, GrowthBook(features=payload["features"]), chain, [], {})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400, help="flags")
    parser.add_argument("--contexts", type=int, default=60, help="contexts for each flag")
    parser.add_argument("--foreign", type=float, default=0.1, help="share of flags that may use what is to be refused")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    engine = Engine()
    known_foreign = []
    for operator, values in FOREIGN.items():
        try:
            engine.holds({"attribute": "a", "operator": operator, "value": values[0]}, [])
            known_foreign.append(operator)
        except Refused:
            pass
    projects = Projects(options.seed, options.foreign, known_foreign)
    statistics = {"translated": 0, "comparisons": 0, "refused": collections.Counter()}
    complaints = [*bucket_differences(engine, projects.random), *matrix_differences(engine), *known_differences(engine)]
    complaints += edge_differences(engine, projects.random)
    for start in range(0, options.count, 40):
        size = min(40, options.count - start)
        complaints += project_differences(engine, projects, size, options.contexts, statistics)
    if complaints:
        print("\n".join(complaints[:20]), f"\n{len(complaints)} differences in {statistics['comparisons']} comparisons", file=sys.stderr)
        sys.exit(1)
    print(
        f"growthbook: 0 differences in {statistics['comparisons']} values and rules of {options.count} flags, "
        f"{statistics['translated']} of them translatable; refused for: "
        + (", ".join(f"{reason} ({number})" for reason, number in statistics["refused"].most_common()) or "nothing")
    )


if __name__ == "__main__":
    main()
