"""Compares versions with PyPI semver (what is one, and precedence) and with PyPI node-semver (what `~` and `^` admit).

    versions.py --count 20000 --seed 1

Known differences, all but the last in what is accepted:

- `length`: more than 256 bytes are no version to us, as for npm; both Python packages take any length.
- `line end`: both packages end their expressions with `$`, which is also before a line feed at the end.
- `other digits`: both packages write `\\d`, which in Python is a digit of any script.
- `sign of its own`: a range's value is a version without sign; node-semver reads whole expressions (`v1`, `=1`, `1 || 2`, `1 - 2`, ` 1`).
- `hyphen first`: of a range's prerelease that begins with a hyphen (`~1.2.3--1`) node-semver loses that hyphen, and refuses it if nothing
  is left; npm's own does not.
"""

import random
import re
import sys

import nodesemver
import semver
import tally
from engine import Engine, Refused

NUMBERS = ["0", "0", "1", "1", "2", "3", "9", "10", "11", "99", "4294967296", "9007199254740991", "9007199254740993", "1" + "0" * 30]
WORDS = ["0", "1", "2", "10", "11", "18446744073709551616", "alpha", "beta", "rc", "Alpha", "a-b", "-", "--", "-1", "x", "0a", "00a", "1-"]
ALPHABET = "0123456789" * 2 + ".-+" * 6 + "xX*aZvV= \n\t~^<>|_é٣\0"
VALUES = 12


def numbers(chance, count):
    return [chance.choice(NUMBERS) for _ in range(count)]


def suffix(chance):
    def identifiers(words):
        return ".".join(chance.choice(words) for _ in range(chance.choice((1, 1, 2, 3))))

    text = "-" + identifiers(WORDS) if chance.random() < 0.5 else ""
    return text + ("+" + identifiers(WORDS + ["001", "build"]) if chance.random() < 0.15 else "")


def version(chance):
    return ".".join(numbers(chance, 3)) + suffix(chance)


def near(chance, text):
    """A version with most of its parts from another text, if that has them."""
    base = re.match(r"([^-+]*)(?:-([^+]*))?", text)
    parts = [part if part.isdecimal() and part.isascii() else "0" for part in (base[1].split(".") + ["0", "0", "0"])[:3]]
    parts = [str(int(part)) if len(part) < 40 else "1" for part in parts]
    if chance.random() < 0.6:
        place = chance.randrange(3)
        parts[place] = chance.choice(NUMBERS + [str(int(parts[place]) + 1), str(max(0, int(parts[place]) - 1))] * 4)
    words = (base[2] or "").split(".") if base[2] and chance.random() < 0.7 else []
    if words and chance.random() < 0.6:
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    if words and chance.random() < 0.3:
        words = words[:-1] if chance.random() < 0.5 else words + [chance.choice(WORDS)]
    made = ".".join(parts) + ("-" + ".".join(words) if words else chance.choice(("", "", suffix(chance))))
    return made if semver.Version.is_valid(made) else version(chance)


def part_of_version(chance):
    """What stands behind `~` and `^`."""
    parts = numbers(chance, chance.choice((1, 2, 3, 3, 3)))
    if chance.random() < 0.3:
        parts[chance.randrange(len(parts))] = chance.choice("xX*")
    return ".".join(parts) + (suffix(chance) if len(parts) == 3 else "")


def lax(text):
    """Why a package may accept what we refuse."""
    if len(text.encode()) > 256:
        return "length"
    if not text.isascii():
        return "other digits"
    if text.endswith("\n"):
        return "line end"
    return None


def lax_range(text):
    """Why node-semver may accept what we refuse."""
    return "sign of its own" if re.match(r"[v=]", text) or re.search(r"[\s<>=~^|]", text) else lax(text)


def damaged(chance, text):
    if chance.random() < 0.02:
        return text + chance.choice("0a.") * chance.choice((240, 250, 256, 300))
    return tally.damaged(chance, text, ALPHABET)


def accepts(engine, condition, values=[]):
    """What holds; None if the condition is refused."""
    try:
        return engine.holds(condition, values)
    except Refused as refusal:
        fault = refusal.answer["faults"][0]
        assert (fault["path"], fault["code"]) == ("$.rules[0].conditions[0].value", "invalid_value"), refusal
        return None


def comparison(operator, value):
    return {"attribute": "version", "operator": operator, "value": value}


def judge_validity(engine, chance, count, found):
    texts = [damaged(chance, version(chance)) if chance.random() < 0.7 else version(chance) for _ in range(count)]
    # The lowest version there is.
    for text, ours in zip(texts, engine.holds(comparison("semver_gte", "0.0.0-0"), texts)):
        found.compare(repr(text), ours, semver.Version.is_valid(text), lambda: None if ours else lax(text))
    for text in texts[: count // 4]:
        ours = accepts(engine, comparison("semver_eq", text)) is not None
        found.compare(f"value {text!r}", ours, semver.Version.is_valid(text), lambda: None if ours else lax(text))


def judge_precedence(engine, chance, count, found):
    for _ in range(count // VALUES):
        base = version(chance)
        others = [near(chance, base) for _ in range(VALUES)]
        orders = [semver.Version.parse(other).compare(base) for other in others]
        for operator, holds in (
            ("semver_eq", lambda order: order == 0), ("semver_neq", lambda order: order != 0), ("semver_lt", lambda order: order < 0),
            ("semver_lte", lambda order: order <= 0), ("semver_gt", lambda order: order > 0), ("semver_gte", lambda order: order >= 0),
        ):  # fmt: skip
            for other, order, ours in zip(others, orders, engine.holds(comparison(operator, base), others)):
                found.compare(f"{other} {operator} {base}", ours, holds(order))


def is_range(text):
    try:
        nodesemver.make_range(text, False)
        return True
    except ValueError:
        return False


def judge_ranges(engine, chance, count, validity, membership):
    for _ in range(count // VALUES):
        text = part_of_version(chance)
        if chance.random() < 0.3:
            text = damaged(chance, text)
        others = [near(chance, text) for _ in range(VALUES)]
        for operator, sign in (("semver_tilde", "~"), ("semver_caret", "^")):
            ours = accepts(engine, comparison(operator, text), others)
            lost = "hyphen first" if re.match(r"[^-+]*--", text) else None
            validity.compare(f"{sign}{text!r}", ours is not None, is_range(sign + text), lambda: lax_range(text) if ours is None else lost)
            if ours is not None and is_range(sign + text):
                for other, holds in zip(others, ours):
                    theirs = nodesemver.satisfies(other, sign + text, loose=False)
                    membership.compare(f"{other} in {sign}{text}", holds, theirs, lambda: lost)


def main():
    asked = tally.arguments(__doc__)
    chance = random.Random(asked.seed)
    tallies = [tally.Tally(name) for name in ("versions:", "precedence:", "ranges:", "in ranges:")]
    with Engine() as engine:
        judge_validity(engine, chance, asked.count, tallies[0])
        judge_precedence(engine, chance, asked.count, tallies[1])
        judge_ranges(engine, chance, asked.count, *tallies[2:])
    return tally.finish(*tallies)


if __name__ == "__main__":
    sys.exit(main())
