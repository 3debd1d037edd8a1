"""Reads the product's warnings: what they say of times that the clocks skip or repeat, for predictions, and whether others are true."""

import datetime
import re

from reader import MONTHS, WEEKDAYS, Unreadable, compiled, items, of_list
from simulation import DAY, EPOCH, HOUR, MONTH_LENGTHS, Plan, between, changes, days_of, ones, plain

# How far warnings of changes of the clocks look ahead.
AHEAD = 366 * DAY

# Warnings of the kind daylight_saving.

MOMENT = r"(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)?"
CHANGE = compiled(
    f"(?:(?P<list>{of_list(MOMENT)})|The times from (?P<first>{MOMENT}) to (?P<last>{MOMENT})) "
    r"(?P<verb>does not exist|do not exist|comes twice|come twice)(?: on (?P<date>\d{4}-\d\d-\d\d))? in (?P<zone>\S+): (?P<consequence>.+)"
)
SKIPPED = ("it is skipped", "they are skipped")
TWICE = ("it runs twice", "it runs both times")
INSTEAD = compiled(f"it runs (?:at (?P<at>{MOMENT}) instead|once, at (?P<once>{MOMENT})(?:, instead)?)")


class Change:
    """What a warning says of the times that the clocks skip or repeat: which they are, and what becomes of them."""

    def __init__(self, message):
        match = CHANGE.fullmatch(message)
        if not match:
            raise Unreadable(message)
        parts = match.groupdict()
        self.message = message
        self.zone = parts["zone"]
        self.is_gap = parts["verb"] in ("does not exist", "do not exist")
        self.is_whole = parts["list"] is not None
        texts = items(MOMENT, parts["list"]) if self.is_whole else [parts["first"], parts["last"]]
        date = parts["date"]
        self.times = [self.wall(text, date) for text in texts]
        if (len(texts) == 1) != (parts["verb"] in ("does not exist", "comes twice")):
            raise Unreadable(message)
        consequence = parts["consequence"]
        instead = INSTEAD.fullmatch(consequence)
        self.instead = self.wall(instead["at"] or instead["once"], date) if instead else None
        self.goes_by_clock = consequence in (SKIPPED if self.is_gap else TWICE)
        if not (self.goes_by_clock or (instead if self.is_gap else consequence == "it runs only the first time")):
            raise Unreadable(message)

    def wall(self, text, date):
        """Seconds since 1970 on the clock of the zone."""
        if " " not in text and not date:
            raise Unreadable(f"on which day: {self.message!r}")
        return wall(text if " " in text else f"{date} {text}")


def wall(text):
    moment = datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)
    return int(moment.timestamp())


