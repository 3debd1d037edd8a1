"""Whether descriptions are true: what a reader takes from the words alone is compared with a simulation of cron, and with the product's times.

    truth.py [--count 20000] [--times 5000] [--seed 1]

Prints how much was compared, and the first of each kind of disagreement; ends with status 1 if there is one.
"""

import argparse
import datetime
import itertools
import random
import re
import sys

import engine
import reader
import simulation
import warning_reader
from calendar_events import Events

ADVERSARIAL = """
* * * * *|*/1 * * * *|*/45 * * * *|*/59 * * * *|*/60 * * * *|*/90 * * * *|*/7 */7 */7 */7 */7|0-59/59 * * * *|59-59/3 * * * *|0 0 31 2 *
0 0 30 2 *|0 0 29 2 *|0 0 29 2 1|0 0 29 2 */7|0 0 29 2 5#5|0 0 29 2 1#5|0 0 31 4,6,9,11 *|0 0 31 * *|0 0 29-31 2 *|0 0 15 * 1|0 0 15 * *
0 0 */2 * 1|0 0 15 * */2|0 0 *,15 * 1|0 0 15 * *,1|0 0 1-31 * 1|0 0 15 * 0-7|0 0 1-31 * 0-6|0 0 ? * 1|0 0 15 * ?|0 0 ? * ?|0 0 L * 5
0 0 LW * *|0 0 L-3 * *|0 0 L-30 * *|0 0 L-28 2 *|0 0 1W * *|0 0 31W * *|0 0 15W,LW,L-2W * 1#1,5L|0 0 L-30W * *|0 0 * * 5L|0 0 * * 7L
0 0 * * 0#5|0 0 * * MON#1,FRIL|0 0 1,1,1 * 1,1|0 0 1-5,3-8 * *|5,5-5 5 * * *|0 0 * * 7|0 0 * * 0,7|0 0 * * 5-7|0 0 * * 0-7/7|0 0 * * 6-7/1
5/15 * * * *|0 5/5 * * *|0 0 5/10 * *|0 0 1 5/3 *|0 0 * * 5/2|59/1 23/1 31/1 12/1 7/1|0 0-23 * * *|0-59 0-23 1-31 1-12 0-7|0 0,12 * * *
0 12 * * *|0,1 0,12 * * *|0 0,1,2,3,4,5,6 * * *|1,2 3,4 * * *|1,2 3,4,5 * * *|0-30 9 * * *|0-59 9 * * *|5-59/5 9-17/2 * * *
*/15 9-17 * * *|0 9-17 * * *|0 */5 * * *|30 */5 * * *|* */5 * * *|* */2 * * *|*/2 1-23/2 * * *|0 1-23/2 * * *|0 22,23,0,1 * * *
1-2 1-2 1-2 1-2 1-2|0 0 * */5 *|0 0 * 2-12/2 *|0 0 * 1-11/2 *|0 0 * 12 *|0 0 * 1,3,5-7 *|0 0 * JAN-MAR MON-FRI|0 0 * jan,JAN,1 sun,SUN,0,7
0 0 1-7 * 1|0 0 1-7 * */7|0 0 1-31/30 * *|0 0 1-31/2 2 *|0 0 */30 2 *|0 0 28-31/3 2 *|0 0 30/1 2 *|@hourly|@daily|@weekly|@monthly|@yearly
@annually|@midnight|@reboot|* * * * * *|0 * * * * *|30 * * * * *|*/10 * * * * *|*/7 * * * * *|0 0 0 * * *|1 2 3 * * *|0,30 0 9 * * *
5-10 0 9 * * *|*/10 0 9-17 * * *|* 0 * * * *|* * 9 * * *|0 */5 * * * *|15 */5 9-17 * * 1-5|* 0-10 11 * * *|0-10 0-10 11 * * *
0-30/10 5,10 * * * *|* * * * * MON|1-59/2 1-59/2 1-23/2 * * *|59 59 23 31 12 *|10,20 30 9,17 * * *|0 0 1 1 * 2030|0 0 * * * 2030-2035
0 0 * * * 2030-2040/3|0 0 1 1 ? 2030|0 0 ? 1 * 2030,2032|0 0 29 2 * 2031|0 0 29 2 * 2028-2040|* * * * * 1970|0 0 1 1 * 1990-2020
0 0 0 1 1 * 2030|*/5 * * * * * 2030-2500|0 0 0 L 2 ? 2027-2100|0 0 0 ? * 5#5 2030/2|0 0 0 1 1 ? *|0 0 0 1 1 * 1970-2500
0 0 * * * 2499-2500|0 0 29 2 1 2030-2500
"""
QUARTZ = """
0 0 12 * * ?|0 15 10 ? * *|0 15 10 ? * 6L 2027-2030|0 15 10 ? * 6#3|0 0/5 14,18 * * ?|0 0 22-2 ? * *|0 0 0 ? * 6-2|0 0 0 ? 11-2 MON
0 0 0 25-5 * ?|0 50-10 * * * ?|0 0 22-2/2 ? * *|0 50-10/7 * * * ?|0 0 0 ? * FRI-MON/2|0 0 0 ? * L|0 0 0 ? * 7L|0 0 0 L-3W * ?|0 0 0 LW * ?
0 0 0 ? * 1|0 0 0 ? * 7|0 0 0 ? * 2/2|0 0 0 ? 10-3/3 *
"""
NAMES = {"month": simulation.MONTHS, "weekday": simulation.WEEKDAYS}


