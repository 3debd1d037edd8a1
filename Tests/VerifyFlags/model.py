"""Compares FlagRules with a model of its contract that was written from the contract alone, on random flags and contexts.

Compared are value (typed: 10 and 10.0, true and 1 differ), variant, reason, rule and bucket. The model is as plain as can be: no preparation,
every list gone through from its start, Python's own exact comparison of int and float.

Not here are the operators with a notation of their own, which have judges of their own: regex, semver_*, cidr, before, after. Text whose case
is ignored is ASCII and a few letters with one simple case folding, which Python's `casefold` knows.

    model.py --count 20000 --seed 1
"""

import argparse
import json
import random

from engine import Engine

LIMIT = 10_000


def fnv(text):
    """FNV-1a, 32 bits, over UTF-16 code units."""
    state = 0x811C9DC5
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2]):
        state = (state ^ (low | high << 8)) * 0x01000193 % 2**32
    return state


def bucket(seed, user):
    return fnv(str(fnv(seed + user))) % LIMIT


def kind(value):
    """Numbers are of one kind, booleans of another."""
    return "number" if type(value) in (int, float) else type(value).__name__


def is_scalar(value):
    return kind(value) in ("number", "bool", "str")


def fold(value):
    return value.casefold() if isinstance(value, str) else value


def same(left, right):
    """Equality of JSON values without coercion, but 10 is 10.0."""
    if kind(left) != kind(right):
        return False
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[name], right[name]) for name in left)
    return left == right


def listed(value):
    return value if isinstance(value, list) else [value]


def text_test(test):
    return lambda found, value: isinstance(found, str) and any(test(found, text) for text in listed(value))


def number_test(test):
    return lambda found, value: kind(found) == "number" and test(found, value)


EQUALS = lambda found, value: any(is_scalar(found) and same(found, one) for one in listed(value))  # noqa: E731
CONTAINS = text_test(lambda found, text: text in found)

# Of each operator: the test of one element, and whether the operator is its opposite.
OPERATORS = {
    "eq": (EQUALS, False),
    "neq": (EQUALS, True),
    "in": (EQUALS, False),
    "not_in": (EQUALS, True),
    "contains": (CONTAINS, False),
    "not_contains": (CONTAINS, True),
    "starts_with": (text_test(str.startswith), False),
    "ends_with": (text_test(str.endswith), False),
    "lt": (number_test(lambda found, value: found < value), False),
    "lte": (number_test(lambda found, value: found <= value), False),
    "gt": (number_test(lambda found, value: found > value), False),
    "gte": (number_test(lambda found, value: found >= value), False),
}


class Model:
    def __init__(self, flags, segments):
        self.flags = {flag["key"]: flag for flag in flags}
        self.segments = {segment["key"]: segment for segment in segments}

    def compare(self, condition, context, seed):
        """Whether a comparison holds, and the bucket if a percentage decided."""
        operator, negate = condition["operator"], condition.get("negate", False)
        value = condition.get("value")
        if operator == "in_segment":
            held = any(self.is_in_segment(key, context, seed) for key in listed(value))
            return held != negate, None
        found = context.get(condition["attribute"])
        if operator in ("exists", "not_exists"):
            return (found is not None) == ((operator == "exists") != negate), None
        if found is None:
            return operator in ("neq", "not_in") and not negate, None
        if operator == "percent":
            user = str(found) if type(found) is int else found
            if not isinstance(user, str) or user == "":
                return False, None
            drawn = bucket(seed, user)
            return (drawn < round(float(value) * 100)) != negate, drawn
        test, is_opposite = OPERATORS[operator]
        if condition.get("ignore_case"):
            value = [fold(one) for one in value] if isinstance(value, list) else fold(value)
        elements = [fold(one) if condition.get("ignore_case") else one for one in listed(found)]
        held = any(test(one, value) for one in elements)
        return held != (is_opposite != negate), None

    def is_in_segment(self, key, context, seed):
        segment = self.segments.get(key)
        return segment is not None and self.decide("all", segment.get("conditions", []), context, seed)[0]

    def decide(self, group, members, context, seed):
        """Whether a group holds, and the bucket if a percentage decided: alone, or together with all others."""
        stop = group != "all"
        first = None
        for member in members:
            held, drawn = self.holds(member, context, seed)
            if held == stop:
                return group == "any", drawn
            first = drawn if first is None else first
        return group != "any", first

    def holds(self, condition, context, seed):
        for group in ("all", "any", "none"):
            if group in condition:
                held, drawn = self.decide(group, condition[group], context, seed)
                return held != condition.get("negate", False), drawn
        return self.compare(condition, context, seed)

    def evaluate(self, key, context):
        """value (a list of it, empty if it is left to the caller), reason, rule, bucket."""
        flag = self.flags[key]
        off = [admit(flag, flag["off_value"])] if "off_value" in flag else []
        if not flag.get("enabled", True):
            return off, "disabled", None, None
        for prerequisite in flag.get("prerequisites", []):
            if not self.fulfils(prerequisite, context):
                return off, "prerequisite_failed", None, None
        rules = flag.get("rules", [])
        for index, rule in enumerate(rules):
            held, drawn = self.decide("all", rule.get("conditions", []), context, flag["seed"])
            if held:
                return [admit(flag, rule["value"])], "targeting_match" if drawn is None else "percentage_rollout", index, drawn
        if "default_value" in flag:
            return [admit(flag, flag["default_value"])], "default", None, None
        return [not rules] if flag.get("type", "boolean") == "boolean" else [], "default", None, None

    def fulfils(self, prerequisite, context):
        flag = self.flags.get(prerequisite["flag"])
        if flag is None:
            return False
        value, reason, _, _ = self.evaluate(prerequisite["flag"], context)
        wanted = admit(flag, prerequisite.get("value", True))
        return reason not in ("disabled", "prerequisite_failed") and any(same(one, wanted) for one in value)

    def answer(self, key, context):
        """As flag-lines answers it."""
        flag = self.flags[key]
        value, reason, rule, drawn = self.evaluate(key, context)
        variants = flag.get("variants") or ({"on": True, "off": False} if flag.get("type", "boolean") == "boolean" else {})
        variant = next((name for name in sorted(variants) if value and same(admit(flag, variants[name]), value[0])), None)
        answer = {"value": value[0]} if value else {}
        return answer | {"variant": variant, "reason": reason, "rule": rule, "bucket": drawn}


