"""Makes flags, segments and contexts for fuzz.py: sound ones, damaged ones, and values that are hard on those who read or compare them."""

import copy
import json
import random
import re

from values import (
    ADDRESSES,
    ATTRIBUTES,
    BAD_PATTERNS,
    CATASTROPHIC,
    FLOATS,
    INTEGERS,
    NETWORKS,
    NOT_ADDRESSES,
    NOT_TIMES,
    NOT_VERSIONS,
    NUMBERS_OF_TIMES,
    OFFSETS,
    OPERATORS,
    TEXT,
    TIMES,
    VERSIONS,
    WORDS,
)


class Raw:
    """Text that stands in the JSON as it is, which Python would not write."""

    MARK = "\u0001raw:"
    NUMBERS = (
        "1e400",
        "-1e400",
        "1E+2",
        "10.0",
        "-0",
        "1e0",
        "123456789012345678901234567890",
        "0." + "0" * 400 + "1",
        "1" + "0" * 308,
        "9223372036854775808",
    )

    @classmethod
    def value(cls, text):
        return cls.MARK + text

    @classmethod
    def is_in(cls, value):
        return json.dumps(cls.MARK)[1:-1] in json.dumps(value)

    @classmethod
    def unwrapped(cls, line):
        return re.sub(r'"\\u0001raw:([^"]*)"', r"\1", line)