class ZonedPlan(Plan):
    """A plan in a zone, of which a reader knows when its clocks change, and what the warnings say of these changes.

    Of a change that nothing is said about, the reader takes it that the schedule goes on by the clock, if it has times in each hour.
    """

    def __init__(self, plan, told, zone, instant):
        super().__init__(plan.times, plan.choose, plan.months, plan.years)
        self.told = {"gap" if change.is_gap else "overlap": change for change in told}
        if len(self.told) < len(told):
            raise Unreadable(f"more than one warning of a kind: {[change.message for change in told]}")
        self.goes_on = all(plan.times & hour for hour in HOUR)
        self.end = instant + AHEAD
        self.compare(zone, instant)

    def compare(self, zone, instant):
        """Whether the times that the warnings name are those that the first change of the kind skips or repeats."""
        left = dict(self.told)
        for moment, before, after in changes(zone):
            kind = "gap" if after > before else "overlap"
            walls = self.walls(moment + min(before, after), moment + max(before, after))
            if not instant <= moment < self.end or not walls or kind not in left:
                continue
            change = left.pop(kind)
            named = walls if change.is_whole else [walls[0], walls[-1]]
            if change.zone != zone or change.times != named or change.instead not in (None, moment + after):
                raise Unreadable(f"other times than the description's: {change.message!r}")
        if left:
            raise Unreadable(f"about times that it has not: {[change.message for change in left.values()]}")

    def walls(self, start, end):
        """The times on the clock from one to another."""
        dates = [date for date in range(start // DAY, (end - 1) // DAY + 1) if self.runs_on(date + EPOCH)]
        return [date * DAY + second for date in dates for second in ones(self.times & between(start - date * DAY, end - date * DAY))]

    def goes_by_clock(self, kind, midnight, times):
        if kind in self.told:
            return self.told[kind].goes_by_clock
        if not self.goes_on and midnight < self.end:
            moment = datetime.datetime.fromtimestamp(midnight + next(ones(times)), datetime.timezone.utc)
            raise Unreadable(f"nothing is said of {moment:%Y-%m-%d %H:%M:%S}, {kind}")
        return True


# The other warnings: what they say of a member of a field, and of days.

UNEVEN = re.compile(
    r"(.+) step (\S+) is uneven, not every (\d+): (?:after (\S+) it starts again at (\S+) .+|at the end of the month it starts again at (\d+))"
)
ONLY = re.compile(r"(.+?)(?: step)? (\S+)(?: is (?:as long as|longer than) .+, so it)? matches only (\w+)(?:: the range has one value)?")
WRAPS = re.compile(r"(.+) range (\S+) wraps around: (.+)")
LEAP = re.compile(r"Day (\S+) comes in February only in leap years")
MISSING = re.compile(r"Day (\S+) is missing in (.+)")
LEFT_OUT = re.compile(r"Months without a day (\d+) are left out: (.+)")
KINDS = {"Second": "second", "Minute": "minute", "Hour": "hour", "Day of month": "day", "Month": "month", "Day of week": "weekday", "Year": "year"}


def value(text, kind):
    return int(text) if text.isdigit() else MONTHS.index(text) + 1 if kind == "month" else WEEKDAYS.index(text)


def written(text, kind):
    """The values of "22 to 23 and 0 to 2"."""
    values = set()
    for part in re.split(", and |, | and ", text):
        ends = [value(end, kind) for end in part.split(" to ")]
        values |= set(range(ends[0], ends[-1] + 1))
    return values


def untrue(message, plan, is_quartz):
    """What is wrong with a warning; None for a true one, or one that says nothing to be checked here."""
    if match := UNEVEN.fullmatch(message):
        title, raw, step, last, first, day = match.groups()
        kind = KINDS[title]
        values = plain(kind, raw, is_quartz)
        if kind == "day":
            return None if min(values) == int(day) and f"/{step}" in raw else f"starts at {min(values)}"
        cycle = {"second": 60, "minute": 60, "hour": 24, "month": 12, "weekday": 7}[kind]
        gap = (value(first, kind) - value(last, kind) - 1) % cycle + 1
        return None if {value(first, kind), value(last, kind)} <= values and gap != int(step) else f"{sorted(values)}"
    if match := ONLY.fullmatch(message):
        kind = KINDS[match[1]]
        values = plain(kind, match[2], is_quartz)
        return None if values == {value(match[3], kind)} else f"{sorted(values)}"
    if match := WRAPS.fullmatch(message):
        kind = KINDS[match[1]]
        values = plain(kind, match[2], is_quartz)
        return None if values == written(match[3], kind) else f"{sorted(values)}"
    if match := LEFT_OUT.fullmatch(message):
        empty = {month for month in plan.months if not any(plan.days(start, max(MONTH_LENGTHS[month])) for start in range(7))}
        return None if empty == written(match[2], "month") else f"never in {sorted(empty)}"
    if message == "February 29 comes only in leap years":
        return None if any(29 in plan.days(start, 29) for start in range(7)) else "never on that day"
    if match := LEAP.fullmatch(message):
        lengths = {length for length in (28, 29) if days_of("day", match[1], is_quartz, 0, length)}
        return None if lengths == {29} else f"in February of {sorted(lengths)} days"
    if match := MISSING.fullmatch(message):
        empty = {month for month in plan.months if not days_of("day", match[1], is_quartz, 0, max(MONTH_LENGTHS[month]))}
        return None if empty == written(match[2], "month") else f"{sorted(empty)}"
    if message.startswith("Runs every day") and any(len(plan.days(start, length)) < length for start in range(7) for length in range(28, 32)):
        return "not every day"
    return None


def scope(message):
    """What a sentence limits itself to: months, years, both or neither."""
    found = re.search(r"the selected (months and years|months|years)", message)
    return set(found[1].split(" and ")) if found else set()
