"""Cron after Debian's source, as plainly as can be: sets of numbers from `entry.c`, and every local minute tried against them.

Nothing here is shared with the engine or with a peer. What Debian has not (seconds, years, `L`, `W`, `#`, `?`, `5/15`) follows what the
parser of the engine says it means.
"""

import calendar
import datetime
import re
import zoneinfo
from dataclasses import dataclass

NAMES = {
    "month": {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)},
    "weekday": {name: number for number, name in enumerate("SUN MON TUE WED THU FRI SAT".split())},
}
LOW_HIGH = {"second": (0, 59), "minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7)}
LOW_HIGH["year"] = (1970, 2500)
FIVE = ["minute", "hour", "day", "month", "weekday"]
MACROS = {"@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0", "@daily": "0 0 * * *",
          "@midnight": "0 0 * * *", "@hourly": "0 * * * *"}  # fmt: skip
# Where nothing comes for so long, the model stops looking.
HORIZON = 60
UTC = datetime.timezone.utc


class Refused(Exception):
    pass


# MARK: entry.c


def get_number(kind, text):
    if re.fullmatch("[0-9]+", text):
        number = int(text)
    elif text.upper() in NAMES.get(kind, {}):
        number = NAMES[kind][text.upper()]
    else:
        raise Refused(f"{kind} {text!r}")
    low, high = LOW_HIGH[kind]
    if not low <= number <= high:
        raise Refused(f"{kind} {text!r}")
    return number


def get_range(kind, text):
    """The numbers of one list member."""
    base, slash, step = text.partition("/")
    low, high = LOW_HIGH[kind]
    if slash and not (re.fullmatch("[0-9]+", step) and 1 <= int(step) < 2**31):
        raise Refused(f"step {step!r}")
    if base == "*":
        first, last = low, high
    elif "-" in base:
        first, last = (get_number(kind, part) for part in base.split("-", 1))
        if first > last:
            raise Refused(f"{kind} {base!r}")
    else:
        first = get_number(kind, base)
        # Debian refuses a step after a single number; here it is from there to the end.
        last = high if slash else first
    return set(range(first, last + 1, int(step) if slash else 1))


def get_list(kind, text):
    """The numbers of a field and what depends on the month: (numbers, functions of the first weekday and the length)."""
    numbers, special = set(), []
    for member in text.upper().split(","):
        rule = special_day(kind, member)
        if rule:
            special.append(rule)
        elif text == "?" and kind in ("day", "weekday"):
            numbers |= get_range(kind, "*")
        else:
            numbers |= get_range(kind, member)
    # set_element: Sunday is 0 and 7.
    if kind == "weekday" and numbers & {0, 7}:
        numbers |= {0, 7}
    return numbers, special


# MARK: Days of the month that have no number


def special_day(kind, member):
    """A function from year and month to a day or None."""
    if kind == "day":
        if found := re.fullmatch(r"L(?:-(\d+))?", member):
            before = int(found[1] or 0)
            if before > 30:
                raise Refused(member)
            return lambda year, month: existing(year, month, length(year, month) - before)
        if found := re.fullmatch(r"(?:L(?:-(\d+))?|(\d+))W", member):
            before, day = int(found[1] or 0), found[2] and get_number("day", found[2])
            if before > 30:
                raise Refused(member)
            return lambda year, month: weekday_near(year, month, day or length(year, month) - before)
    if kind == "weekday":
        if found := re.fullmatch(r"(\w+)#0*([1-5])", member):
            weekday, ordinal = get_number(kind, found[1]) % 7, int(found[2])
            return lambda year, month: dict(enumerate(days_on(year, month, weekday), 1)).get(ordinal)
        if found := re.fullmatch(r"(\w+)L", member):
            weekday = get_number(kind, found[1]) % 7
            return lambda year, month: days_on(year, month, weekday)[-1]
    return None


def length(year, month):
    return calendar.monthrange(year, month)[1]


def existing(year, month, day):
    return day if 1 <= day <= length(year, month) else None


def weekday_near(year, month, day):
    """The Monday to Friday nearest to a day, within its month."""
    if existing(year, month, day) is None:
        return None
    days = [other for other in range(1, length(year, month) + 1) if datetime.date(year, month, other).weekday() < 5]
    return min(days, key=lambda other: (abs(other - day), other))


def days_on(year, month, weekday):
    return [day for day in range(1, length(year, month) + 1) if datetime.date(year, month, day).isoweekday() % 7 == weekday]


# MARK: The whole expression


@dataclass
class Cron:
    sets: dict
    special: dict
    both_days: bool
    # Debian's cron.c: a job whose minute and hour are fixed is saved across a change of the clocks.
    fixed: bool

    def matches(self, date):
        if date.year not in self.sets["year"] or date.month not in self.sets["month"]:
            return False
        by_day = date.day in self.sets["day"] or any(rule(date.year, date.month) == date.day for rule in self.special["day"])
        by_weekday = date.isoweekday() in self.sets["weekday"]
        by_weekday = by_weekday or any(rule(date.year, date.month) == date.day for rule in self.special["weekday"])
        return by_day and by_weekday if self.both_days else by_day or by_weekday


def kinds_of(words):
    if len(words) == 5:
        return FIVE
    if len(words) == 6:
        ends_in_year = "?" in (words[2], words[4])
        starts_with_seconds = not ends_in_year and "?" in (words[3], words[5])
        names_year = not starts_with_seconds and re.search(r"(?<!\d)[12]\d{3}(?!\d)", words[5])
        return FIVE + ["year"] if ends_in_year or names_year else ["second"] + FIVE
    if len(words) == 7:
        return ["second"] + FIVE + ["year"]
    raise Refused("number of fields")


def read(expression):
    """The schedule; None for @reboot."""
    if expression == "@reboot":
        return None
    words = MACROS.get(expression, expression).split()
    kinds = kinds_of(words)
    fields = {kind: get_list(kind, word) for kind, word in zip(kinds, words)}
    raw = dict(zip(kinds, words))
    fields.setdefault("second", ({0}, []))
    fields.setdefault("year", (range(1, 10_000), []))
    # DOM_STAR and DOW_STAR.
    star = any(raw[kind].startswith("*") or raw[kind] == "?" for kind in ("day", "weekday"))
    # MIN_STAR and HR_STAR; cronsim lets six fields follow the clock always.
    fixed = not raw["minute"].startswith("*") and not raw["hour"].startswith("*") and "second" not in raw
    sets, special = ({kind: field[part] for kind, field in fields.items()} for part in (0, 1))
    return Cron(sets, special, star, fixed)


# MARK: Times


def instant_of(local, place):
    """Of a local time that exists; of the later of two with fold."""
    return int(local.replace(tzinfo=place).timestamp())


def exists(local, place):
    back = datetime.datetime.fromtimestamp(instant_of(local, place), place)
    return back.replace(tzinfo=None, fold=0) == local.replace(fold=0)


def end_of_gap(local, place):
    while not exists(local, place):
        local += datetime.timedelta(minutes=1) - datetime.timedelta(seconds=local.second)
    return instant_of(local, place)


def instants(local, cron, place):
    """When a local time comes: fixed ones once, at the end of a gap if they are in one; others whenever the clock shows it."""
    if cron.fixed:
        return {instant_of(local, place) if exists(local, place) else end_of_gap(local, place)}
    return {instant_of(local.replace(fold=fold), place) for fold in (0, 1) if exists(local.replace(fold=fold), place)}


def dates(cron, first):
    """Matching local dates from one on, until none comes within the horizon; the calendar of one year is the largest step."""
    date, last_year = first, first.year + HORIZON
    while date.year <= min(last_year, 9999):
        if date.year not in cron.sets["year"]:
            date = datetime.date(date.year + 1, 1, 1)
        elif date.month not in cron.sets["month"]:
            date = (date.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        else:
            if cron.matches(date):
                last_year = date.year + HORIZON
                yield date
            date += datetime.timedelta(days=1)


def hours_of(cron, first, place):
    """For each matching local hour, in order: an instant that no time of it or of a later hour is before, and its times."""
    seconds, minutes = sorted(cron.sets["second"]), sorted(cron.sets["minute"])
    for date in dates(cron, first):
        for hour in sorted(cron.sets["hour"]):
            begin = datetime.datetime(date.year, date.month, date.day, hour)
            start, end = instant_of(begin, place), instant_of(begin.replace(minute=59, second=59, fold=1), place)
            # An hour in which nothing happens to the clock needs no look at each of its times.
            if end - start == 3599 and exists(begin, place) and instant_of(begin.replace(fold=1), place) == start:
                yield start, [start + 60 * minute + second for minute in minutes for second in seconds]
            else:
                times = (begin.replace(minute=minute, second=second) for minute in minutes for second in seconds)
                yield start, [instant for local in times for instant in instants(local, cron, place)]


def times(cron, zone, start, count):
    """The next times after an instant: at most `count`, fewer where the horizon ends."""
    if cron is None:
        return []
    place = UTC if zone == "UTC" else zoneinfo.ZoneInfo(zone)
    # Some hours earlier, and a wait of hours before a time is final: no change of the clocks moves a time further.
    margin = 0 if zone == "UTC" else 4 * 3600
    first = datetime.datetime.fromtimestamp(start - margin, place).date()
    found = set()
    for begin, instants_of_hour in hours_of(cron, first, place):
        if len(found) >= count and begin - margin > sorted(found)[count - 1]:
            break
        # The slowest part would be every second of a day.
        if begin + 3600 + margin >= start:
            found.update(instant for instant in instants_of_hour if instant > start)
    return sorted(found)[:count]
