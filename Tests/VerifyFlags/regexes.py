"""Compares regular expressions with PyPI google-re2: which patterns are refused, and which texts match; and case folding.

    regexes.py --count 20000 --seed 1

Each pattern is tried on several texts. Before that, the foldings of all scalars and the members of all general categories are compared.
These are the differences, each with its reason; any other is a failure:

- Taken by RE2 only: scripts (`\\p{Greek}`), which Swift's standard library does not know; `\\C`, a single byte, because we match characters;
  more steps than our limit, deeper nesting than our limit, longer patterns than our limit, each of which keeps the worst case small;
  counts like `{100000000}`, which RE2 takes for text and we for a mistake; a second group of the same name.
- Taken by us only: repetitions within repetitions that multiply to more than 1000, as long as they stay within our limit of steps.
- `\\B` is true for RE2 between the bytes of one character, too. It is asked only for texts in ASCII.
- Scalars that got their case or category after the version of Unicode that RE2 has, or whose category was corrected since.
"""

import argparse
import random
import re
import sys

import re2
from engine import Engine, Refused

OPTIONS = re2.Options()
OPTIONS.log_errors = False
OPTIONS.max_mem = 1 << 26

SCALARS = [chr(value) for value in range(0x110000) if not 0xD800 <= value < 0xE000]
CATEGORIES = "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co".split()
# What Unicode changed after the version that RE2 has.
CORRECTED = set("\u0295\U0001171E")
CASED_LATER = set("\u019B\u0264\uA7D3\uA7D5")
LETTERS = "abcAB01_ -\n"
BEYOND = "éÉßẞſKkİıσςΣЖж中😀ǅ\u0301\u00a0٣Ⅷ"


# MARK: Patterns


