"""Compares times with Python's datetime and with a model of RFC 3339 on it, numbers with exact fractions, offsets with timedelta.

    times.py --count 20000 --seed 1

The model is an expression for the grammar of RFC 3339 §5.6, and datetime for the calendar; year 0 is read 400 years later.

Known differences to datetime itself, `fromisoformat`, which has another language:

- `ISO 8601`: it reads weeks, dates without hyphens, times without offset, minutes or seconds, commas, offsets with seconds, any separator.
- `year 0`: RFC 3339 has years from 0000, datetime from 0001.
- `leap second`: RFC 3339 has `:60`; we read it as the next second.
- `z`: RFC 3339 §5.6 allows it in lower case.
- `fraction`: of more than six digits it leaves out the rest, we of more than nine.

Fractions of floats are compared to one nanosecond: the last step is computed in a double.
"""

import datetime
import math
import random
import re
import sys
from fractions import Fraction

import tally
from engine import Engine, Refused

ALPHABET = "0123456789" * 2 + "-:+.TZtz " * 3 + "W,é٣\n\0/smhdw"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
DATE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
TIME = r"[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
OFFSET = r"([+-])([0-9]+)([smhdw])"
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
FIRST, LAST = -62_167_219_200, 253_402_300_799


def model(text):
    """[seconds, nanoseconds], or None."""
    match = re.fullmatch(f"{DATE}(?:{TIME})?", text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    fraction, sign, *offset = match.groups()[6:]
    east, minutes_east = (int(part or 0) for part in offset)
    if second > 60 or hour > 23 or minute > 59 or east > 23 or minutes_east > 59:
        return None
    try:
        # 400 years have a whole number of weeks and leap years.
        days = datetime.date(year + 400 if year < 400 else year, month, day).toordinal() - EPOCH.toordinal()
    except ValueError:
        return None
    days -= 146_097 if year < 400 else 0
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - (-60 if sign == "-" else 60) * (east * 60 + minutes_east)
    return [seconds, int((fraction or "0").ljust(9, "0")[:9])]


def of_datetime(text):
    try:
        time = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    since = (time if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)) - EPOCH
    return [since.days * 86_400 + since.seconds, since.microseconds * 1000]


def datetime_differs(text, ours, theirs):
    if ours is None:
        return "ISO 8601"
    if theirs is None:
        if text.startswith("0000"):
            return "year 0"
        if ":60" in text:
            return "leap second"
        return "z" if text.endswith("z") else None
    return "fraction" if ours[0] == theirs[0] and ours[1] // 1000 * 1000 == theirs[1] else None


def time(chance):
    def one_of(*usual, below):
        return chance.choice((*usual, chance.randrange(below)))

    year = one_of(0, 1, 4, 399, 400, 1600, 1900, 1969, 1970, 2000, 2024, 2025, 2026, 2100, 9999, below=10_000)
    text = f"{year:04}-{one_of(1, 2, 2, 3, 12, below=14):02}-{one_of(1, 28, 29, 30, 31, below=33):02}"
    if chance.random() < 0.15:
        return text
    text += f"{chance.choice('TTTTt ')}{one_of(0, 12, 23, below=25):02}:{one_of(0, 59, below=61):02}:{one_of(0, 59, 60, below=62):02}"
    if chance.random() < 0.4:
        text += "." + "".join(chance.choice("0123456789") for _ in range(chance.choice((1, 2, 3, 6, 7, 9, 10, 12, 40))))
    offset = f"{chance.choice('+-')}{one_of(0, 1, 14, 23, below=25):02}:{one_of(0, 30, 59, below=61):02}"
    return text + chance.choice(("Z", "Z", "z", offset))


def number(chance):
    usual = (0, 1, 10**9, 1_767_225_600, 10**11, FIRST, LAST, FIRST * 1000, LAST * 1000, 2**53, 2**62, 2**63 - 2)
    whole = chance.choice((*usual, chance.getrandbits(chance.randrange(1, 63))))
    whole = chance.choice((1, -1)) * (whole + chance.choice((-1, 0, 1, chance.randrange(1000))))
    if chance.random() < 0.5:
        return whole
    return chance.choice((float(whole), whole + chance.random(), whole + 0.5, whole * 1e-3, whole * 1e20, whole * 1e-30))