class Expressions:
    """Valid expressions of every form, first those above."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def take(self, count):
        known = [("debian", text) for line in ADVERSARIAL.split("\n") for text in line.split("|") if text]
        known += [("quartz", text) for line in QUARTZ.split("\n") for text in line.split("|") if text]
        return known[:count] + [self.any() for _ in range(count - len(known))]

    def events(self, count, seed):
        """Calendar events; days that are counted from the end at most 28, because systemd has rules of its own for more."""
        events = (text for text in Events(seed) if not re.search(r"~\S*\b(?:29|3\d)\b", text))
        return [("systemd", text) for text in itertools.islice(events, count)]

    def any(self):
        form = self.random.choices(["five", "seconds", "year", "seven", "quartz"], [12, 4, 2, 2, 3])[0]
        flavor = "quartz" if form == "quartz" else "debian"
        kinds = ["second"] * (form in ("seconds", "seven", "quartz")) + simulation.FIVE
        kinds += ["year"] * (form in ("year", "seven") or form == "quartz" and self.random.random() < 0.3)
        fields = {kind: self.field(kind, flavor) for kind in kinds}
        if flavor == "quartz":
            fields[self.random.choice(["day", "weekday"])] = "?"
        elif form == "year" and fields["year"][0] == "*":
            fields["year"] = "2030"
        elif form != "seconds" and self.random.random() < 0.1:
            fields[self.random.choice(["day", "weekday"])] = "?"
        return flavor, " ".join(fields.values())

    def field(self, kind, flavor):
        chance = self.random.random()
        if chance < (0.25 if kind in ("second", "minute", "hour") else 0.5):
            return "*"
        count = 1 if chance < 0.85 else self.random.choice([2, 2, 3, 3, 4, 6, 9])
        members = [self.member(kind, flavor, count) for _ in range(count)]
        if count > 2 and self.random.random() < 0.3:
            members.append(self.random.choice(members))
        return ",".join(members)

    def member(self, kind, flavor, count):
        lowest, highest = simulation.RANGES[kind]
        if kind == "year":
            lowest, highest = self.random.choice([(2020, 2040), (2026, 2100), (1970, 2500)])
        if kind == "weekday" and flavor == "quartz":
            lowest, highest = 1, 7
        pick = self.random.randint
        first, last = sorted((pick(lowest, highest), pick(lowest, highest)))
        step = self.random.choice([1, 2, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, pick(1, 40), pick(1, 99)])
        if flavor == "quartz":
            step = min(step, {"hour": 23, "day": 31, "month": 12, "weekday": 7}.get(kind, 59))
            if kind != "year" and self.random.random() < 0.2:
                first, last = last, first
        special = self.special(kind, lowest, highest) if kind in ("day", "weekday") else ""
        if special and self.random.random() < 0.2:
            return special
        start, end = self.name(kind, first, flavor), self.name(kind, last, flavor)
        forms = [start, f"{start}-{end}", f"{start}-{end}/{step}", f"{start}/{step}", f"*/{step}", "*"]
        return self.random.choices(forms, [6 if count == 1 else 12, 4, 3, 1, 3, 0.3])[0]

    def special(self, kind, lowest, highest):
        pick = self.random.randint
        if kind == "day":
            return self.random.choice(["L", "LW", f"L-{pick(0, 30)}", f"L-{pick(0, 30)}W", f"{pick(1, 31)}W", "l", "lw"])
        day = pick(lowest, highest)
        name = self.random.choice(NAMES[kind])
        return self.random.choice([f"{day}L", f"{day}#{pick(1, 5)}", f"{name}#{pick(1, 5)}", f"{name}L"])

    def name(self, kind, value, flavor):
        names = NAMES.get(kind)
        shift = simulation.RANGES[kind][0] if kind == "month" else 1 if flavor == "quartz" else 0
        if not names or value - shift >= len(names) or self.random.random() < 0.7:
            return self.random.choice([str(value)] * 9 + [f"{value:02}"])
        return self.random.choice([names[value - shift], names[value - shift].lower()])


# Comparisons.

FLAGS = ("24h", "verbose", "trim")
STYLES = ["+".join(flag for bit, flag in enumerate(FLAGS) if number >> bit & 1) or "-" for number in range(8)]
ZONES = (
    "Europe/Berlin Europe/London America/New_York America/Los_Angeles America/Santiago America/Havana Australia/Sydney Australia/Lord_Howe "
    "Africa/Casablanca Asia/Beirut Atlantic/Azores America/Nuuk"
).split()
MALFORMED = re.compile(r"  |,,|, ,|^[ ,]|[ ,.]$| ,|\band,|, or,|\b(?:null|nil|undefined|None|Optional)\b|[{}%\"\\]")


class Disagreements:
    """How many of each kind there are, and the first few of them."""

    def __init__(self):
        self.found = {}

    def add(self, kind, *lines):
        self.found.setdefault(kind, []).append(lines)

    def print(self, most):
        for kind, cases in self.found.items():
            print(f"\n{kind}: {len(cases)}")
            for lines in sorted(cases, key=lambda lines: len(lines[0]))[:most]:
                print("  " + "\n      ".join(lines))


def moments(times):
    return " ".join(f"{datetime.datetime.fromtimestamp(time, datetime.timezone.utc):%Y-%m-%dT%H:%M:%S}" for time in times) or "never"


def simulate(expression, flavor):
    """The plan of an expression and the zone it names."""
    return simulation.simulate_event(expression) if flavor == "systemd" else (simulation.simulate(expression, flavor), None)


def first(plan, instant, zone="UTC"):
    return [] if plan is None else list(itertools.islice(plan.after(instant, zone), 20))


def shorter(one, other):
    """Two lists of times from the first on that differs."""
    start = next((index for index, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return moments(one[start : start + 3]), moments(other[start : start + 3])


def case(flavor, expression, *more):
    return " ".join([repr(expression), *([flavor] if flavor != "debian" else []), *map(str, more)])


def same_days(one, other):
    """The first day on which just one of two plans runs, if they have the same months."""
    for month in sorted(one.months):
        for length, start in itertools.product(simulation.MONTH_LENGTHS[month], range(7)):
            if one.days(start, length) != other.days(start, length):
                return f"month {month} of {length} days from weekday {start}: {one.days(start, length)} and not {other.days(start, length)}"
    return None


def difference(read, simulated):
    """What the sets of a text have that those of the expression have not, or the other way round; None if they are the same."""
    if simulated is None:
        return "times" if read.times else None
    if read.times != simulated.times:
        return f"seconds of the day {list(itertools.islice(simulation.ones(read.times ^ simulated.times), 5))}"
    if read.months != simulated.months:
        return f"months {sorted(read.months ^ simulated.months)}"
    if read.years != simulated.years and (read.years or set(range(1970, 2501))) != (simulated.years or set(range(1970, 2501))):
        return f"years {sorted((read.years or set()) ^ (simulated.years or set()))[:5]}"
    return same_days(read, simulated)


def without_mistakes(expressions):
    """Those that the product accepts."""
    return [case for case, answer in zip(expressions, engine.parse(expressions)) if answer is None]


def check_texts(expressions, found):
    """Every description is well-formed, and its numbers and names are those of the expression."""
    styles = [STYLES[index % 8] for index in range(len(expressions))]
    texts = engine.descriptions((flavor, f"{style}/en", expression) for (flavor, expression), style in zip(expressions, styles))
    for (flavor, expression), style, text in zip(expressions, styles, texts):
        name = case(flavor, expression, style)
        if isinstance(text, engine.Failure):
            found.add("refused", name, text.message)
        elif MALFORMED.search(text) or not text[:1].isupper() or ("24h" in style) == bool(re.search("[AP]M", text)) and ":" in text:
            found.add("malformed", name, text)
        elif "trim" in style and re.search(r"(?<!:)\b0\d:", text):
            found.add("leading zero", name, text)
        else:
            try:
                told, zone = reader.read(text)
                plan, other_zone = simulate(expression, flavor)
                wrong = difference(told, plan) or zone != other_zone and f"zone {zone}"
                if wrong:
                    found.add("other sets", name, text, wrong)
            except reader.Unreadable as error:
                found.add("unreadable", name, text, str(error))


def check_times(expressions, chance, found):
    """What a reader predicts from the description and the warnings is what happens, and what the product says."""
    starts = [chance.randrange(1_735_689_600, 2_050_000_000) for _ in expressions]
    texts = engine.descriptions((flavor, f"{chance.choice(STYLES)}/en", expression) for flavor, expression in expressions)
    warnings = engine.warnings((flavor, "UTC", start, expression) for (flavor, expression), start in zip(expressions, starts))
    computed = engine.times((flavor, "UTC", start, 20, "next", expression) for (flavor, expression), start in zip(expressions, starts))
    for (flavor, expression), start, text, warned, times in zip(expressions, starts, texts, warnings, computed):
        if any(isinstance(answer, engine.Failure) for answer in (text, warned, times)):
            found.add("refused", case(flavor, expression))
            continue
        name = case(flavor, expression, f"after {moments([start])}")
        simulated = first(simulate(expression, flavor)[0], start)
        if times != simulated:
            found.add("computed otherwise", name, *shorter(times, simulated))
        never = any(warning.kind == "never_runs" for warning in warned)
        if never == bool(simulated):
            found.add("never", name, f"{moments(simulated[:3])}: {[warning.message for warning in warned]}")
        try:
            predicted = first(reader.read(text)[0], start)
            if predicted != simulated:
                found.add("predicted otherwise", name, text, *shorter(predicted, simulated))
        except reader.Unreadable as error:
            found.add("unreadable", name, str(error))


def check_zones(expressions, chance, found):
    """The same where clocks change, with what the warnings say of that."""
    cases = []
    for flavor, expression in expressions:
        zone = chance.choice(ZONES)
        moment = chance.choice([moment for moment, _, _ in simulation.changes(zone) if moment > 1_735_689_600][:16])
        cases.append((flavor, zone, moment - chance.choice([600, 3600, 9000, 20_000, 100_000, 1_000_000]), expression))
    texts = engine.descriptions((flavor, "-/en", expression) for flavor, _, _, expression in cases)
    warnings = engine.warnings(cases)
    computed = engine.times((flavor, zone, start, 20, "next", expression) for flavor, zone, start, expression in cases)
    for (flavor, zone, start, expression), text, warned, times in zip(cases, texts, warnings, computed):
        name = case(flavor, expression, zone, f"after {moments([start])}")
        if any(isinstance(answer, engine.Failure) for answer in (text, warned, times)):
            found.add("refused", name)
            continue
        # Warnings look only so far ahead.
        simulated, times = (
            [time for time in some if time < start + warning_reader.AHEAD] for some in (first(simulate(expression, flavor)[0], start, zone), times)
        )
        if times != simulated:
            found.add("computed otherwise in a zone", name, *shorter(times, simulated))
        messages = [warning.message for warning in warned if warning.kind == "daylight_saving"]
        try:
            plan = warning_reader.ZonedPlan(reader.read(text)[0], [warning_reader.Change(message) for message in messages], zone, start)
            predicted = list(itertools.takewhile(lambda time: time < start + warning_reader.AHEAD, itertools.islice(plan.after(start, zone), 20)))
            if predicted != simulated:
                found.add("predicted otherwise in a zone", name, text, *messages, *shorter(predicted, simulated))
        except reader.Unreadable as error:
            found.add("unreadable in a zone", name, text, str(error))


def check_warnings(expressions, found):
    """What warnings say of steps, ranges and months is so, and where it matters how the day fields combine, a warning says how."""
    answers = engine.warnings((flavor, "-", 0, expression) for flavor, expression in expressions)
    for (flavor, expression), warned in zip(expressions, answers):
        plan = simulation.simulate(expression, flavor)
        if plan is None or isinstance(warned, engine.Failure):
            continue
        messages = [warning.message for warning in warned]
        name = case(flavor, expression)
        if len(set(messages)) < len(messages):
            found.add("warned twice", name, *messages)
        for message in messages:
            wrong = warning_reader.untrue(message, plan, flavor == "quartz")
            if wrong:
                found.add("untrue warning", name, message, wrong)
        if expression[0] == "@":
            continue
        rule = next((warning.message for warning in warned if warning.kind == "day_rule"), "")
        expected = simulation.day_rule(expression, flavor)
        if not rule.startswith(expected) or bool(rule) != bool(expected):
            found.add("day rule", name, rule or "no warning", expected or "no warning expected")
        elif "or day of week" in rule and warning_reader.scope(rule) != plan.scope:
            found.add("scope of the day rule", name, rule, str(plan.scope))


def numbers(text):
    """The numbers of a text, with times of day as on the 24-hour clock."""
    # In German the day before another has no number.
    text = re.sub(r"(am|zum) Tag vor", r"\1 1. Tag vor", text)
    clocks = re.findall(reader.CLOCK, text)
    return sorted([reader.clock(clock) for clock in clocks]), sorted(map(int, re.findall(r"\d+", re.sub(reader.CLOCK, "", text))))


def check_languages(expressions, found):
    """German and Spanish descriptions are well-formed and have the numbers of the English ones."""
    styles = [STYLES[index % 8] for index in range(len(expressions))]
    asked = list(zip(expressions, styles))
    texts = [
        engine.descriptions((flavor, f"{style}/{language}", expression) for (flavor, expression), style in asked)
        for language in ("en", "de", "es")
    ]
    for ((flavor, expression), style), english, *others in zip(asked, *texts):
        for language, text in zip(("de", "es"), others):
            name = case(flavor, expression, style, language)
            if isinstance(text, engine.Failure):
                found.add("refused", name, text.message)
            elif MALFORMED.search(text) or not text[:1].isupper():
                found.add("malformed", name, text)
            elif numbers(text) != numbers(english):
                found.add("other numbers in another language", name, english, text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=20_000, help="expressions whose descriptions are read")
    parser.add_argument("--times", type=int, help="how many of them are predicted in UTC and again where clocks change, a quarter if not given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="disagreements of each kind to print")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    found = Disagreements()
    expressions = Expressions(options.seed)
    events = without_mistakes(expressions.events(options.count // 5, options.seed))
    texts = expressions.take(options.count - len(events)) + events
    times = options.times or options.count // 4
    in_utc = [event for event in events if not simulate(*reversed(event))[1]][: times // 5]
    timed = expressions.take(times)
    check_texts(texts, found)
    check_times(timed[: times - len(in_utc)] + in_utc, chance, found)
    check_zones(timed, chance, found)
    check_warnings(texts[:times], found)
    check_languages(texts[-times:], found)
    found.print(options.show)
    wrong = sum(map(len, found.found.values()))
    print(
        f"{len(texts)} descriptions read, of them {len(events)} of calendar events, {times} predicted in UTC and {times} in zones, "
        f"{times} with warnings, {times} in German and Spanish: {wrong} disagreements"
    )
    sys.exit(1 if wrong or not texts else 0)


if __name__ == "__main__":
    main()