class Patterns:
    """Random patterns, most of them valid."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def pattern(self):
        text = self.alternatives(self.random.randint(1, 4))
        if self.chance(0.15):
            text = f"(?{self.flags()})" + text
        return self.damaged(text) if self.chance(0.15) else text

    def damaged(self, text):
        for _ in range(self.random.randint(1, 3)):
            place = self.random.randint(0, len(text))
            added = self.random.choice(["", *"()[]{}*+?|\\^$.-:,<>=!PQEpx1kia&#'é"])
            text = text[:place] + added + text[place + self.random.randint(0, 2) :]
        return text

    def alternatives(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 3])))

    def sequence(self, depth):
        return "".join(self.piece(depth) for _ in range(self.random.choice([0, 1, 1, 2, 2, 3, 4])))

    def piece(self, depth):
        atom = self.atom(depth)
        return atom + (self.quantifier() if self.chance(0.35) else "")

    def quantifier(self):
        low, high = sorted((self.random.choice([0, 1, 2, 3, 5]), self.random.choice([0, 1, 2, 4, 9])))
        braces = [f"{{{low}}}", f"{{{low},}}", f"{{{low},{high}}}", f"{{,{high}}}", f"{{{high},{low}}}", f"{{0{low}}}", "{1000}", "{1001}", "{"]
        quantifier = self.random.choice(["*", "+", "?"]) if self.chance(0.75) else self.random.choices(braces, [6, 4, 6, 1, 1, 1, 1, 1, 1])[0]
        return quantifier + self.random.choices(["", "?", "+", "*"], [40, 8, 0.5, 0.5])[0]

    def flags(self):
        flags = "".join(self.random.choice("imsU") for _ in range(self.random.randint(0, 2)))
        return flags + ("-" + self.random.choice(["i", "s", "ms", ""]) if self.chance(0.2) else "")

    def atom(self, depth):
        if depth > 0 and self.chance(0.3):
            inner = self.alternatives(depth - 1)
            name = self.random.choice(["n", "name", "é1", "1", "a-b", ""]) + str(self.random.randint(0, 99999))
            openings = ["(", "(?:", f"(?{self.flags()}:", f"(?P<{name}>", f"(?<{name}>", "(?=", "(?!", "(?<=", "(?>", "(?#", "(?P=", f"(?{self.flags()})"]
            return self.random.choices(openings, [20, 10, 10, 2, 2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 3])[0] + inner + ")"
        return self.random.choices(
            [self.character, self.charclass, self.named, lambda: ".", lambda: self.random.choice("^$"), self.anchor, self.quoted],
            [10, 4, 2, 3, 1.5, 1.5, 0.3],
        )[0]()

    def anchor(self):
        return self.random.choice(["\\b", "\\B", "\\A", "\\z"] + ["\\Z", "\\G", "\\C"][: 3 if self.chance(0.1) else 0])

    def quoted(self):
        return "\\Q" + "".join(self.random.choice(LETTERS + "*()[") for _ in range(3)) + self.random.choice(["\\E", "\\E", ""])

    def character(self):
        if self.chance(0.15):
            return self.escape()
        if self.chance(0.15):
            return self.random.choice(BEYOND)
        return self.random.choice(LETTERS + "]}{,:<" if self.chance(0.1) else LETTERS)

    def escape(self):
        value = ord(self.random.choice(LETTERS + BEYOND))
        simple = [f"\\x{{{value:x}}}", f"\\x{{{value:06X}}}", f"\\x{value:02x}", f"\\{value:o}", f"\\0{value & 63:o}", "\\n", "\\t", "\\r"]
        odd = ["\\f", "\\v", "\\a", "\\.", "\\-", "\\_", "\\]", "\\1", "\\8", "\\0", "\\12", "\\e", "\\é", "\\x{110000}", "\\x{D800}", "\\u0041", "\\k", "\\E"]
        return self.random.choice(simple if self.chance(0.8) else odd)

    def named(self):
        if self.chance(0.6):
            return "\\" + self.random.choice("dDsSwW")
        category = self.random.choice(CATEGORIES)
        caret = self.random.choice(["", "", "", "^"])
        braced = f"{{{caret}{category}}}" if len(category) > 1 or caret or self.chance(0.5) else category
        odd = ["{Any}", "{Greek}", "{Cn}", "{l}", "é", "{", "{}", "{Lx}", "X"]
        return "\\" + self.random.choice("pppP") + (braced if self.chance(0.95) else self.random.choice(odd))

    def charclass(self):
        members = "".join(self.member() for _ in range(self.random.choice([1, 1, 2, 2, 3, 5])))
        return "[" + ("^" if self.chance(0.25) else "") + ("]" if self.chance(0.03) else "") + members + "]"

    def member(self):
        kind = self.random.random()
        if kind < 0.45:
            return self.random.choice(LETTERS + BEYOND)
        if kind < 0.7:
            first, last = sorted((self.random.choice(LETTERS + BEYOND), self.random.choice(LETTERS + BEYOND)))
            return f"{first}-{last}" if self.chance(0.95) else f"{last}-{first}"
        if kind < 0.8:
            return self.named()
        if kind < 0.9:
            names = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit none".split()
            return f"[:{self.random.choice(['', '', '^'])}{self.random.choices(names, [10] * 14 + [1])[0]}:]"
        return self.random.choice([self.escape(), "-", "^", "[", "[:", "&&", ".", "$", "\\d", "\\b"])

    def text(self):
        letters = LETTERS if self.chance(0.5) else LETTERS + BEYOND
        return "".join(self.random.choice(letters) for _ in range(self.random.choice([0, 1, 2, 3, 5, 8, 12])))


# MARK: What differs


def ours_is_stricter(pattern, message):
    """The reason why only we refuse, or None."""
    if "it is too large" in message or "inside each other" in message or "longer than" in message:
        return "limit"
    if "no scripts" in message and re.search(r"\\[pP]\{\^?[A-Z][a-z]{2,}", pattern):
        return "script"
    if '"\\C"' in message:
        return "byte"
    if "at most 1000" in message and re.search(r"\{\d{9,}|,\d{9,}", pattern):
        return "count"
    if "a second group named" in message:
        return "name"
    return None


def re2_is_stricter(pattern, message):
    """The reason why only RE2 refuses, or None."""
    if "invalid repetition size" in message:
        return "product"
    if "pattern too large" in message:
        return "limit"
    return None


def found(pattern, text):
    """All that RE2 finds. (With strings instead of bytes it takes quadratic time.)"""
    return [match.decode() for match in re2.compile(pattern.encode(), OPTIONS).findall(text.encode())]


class Check:
    def __init__(self, engine):
        self.engine = engine
        self.failures = []
        self.counts = {}

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def fail(self, *what):
        self.failures.append(" ".join(str(part) for part in what))

    def ours(self, pattern, texts, ignoring_case=False):
        condition = {"attribute": "text", "operator": "regex", "value": pattern, "ignore_case": ignoring_case}
        try:
            return self.engine.holds(condition, texts), ""
        except Refused as error:
            return None, error.answer["faults"][0]["message"] if "faults" in error.answer else str(error)

    def compare(self, pattern, texts, ignoring_case=False):
        try:
            expected, refusal = re2.compile(("(?i)" if ignoring_case else "") + pattern, OPTIONS), ""
        except re2.error as error:
            expected, refusal = None, error.args[0].decode(errors="replace")
        results, message = self.ours(pattern, texts, ignoring_case)
        if (expected is None) != (results is None):
            reason = ours_is_stricter(pattern, message) if results is None else re2_is_stricter(pattern, refusal)
            self.count(f"refused by one only: {reason}")
            if reason is None:
                self.fail(repr(pattern), "only", "we refuse:" if results is None else "RE2 refuses:", message or refusal)
            return
        if results is None:
            self.count("refused")
            if not re.search(r"Expected a regular expression: .* at character \d+(\.|$)", message, re.DOTALL) and "it is" not in message:
                self.fail(repr(pattern), "is refused without a place:", message)
            return
        self.count("compared")
        for text, result in zip(texts, results):
            if "\\B" in pattern and not text.isascii():
                continue
            self.count("matches" if result else "mismatches")
            if (expected.search(text) is not None) != result:
                self.fail(repr(pattern), "on", repr(text), "matches only", "for us" if result else "for RE2")


# MARK: Every scalar


def compare_categories(check):
    """Every scalar that RE2 has a category for, in texts of 16 of them; of ideographs, hieroglyphs, Hangul and private ones only some."""
    large = [range(0x3400, 0xA000), range(0xAC00, 0xF900), range(0x12000, 0x16800), range(0x17000, 0x1AFF0), range(0x20000, 0x110000)]
    chosen = [scalar for scalar in SCALARS if ord(scalar) % 251 == 0 or not any(ord(scalar) in block for block in large)]
    assigned = "".join(found(r"[\pL\pM\pN\pP\pS\pZ\pC]+", "".join(chosen)))
    names = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".split()
    patterns = [rf"\p{{{category}}}" for category in CATEGORIES] + [f"[[:{name}:]]" for name in names] + ["\\w", "\\s", "\\d"]
    for pattern in patterns + ["(?i)" + pattern for pattern in patterns]:
        inside = "".join(found(f"(?:{pattern})+", assigned))
        outside = "".join(sorted(set(assigned) - set(inside)))
        wrong = []
        for scalars, all_of_them, expected in ((inside, f"^(?:{pattern})*$", True), (outside, pattern, False)):
            texts = [scalars[start : start + 16] for start in range(0, len(scalars), 16)]
            results, message = check.ours(all_of_them, texts)
            if message:
                check.fail(pattern, "is refused:", message)
            doubtful = [scalar for text, result in zip(texts, results or []) if result != expected for scalar in text]
            wrong += [scalar for scalar, result in zip(doubtful, check.ours(pattern, doubtful)[0]) if result != expected]
        for scalar in wrong:
            # Corrected by Unicode, or a letter of this category by its case only, which came later.
            if scalar in CORRECTED or pattern.startswith("(?i)") and scalar in CASED_LATER:
                check.count("category in a later version of Unicode only")
            else:
                check.fail(f"U+{ord(scalar):04X}", "is in", pattern, "for", "RE2" if scalar in inside else "us", "only")
        check.count("sets of scalars")


def compare_foldings(check):
    """Every scalar that has case, against all that it could be equal to, and some others."""
    cased = [scalar for scalar in SCALARS[:0x20000] if len({scalar, scalar.lower(), scalar.upper(), scalar.casefold()}) > 1]
    chance = random.Random(1)
    text = "".join(cased)
    for scalar in cased:
        theirs = set(found(f"(?i)\\x{{{ord(scalar):x}}}", text))
        relatives = {scalar.lower(), scalar.upper(), scalar.title(), scalar.casefold(), scalar.upper().lower(), scalar.lower().upper()}
        others = sorted(theirs | {other for other in relatives if len(other) == 1} | set(chance.sample(cased, 20)))
        expected = [other in theirs for other in others]
        if check.ours(f"\\x{{{ord(scalar):x}}}", others, ignoring_case=True)[0] != expected:
            check.fail(f"U+{ord(scalar):04X} matches others than", sorted(theirs))
        if check.engine.holds({"attribute": "text", "operator": "eq", "value": scalar, "ignore_case": True}, others) != expected:
            check.fail(f"U+{ord(scalar):04X} equals others than", sorted(theirs))
        check.count("foldings")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    check = Check(Engine())
    compare_foldings(check)
    compare_categories(check)
    patterns = Patterns(arguments.seed)
    for _ in range(arguments.count):
        check.compare(patterns.pattern(), [patterns.text() for _ in range(8)], ignoring_case=patterns.chance(0.2))
    if check.failures:
        print("\n".join(check.failures[:40]))
        print(f"{len(check.failures)} differences")
        sys.exit(1)
    print("regexes agree with RE2:", ", ".join(f"{count} {what}" for what, count in sorted(check.counts.items())))


if __name__ == "__main__":
    main()