class Definitions:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.known = list(OPERATORS)

    def _one(self, *choices):
        return self.chance.choice(choices)

    # MARK: Values

    def attribute(self):
        return self.chance.choice(ATTRIBUTES)

    def id(self):
        return self._one(
            self.chance.randrange(10**6),
            f"user-{self.chance.randrange(1000)}",
            "é😀" * self.chance.randint(1, 9),
            "漢" * 99,
            2**63 - 1,
            "\u0000",
        )

    def text(self):
        word = self.chance.choice(WORDS)
        return word if self.chance.random() < 0.8 else word + self.chance.choice(WORDS) * self.chance.randint(1, 5)

    def scalar(self):
        return self._one(
            self.text, self.text, lambda: self.chance.choice(INTEGERS), lambda: self.chance.choice(FLOATS), lambda: self._one(True, False)
        )()

    def any_value(self, depth=2):
        """Whatever JSON can hold."""
        kind = self.chance.random()
        if kind < 0.6 or depth == 0:
            return None if kind < 0.05 else self.scalar()
        if kind < 0.8:
            return [self.any_value(depth - 1) for _ in range(self.chance.randint(0, 4))]
        if kind < 0.95:
            return {self.text(): self.any_value(depth - 1) for _ in range(self.chance.randint(0, 4))}
        return self._one(Raw.value(self.chance.choice(Raw.NUMBERS)), self.deep(self._one(10, 100, 127, 200)), list(range(2000)))

    def deep(self, depth):
        value = 1
        for level in range(depth):
            value = [value] if level % 2 else {"a": value}
        return value

    def is_deep(self, value):
        """Deeper than a context of the service may be, whose reader has a limit."""
        level, depth = [value], 0
        while level:
            depth += 1
            level = [
                member for one in level if isinstance(one, (list, dict)) for member in (one.values() if isinstance(one, dict) else one)
            ]
        return depth > 100

    def value(self, condition):
        """An attribute that is there and may be what a condition is about; never null."""
        operator, own = condition["operator"], condition.get("value")
        own = self.chance.choice(own) if isinstance(own, list) and own else own
        near = [own, self.scalar(), [], {}, [own, self.scalar()], [[own]], {"a": own}, True, ""]
        if operator.startswith("semver"):
            near += [*VERSIONS, *NOT_VERSIONS]
        elif operator == "cidr":
            near += [*ADDRESSES, *NOT_ADDRESSES]
        elif operator in ("before", "after"):
            near += [*TIMES, *NOT_TIMES, *NUMBERS_OF_TIMES]
        elif operator in ("lt", "lte", "gt", "gte"):
            near += [*INTEGERS, *FLOATS]
        elif isinstance(own, str):
            near += [
                own.upper(),
                own.lower(),
                "x" + own,
                own + "x",
                "x" + own + "x",
                own[1:],
                own[:-1],
                own * 3,
                "a" * 40 + own,
                self.text(),
            ] * 2
        value = self.chance.choice(near)
        return "" if value is None else value

    def now(self):
        return self._one(0, 1795689600, 1795689600, -1, 2**62, -(2**62), 2**63 - 1, -(2**63))

    # MARK: Contexts

    def plain_context(self):
        """Attributes of simple values; some null."""
        return {
            self.attribute(): self._one(self.scalar(), self.scalar(), None, [self.scalar(), self.scalar()])
            for _ in range(self.chance.randint(0, 8))
        }

    def context(self):
        context = self.plain_context()
        for name, values in (
            ("version", VERSIONS + NOT_VERSIONS),
            ("ip", ADDRESSES + NOT_ADDRESSES),
            ("created", TIMES + NOT_TIMES + NUMBERS_OF_TIMES),
        ):
            if self.chance.random() < 0.5:
                context[name] = self.chance.choice(values)
        context |= {"user_id": self.id()} if self.chance.random() < 0.7 else {}
        kind = self.chance.random()
        if kind < 0.1:
            context[self.attribute()] = self.any_value()
        elif kind < 0.12:
            context |= {f"attribute {number}": self.scalar() for number in range(2000)}
        elif kind < 0.14:
            context["tags"] = [self.scalar() for _ in range(3000)]
        return context

    # MARK: Conditions

    def pattern(self, depth=3):
        """A regular expression that every engine of this kind takes."""
        atoms = ("a", "b", "U", "S", ".", "\\d", "\\w", "\\s", "[a-z]", "[^@]", "[A-Z0-9_]", "\\.", "é", "@", "-", "\\D", "\\W")
        kind = self.chance.random()
        if depth == 0 or kind < 0.4:
            return self.chance.choice(atoms)
        inner = self.pattern(depth - 1)
        if kind < 0.65:
            return inner + self.pattern(depth - 1)
        if kind < 0.75:
            return f"({inner}|{self.pattern(depth - 1)})"
        if kind < 0.8:
            return self._one("^" + inner, inner + "$", "(?:" + inner + ")")
        return f"(?:{inner})" + self._one("*", "+", "?", "*?", "+?", "{2}", "{1,3}", "{0,2}")

    def operand(self, operator):
        """A value that an operator takes."""
        several = self.chance.random() < 0.3
        match operator:
            case "eq" | "neq":
                return self.scalar()
            case "in" | "not_in":
                return [self.scalar() for _ in range(self._one(0, 1, 3, 8, 40))] if not several else self.scalar()
            case "contains" | "not_contains" | "starts_with" | "ends_with":
                return [self.text() for _ in range(self._one(0, 1, 3))] if several else self.text()
            case "regex":
                return self.pattern() if self.chance.random() < 0.8 else self.chance.choice(CATASTROPHIC)
            case "lt" | "lte" | "gt" | "gte":
                return self.chance.choice(INTEGERS + FLOATS)
            case "before" | "after":
                return self.chance.choice(TIMES + OFFSETS + (0, 1795689600, -1))
            case "semver_tilde" | "semver_caret":
                return self._one("1.2.3", "0.2.3", "0.0.3", "1.2", "1", "1.2.3-beta.2", "0.0.0")
            case "cidr":
                return [self.chance.choice(NETWORKS) for _ in range(3)] if several else self.chance.choice(NETWORKS)
            case "percent":
                return self._one(0, 100, 25, 12.5, 0.01, 99.99, "50", "33.33", self.chance.randrange(10_001) / 100)
            case "exists" | "not_exists":
                return None
            case _: return self.chance.choice(VERSIONS[:9])  # fmt: skip

    def comparison(self, operators=None):
        operator = "percent" if operators is None and self.chance.random() < 0.1 else self.chance.choice(operators or self.known)
        condition = {"attribute": self.attribute(), "operator": operator, "value": self.operand(operator)}
        natural = {"cidr": "ip", "before": "created", "after": "created", "percent": "user_id"}.get(
            operator, "version" if operator.startswith("semver") else None
        )
        if natural and self.chance.random() < 0.8:
            condition["attribute"] = natural
        if condition["value"] is None:
            del condition["value"]
        if self.chance.random() < 0.2:
            condition["negate"] = self._one(True, False)
        if operator in TEXT and self.chance.random() < 0.2:
            condition["ignore_case"] = True
        return condition

    def condition(self, depth=3, segments=(), operators=None):
        if depth == 0 or self.chance.random() < 0.7:
            if segments and self.chance.random() < 0.2:
                keys = self.chance.choice(segments) if self.chance.random() < 0.5 else list(segments[:2])
                return {"operator": "in_segment", "value": keys} | ({"negate": True} if self.chance.random() < 0.3 else {})
            return self.comparison(operators)
        members = [self.condition(depth - 1, segments, operators) for _ in range(self.chance.randint(0, 3))]
        return {self._one("all", "any", "none"): members} | ({"negate": True} if self.chance.random() < 0.2 else {})

    def around(self):
        """What puts a condition among others so that a rule that held before holds still when it comes to hold."""
        other = self.condition(2)
        shapes = (
            lambda it: it, lambda it: {"any": [other, it]}, lambda it: {"all": [it, {"any": [other, it]}]},
            lambda it: {"none": [{"none": [it, other]}]},
            lambda it: {"all": [{"all": [it], "negate": True}], "negate": True},
        )  # fmt: skip
        return self.chance.choice(shapes)

    def text_condition(self):
        """A condition on text whose naive evaluation takes long."""
        operators = ("regex", "regex", "contains", "contains", "starts_with", "ends_with", "eq", "in", "semver_gt", "cidr", "before")
        operator = self.chance.choice([operator for operator in operators if operator in self.known])
        value = {"regex": self.chance.choice(CATASTROPHIC), "contains": "a" * self._one(1, 30_000, 30_000) + "b", "in": ["a" * 1000, "b"],
                 "semver_gt": "1.2.3", "cidr": "::/0", "before": TIMES[0]}.get(operator, "a" * 1000 + "b")  # fmt: skip
        return {"attribute": "text", "operator": operator, "value": value} | (
            {"ignore_case": True} if operator in TEXT and self.chance.random() < 0.3 else {}
        )

    def long_text(self, condition):
        length = self._one(30, 1000, 20_000, 200_000, 200_000)
        # Most of them nearly match, again and again.
        hard = {"semver_gt": "1.", "cidr": "1:", "before": "9"}.get(condition["operator"], "a")
        unit = hard if self.chance.random() < 0.7 else self._one("ab", "x", "é", "😀", "1.", "1:", "9", "İ")
        return self._one("", "", "1.2.3-") + (unit * length)[:length] + self._one("", "!", "b", "\u0301" * 20)

    # MARK: Flags

    def flags(self):
        """Some flags and segments. Each refers to those before it only, and to few, so that nothing goes in circles."""
        names = [f"segment{number}" for number in range(self.chance.randint(0, 3))]
        without_percent = [operator for operator in self.known if operator != "percent"]
        segments = [
            {"key": key, "conditions": [self.condition(2, names[:number], without_percent) for _ in range(self.chance.randint(0, 2))]}
            for number, key in enumerate(names)
        ]
        flags = []
        for number in range(self.chance.randint(1, 4)):
            flags.append(self.flag(f"flag{number}", names, [flag["key"] for flag in flags[-1:]]))
        return flags, segments

    def flag(self, key, segments, others):
        kind = self._one("boolean", "boolean", "string", "integer", "float", "json")
        rules = [
            {"conditions": [self.condition(3, segments) for _ in range(self.chance.randint(0, 3))], "value": self.flag_value(kind)}
            for _ in range(self._one(0, 1, 1, 2, 3, 6))
        ]
        flag = {"key": key, "seed": self.text(), "rules": rules}
        if kind != "boolean" or self.chance.random() < 0.5:
            flag["type"] = kind
        for name, chance in (("default_value", 0.5), ("off_value", 0.5)):
            if self.chance.random() < chance:
                flag[name] = self.flag_value(kind)
        if self.chance.random() < 0.4:
            flag["variants"] = {self.text() or "empty": self.flag_value(kind) for _ in range(self.chance.randint(1, 4))}
        if self.chance.random() < 0.15:
            flag["enabled"] = self._one(True, False)
        if others and self.chance.random() < 0.3:
            flag["prerequisites"] = [
                {"flag": self.chance.choice(others)} | ({"value": self.scalar()} if self.chance.random() < 0.4 else {})
            ]
        return flag

    def flag_value(self, kind):
        match kind:
            case "boolean":
                return self._one(True, False, "true", "false")
            case "string":
                return self.text()
            case "integer":
                return self.chance.choice([number for number in INTEGERS if abs(number) < 2**53])
            case "float":
                return self.chance.choice(FLOATS + (1, 10))
            case _: return self._one(self.scalar(), None, [], {}, [self.scalar(), {"a": None}], self.deep(60))  # fmt: skip

    # MARK: Damage

    def damaged(self, value):
        """A copy in which one place, at any depth, is something else."""
        value = copy.deepcopy(value)
        places = []

        def collect(part):
            for key, member in list(part.items()) if isinstance(part, dict) else list(enumerate(part)):
                places.append((part, key))
                if isinstance(member, (dict, list)):
                    collect(member)

        if isinstance(value, (dict, list)) and len(json.dumps(value)) < 50_000:
            collect(value)
        if not places:
            return self.any_value()
        part, key = self.chance.choice(places)
        match self.chance.randrange(8):
            case 0 | 1:
                part[key] = self.any_value()
            case 2:
                del part[key]
            case 3:
                part[key] = self._one(*BAD_PATTERNS, *NOT_VERSIONS, *NOT_ADDRESSES, *NOT_TIMES, *OPERATORS)
            case 4:
                part[key] = Raw.value(self.chance.choice(Raw.NUMBERS))
            case 5:
                part[key] = [copy.deepcopy(part[key])] * self._one(1, 2, 50)
            case 6:
                for _ in range(self._one(1, 5, 9, 20)):
                    part[key] = {self._one("all", "any", "none"): [part[key]]}
            case _:
                if isinstance(part, dict):
                    part[self._one(*WORDS, "all", "value", "operator", "rules", "negate")] = part[key]
                else:
                    value = self._one(*BAD_PATTERNS, *NOT_TIMES)
                    part[key] = {"operator": self.chance.choice(list(OPERATORS)), "attribute": self.any_value(), "value": value}
        return value