def admit(flag, value):
    """The value as a flag of its type answers it."""
    type_ = flag.get("type", "boolean")
    if type_ == "boolean" and value in ("true", "false"):
        return value == "true"
    if type_ == "float" and kind(value) == "number":
        return float(value)
    if type_ == "integer" and type(value) is float and value.is_integer():
        return int(value)
    return value


class Lottery(random.Random):
    """Flags, segments and contexts, made so that much of them meets."""

    ATTRIBUTES = ["user_id", "country", "age", "tags", "plan", "é"]
    TEXTS = ["a", "b", "A", "ab", "Ab", "aab", "", "é", "É", "e\u0301", "1", "true", "user-17", "\U0001f600"]
    NUMBERS = [0, -0.0, 1, 1.0, 2, 2.5, -3, 10, 10.0, 0.1, 2**53, 2**53 + 1, float(2**53), 2**63 - 1, -(2**63), float(2**63), 1e300, -5e-324]

    def one_in(self, count):
        return self.randrange(count) == 0

    def scalar(self):
        return self.choice([self.choice(self.TEXTS), self.choice(self.TEXTS), self.choice(self.NUMBERS), self.one_in(2)])

    def some(self, make, most=3):
        return [make() for _ in range(self.randint(0, most))]

    def text(self):
        return self.choice(self.TEXTS)

    def attribute(self):
        if self.one_in(8):
            return self.choice([None, {}, {"a": "a"}, [["a"]], [None, "a"], []])
        if self.one_in(3):
            return self.some(self.scalar, 4)
        return self.scalar()

    def context(self):
        context = {name: self.attribute() for name in self.ATTRIBUTES if not self.one_in(4)}
        if not self.one_in(4):
            context["user_id"] = self.choice([f"user-{self.randrange(10_000)}", self.randrange(-(2**63), 2**63), self.randrange(100), ""])
        if self.one_in(5):
            context |= {f"other{number}": self.scalar() for number in range(20)}
        return context

    def percent(self):
        hundredths = self.choice([0, 10_000, self.randrange(10_001), self.randrange(10_001)])
        value = self.choice([hundredths // 100, hundredths / 100])
        return self.choice([value, str(value)])

    def comparison(self, segments, in_segment):
        operator = self.choice([*OPERATORS, "exists", "not_exists", *["in_segment"] * 3, *["percent"] * (0 if in_segment else 8)])
        condition = {"attribute": self.choice(self.ATTRIBUTES), "operator": operator}
        if operator == "in_segment":
            keys = [f"s{self.randrange(-1, segments)}" for _ in range(self.randint(0, 3))]
            condition["value"] = keys if self.one_in(2) or not keys else keys[0]
            if self.one_in(2):
                del condition["attribute"]
        elif operator == "percent":
            condition |= {"attribute": self.choice(["user_id", "user_id", "plan"]), "value": self.percent()}
        elif operator in ("lt", "lte", "gt", "gte"):
            condition["value"] = self.choice(self.NUMBERS)
        elif operator in ("eq", "neq"):
            condition["value"] = self.scalar()
        elif operator in ("in", "not_in"):
            condition["value"] = self.choice([self.scalar(), self.some(self.scalar), self.some(self.scalar, 20)])
        elif operator in OPERATORS:
            condition["value"] = self.choice([self.text(), self.some(self.text)])
        elif self.one_in(3):
            condition["value"] = self.scalar()
        if operator in ("eq", "neq", "in", "not_in", "contains", "not_contains", "starts_with", "ends_with") and self.one_in(3):
            condition["ignore_case"] = self.one_in(2)
        return condition

    def condition(self, segments, in_segment=False, depth=1):
        if depth <= 8 and self.one_in(3):
            members = [self.condition(segments, in_segment, depth + 1) for _ in range(self.randint(0, 3))]
            condition = {self.choice(["all", "any", "none"]): members}
        else:
            condition = self.comparison(segments, in_segment)
        if self.one_in(4):
            condition["negate"] = not self.one_in(5)
        return condition

    def value(self, type_):
        return {
            "boolean": lambda: self.choice([True, False, "true", "false"]),
            "string": self.text,
            "integer": lambda: self.choice([0, 1, -7, 10, 10.0, 2**53 - 1, -(2**53) + 1]),
            "float": lambda: self.choice([0, 1.5, 10, 10.0, 0.1, 1e300]),
            "json": lambda: self.choice([None, {}, [], [1], [1.0], {"a": [1, {"b": None}]}, {"a": [1.0, {"b": None}]}, True, "x", 10, 10.0]),
        }[type_]()

    def flag(self, number):
        type_ = self.choice(["boolean", "boolean", "string", "integer", "float", "json"])
        flag = {"key": f"f{number}", "seed": f"seed {self.random()} é\U0001f600", "type": type_}
        if type_ == "boolean" and self.one_in(2):
            del flag["type"]
        if self.one_in(3):
            flag["enabled"] = not self.one_in(4)
        if not self.one_in(5):
            rules = [{"conditions": self.some(lambda: self.condition(3)), "value": self.value(type_)} for _ in range(self.randint(0, 4))]
            flag["rules"] = rules
        if self.one_in(2):
            flag["variants"] = {self.choice(["x", "y", "on", "10", "é"]): self.value(type_) for _ in range(self.randint(0, 4))}
        for field in ("default_value", "off_value"):
            if self.one_in(2):
                flag[field] = self.value(type_)
        return flag

    def project(self):
        segments = [
            {"key": f"s{number}", "conditions": self.some(lambda: self.condition(number, in_segment=True))}  # noqa: B023
            for number in range(3)
        ]
        flags = []
        for number in range(5):
            flag = self.flag(number)
            if self.one_in(4):
                flag["prerequisites"] = self.some(lambda: self.prerequisite(flags), 2)
            flags.append(flag)
        return flags, segments

    def prerequisite(self, flags):
        if not flags or self.one_in(12):
            return {"flag": "unknown"}
        flag = self.choice(flags)
        values = [self.value(flag.get("type", "boolean")), self.scalar(), *[rule["value"] for rule in flag.get("rules", [])]]
        return {"flag": flag["key"]} | ({} if self.one_in(4) else {"value": self.choice(values)})


def typed(value):
    """JSON text, in which 10 and 10.0, true and 1 differ."""
    return json.dumps(value, sort_keys=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    lottery, engine = Lottery(arguments.seed), Engine()
    compared, faults, reasons = 0, 0, {}
    while compared < arguments.count:
        flags, segments = lottery.project()
        engine.load(flags, segments)
        model = Model(flags, segments)
        for _ in range(20):
            context = lottery.context()
            answers = engine.evaluate(context)
            for flag in flags:
                expected, found = model.answer(flag["key"], context), answers[flag["key"]]
                compared += 1
                reasons[expected["reason"]] = reasons.get(expected["reason"], 0) + 1
                if typed(found) != typed(expected):
                    faults += 1
                    if faults <= 5:
                        print("flag", typed(flag), "segments", typed(segments), "context", typed(context), sep="\n  ")
                        print(f"  expected {typed(expected)}\n  found    {typed(found)}")
    counts = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    print(f"model: {compared} evaluations compared ({counts}), {faults} differ")
    raise SystemExit(faults > 0)


if __name__ == "__main__":
    main()
