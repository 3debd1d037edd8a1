"""Compares systemd calendar events with `systemd-analyze calendar` and PyPI oncalendar: what is accepted, and the next times.

    calendar_events.py --count 20000 --seed 1

systemd-analyze is the reference. Every difference is one of the named ones below, each with its reason, or a failure.
"""

import argparse
import datetime
import itertools
import os
import random
import re
import subprocess
import sys
import zoneinfo

import engine
import expressions
from oncalendar import OnCalendarError, TzIterator
from times import TIMES, Case, Check, changes_between, is_in_repeated_hour

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NAMED = "minutely hourly daily monthly weekly yearly annually quarterly semiannually".split()
BOUNDS = {"year": (2024, 2040), "month": (1, 12), "day": (1, 31), "hour": (0, 23), "minute": (0, 59), "second": (0, 59)}
# How many expressions one run of systemd-analyze is given: they share zone and first instant.
BATCH = 250


# MARK: Expressions


class Events:
    """An endless row of calendar events, nearly all of them valid."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __iter__(self):
        while True:
            yield self.event() if self.random.random() < 0.98 else self.random.choice(NAMED)

    def chance(self, share):
        return self.random.random() < share

    def number(self, kind):
        number = self.random.randint(*BOUNDS[kind])
        if kind == "year" and self.chance(0.1):
            return f"{number % 100:02}"
        return f"{number:02}" if self.chance(0.7) else str(number)

    def range(self, kind):
        first, last = sorted((self.number(kind), self.number(kind)), key=int)
        return f"{first}..{last}"

    def component(self, kind, star=0.4):
        if self.chance(star):
            return "*"
        # systemd refuses a step that leads out of the range from the start.
        step = f"/{self.random.randint(1, BOUNDS[kind][1] // 6 if kind != 'year' else 2)}"
        def member():
            return (self.number(kind) if self.chance(0.7) else self.range(kind)) + (step if self.chance(0.3) else "")

        return ",".join(member() for _ in range(self.random.randint(2, 3) if self.chance(0.2) else 1)) if self.chance(0.97) else "*" + step

    def weekdays(self):
        def written(number):
            day = DAYS[number]
            return self.random.choice((day, day[:3], day[:3], day[:3].lower(), day.upper()))

        def member():
            first, last = sorted(self.random.choices(range(7), k=2))
            return written(first) if self.chance(0.7) else written(first) + self.random.choice(("..", "..", "-")) + written(last)

        return ",".join(member() for _ in range(self.random.randint(1, 3))) + ("," if self.chance(0.03) else "")

    def date(self):
        year = self.component("year", star=0.85) + "-" if self.chance(0.8) else ""
        return f"{year}{self.component('month', star=0.6)}{'~' if self.chance(0.12) else '-'}{self.component('day')}"

    def time(self):
        second = ":" + (self.component("second", star=0.05) if self.chance(0.7) else self.number("second")) if self.chance(0.4) else ""
        return f"{self.component('hour', star=0.2)}:{self.component('minute', star=0.2)}{second}"

    def event(self):
        parts = [self.weekdays()] if self.chance(0.35) else []
        parts += [self.date()] if self.chance(0.6) else []
        parts += [self.time()] if self.chance(0.8) or not parts else []
        if self.chance(0.06):
            parts.append(self.random.choice(("UTC", *expressions.ZONES)))
        return " ".join(parts)


class Mutations(expressions.Mutations):
    CHARACTERS = "0123456789*/,-.~: -: MonFri"

    def __init__(self, seed):
        super().__init__(seed)
        self.expressions = iter(Events(seed))


# MARK: systemd-analyze

# "Infinite loop in calendar calculation", which it finds where clocks change.
GAVE_UP = "systemd-analyze gave up"


def systemd(texts, zone, start):
    """For each text the next times, None where it is refused, or `GAVE_UP`."""
    command = ["systemd-analyze", "calendar", f"--base-time=@{start}", f"--iterations={TIMES}", "--", *texts]
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8"})
    without = {text: None for text in re.findall(r"^Failed to parse calendar specification '(.*)': ", run.stderr, re.MULTILINE)}
    without |= {text: GAVE_UP for text in re.findall(r"^Failed to determine next elapse for '(.*)': ", run.stderr, re.MULTILINE)}
    blocks = iter(block for block in run.stdout.split("\n\n") if block.strip())
    answers = [without[text] if text in without else times_of(next(blocks)) for text in texts]
    assert next(blocks, None) is None, "a block of systemd-analyze for each expression"
    return answers


def times_of(block):
    """Its lines are `Next elapse:` and `Iter. #2:` in local time, each with `(in UTC):` after it where that is another."""
    times = []
    for label, text in re.findall(r"^ *(Next elapse|Iter\. #\d+|\(in UTC\)): (.*)$", block, re.MULTILINE):
        if text == "never":
            continue
        if label == "(in UTC)":
            times.pop()
        words = text.split()
        local = datetime.datetime.fromisoformat(words[1] + "T" + words[2])
        times.append(int(local.replace(tzinfo=datetime.timezone.utc).timestamp()))
    return times


# MARK: oncalendar


def oncalendar(case):
    try:
        iterator = TzIterator(case.expression, case.at(case.start))
        return [int(time.timestamp()) for time in itertools.islice(iterator, TIMES)]
    except OnCalendarError:
        return None


def systemd_differs(case, ours, other, reference):
    """Why systemd-analyze is different here."""
    # Times are in whole seconds.
    if ours is None and re.search(r"\d\.\d", case.expression):
        return "fractions of a second"
    # They come along when a line is pasted.
    if ours is not None and case.expression != case.expression.strip():
        return "blanks around"
    if ours is None:
        return None
    if leaves_out_first_of_step(case, ours, reference):
        return "first of an open step"
    if case.zone == "UTC":
        return None
    # It leaves out what comes soon after clocks were changed, from a few minutes up to a whole day; oncalendar does not.
    if ours == other and changes_between(case, ours[:1]):
        return "after a change"
    return starts_in_repeated_hour(case)


def leaves_out_first_of_step(case, ours, reference):
    """In `tm_within_bounds`, when a step has gone too far and two larger units start again together, only one of the smaller ones does: the
    first value after it is left out, `*-*-2/4` in January, `*:0/25` at midnight. Its manual has nothing of the kind."""
    if not reference or not re.search(r"(?<!\.)\b\d+/\d|\*/", case.expression):
        return False
    left_out = [case.at(time) for time in ours if time <= reference[-1] and time not in reference]
    return (
        bool(left_out)
        and all(time in ours or time > ours[-1] for time in reference)
        and all(time.month == 1 or time.hour == 0 for time in left_out)
    )


def starts_in_repeated_hour(case):
    """Started in the second pass of an hour, both peers answer the rest of it, which they leave out when started before."""
    return "start in a repeated hour" if case.zone != "UTC" and is_in_repeated_hour(case, case.start) and case.at(case.start).fold else None


def oncalendar_differs(case, ours, other):
    """Why oncalendar is different here, where we are as systemd-analyze is or for a known reason are not."""
    if ours is None or other is None:
        return "oncalendar accepts more" if ours is None else "oncalendar accepts less"
    # systemd: as in Debian's cron, only a.
    if any(int(first) == int(last) for first, last in re.findall(r"(\d+)\.\.(\d+)/", case.expression)):
        return "a..a/n"
    # systemd counts them from the day that is nearest to the end, oncalendar from the first.
    return "~a..b/n" if re.search(r"~\S*\.\.\d+/", case.expression) else starts_in_repeated_hour(case)


# MARK: Commands


def groups(texts, seed):
    """Batches with a zone and a first instant each: every second one in UTC."""
    chance, texts, zones = random.Random(seed), list(texts), itertools.cycle(expressions.ZONES)
    for number, begin in enumerate(range(0, len(texts), BATCH)):
        zone = "UTC" if number % 2 == 0 else next(zones)
        yield texts[begin : begin + BATCH], zone, expressions.moment(chance, zone)


def compare(texts, seed, checks):
    for batch, zone, start in groups(texts, seed):
        theirs = systemd(batch, zone, start)
        answers = engine.times(("systemd", zone, start, TIMES, "next", text) for text in batch)
        for text, reference, answer in zip(batch, theirs, answers):
            case, ours = Case(text, zone, start, None), None if isinstance(answer, engine.Failure) else answer
            check = checks[0 if zone == "UTC" else 1]
            other = oncalendar(case)
            known = ours == reference or reference == GAVE_UP or systemd_differs(case, ours, other, reference)
            if reference == GAVE_UP:
                check.skipped[GAVE_UP] += 1
            else:
                check.compare(case, ours, reference, lambda: known)
            checks[2].compare(case, ours, other, lambda: known and oncalendar_differs(case, ours, other))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{arguments.count} calendar events, seed {arguments.seed}, and half as many with characters changed, {TIMES} times each")
    checks = [Check(name) for name in ("in UTC, systemd-analyze", "in zones, systemd-analyze", "oncalendar")]
    compare(itertools.islice(iter(Events(arguments.seed)), arguments.count), arguments.seed, checks)
    changed = [Check(f"changed, {check.name}") for check in checks]
    texts = (text for text in iter(Mutations(arguments.seed)) if text.strip() and not text.startswith("-"))
    compare(itertools.islice(texts, arguments.count // 2), arguments.seed, changed)
    for check in checks + changed:
        check.print()
    return 1 if any(check.failed for check in checks + changed) else 0


if __name__ == "__main__":
    sys.exit(main())