def of_number(value):
    exact = Fraction(value)
    if isinstance(value, float) and not -(2**63) <= math.floor(value) < 2**63:
        return None
    if abs(exact) >= 10**11:
        exact /= 1000
    seconds = math.floor(exact)
    return [seconds, math.floor((exact - seconds) * 10**9)] if FIRST <= seconds <= LAST else None


def is_close(ours, theirs):
    if ours is None or theirs is None:
        return ours == theirs
    return 0 <= ours[1] < 10**9 and abs((ours[0] - theirs[0]) * 10**9 + ours[1] - theirs[1]) <= 1


def judge_texts(engine, chance, count, found, against_datetime):
    texts = [time(chance) for _ in range(count)]
    texts = [tally.damaged(chance, text, ALPHABET) if chance.random() < 0.4 else text for text in texts]
    for text, ours in zip(texts, engine.ask({"op": "times", "values": texts})["times"]):
        found.compare(repr(text), ours, model(text))
        theirs = of_datetime(text)
        against_datetime.compare(repr(text), ours, theirs, lambda: datetime_differs(text, ours, theirs))


def judge_numbers(engine, chance, count, found):
    numbers = [number(chance) for _ in range(count)]
    for value, ours in zip(numbers, engine.ask({"op": "times", "values": numbers})["times"]):
        theirs = of_number(value)
        found.compare(f"{value!r} {ours} {theirs}", is_close(ours, theirs), True)
    others = [str(number(chance)) for _ in range(count // 20)] + [True, False, None, {}, []]
    for value, ours in zip(others, engine.ask({"op": "times", "values": others})["times"]):
        found.compare(repr(value), ours, None)


def offset(text):
    """A timedelta, or None."""
    match = re.fullmatch(OFFSET, text)
    # The engine takes ten digits at most.
    if not match or len(match[2]) > 10:
        return None
    try:
        delta = datetime.timedelta(**{UNITS[match[3]]: int(match[2])})
    except OverflowError:
        return None
    return None if delta > datetime.timedelta(days=36_525) else delta if match[1] == "+" else -delta


def judge_offsets(engine, chance, count, found):
    for _ in range(count // 4):
        usual = (0, 1, 7, 90, 1200, 5217, 5218, 36_525, 36_526, 876_600, 876_601, 52_596_000, 3_155_760_000, 3_155_760_001)
        amount = chance.choice((*usual, chance.getrandbits(80)))
        text = f"{chance.choice('+-')}{'0' * chance.choice((0, 0, 0, 1, 12))}{amount}{chance.choice('smhdw')}"
        text = tally.damaged(chance, text, ALPHABET) if chance.random() < 0.4 else text
        now = chance.choice((0, 1_767_225_600, chance.randrange(0, 4 * 10**9)))
        delta = offset(text)
        at = None if delta is None else now + delta // datetime.timedelta(seconds=1)
        theirs = None if at is None else [[True, False, False], [False, False, True]]
        values = [at - 1, at, at + 1] if at is not None else []
        try:
            ours = [
                engine.holds({"attribute": "time", "operator": operator, "value": text}, [iso(value) for value in values], now)
                for operator in ("before", "after")
            ]
        except Refused:
            ours = None
        # Damage may make a time.
        if delta is None and model(text):
            theirs = [[], []]
        found.compare(f"{text!r} at {now}", ours, theirs)


def iso(seconds):
    return (EPOCH + datetime.timedelta(seconds=seconds)).isoformat()


def main():
    asked = tally.arguments(__doc__)
    chance = random.Random(asked.seed)
    tallies = [tally.Tally(name) for name in ("texts:", "texts, datetime:", "numbers:", "offsets:")]
    with Engine() as engine:
        judge_texts(engine, chance, asked.count, *tallies[:2])
        judge_numbers(engine, chance, asked.count, tallies[2])
        judge_offsets(engine, chance, asked.count, tallies[3])
    return tally.finish(*tallies)


if __name__ == "__main__":
    sys.exit(main())
