"""Reads the product's English descriptions back, by the words alone and as strictly as they are published; what they do not say plainly is refused.

    description = TIME [", " DAYS] [", " MONTHS] [", " YEARS] [", in the time zone " NAME] | "Run once, at startup"

Each clause narrows what the ones before it say, except that a weekday clause with "or " adds to the date clause before it. What is finer than the
first unit named is 0.
"""

import functools
import re

from simulation import HOUR, MINUTE, SECOND, Plan, by_day, nearest, union

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()
ORDINALS = "first second third fourth fifth".split()
EVERY_TIME = (1 << 86400) - 1

# Patterns: `of_list` with "a, b, and c", `of_times` with "a, b and c".
N = r"\d+"
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?"
NTH = r"\d+(?:st|nd|rd|th)"
MONTH = f"(?:{'|'.join(MONTHS)})"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"


def of_list(item):
    return f"(?:{item})(?: and (?:{item})|(?:, (?:{item}))+, and (?:{item}))?"


def of_times(item):
    return f"(?:{item})(?:(?:, (?:{item}))* and (?:{item}))?"


def through(item):
    return f"{item}(?: through {item})?"


BEFORE = r"\d+ days? before the last day"
DATE = (
    f"day {through(N)}|every {NTH} day from day {N} through {N}|the last day|the last {N} days|the days from {N} through {N} days before the last day|the day {BEFORE}|"
    f"the first weekday|the last weekday|the weekday nearest day {N}|the weekday nearest the day {BEFORE}"
)
DAY_OF_WEEK = f"{through(WEEKDAY)}|the (?:last|{'|'.join(ORDINALS)}) {WEEKDAY} of the month"
YEAR = f"every {NTH} year from {N} through {N}|{through(N)}"
compiled = functools.lru_cache(maxsize=None)(re.compile)


class Unreadable(Exception):
    """A text that the grammar does not have, or that would mislead."""


def items(pattern, text):
    """The members of a list, each at the place where the one before it ended."""
    found = [match.group() for match in compiled(pattern).finditer(text)]
    if len(set(found)) != len(found):
        raise Unreadable(f"says something twice: {text!r}")
    return found


def counted(first, last, step=1):
    """From a value through another, which must be one that is counted."""
    if not first <= last or (last - first) % step:
        raise Unreadable(f"{first} through {last} by {step}")
    return range(first, last + 1, step)


def ordinal(text):
    number = int(text[:-2])
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if suffix != text[-2:]:
        raise Unreadable(text)
    return number


def span(text, value):
    """The values of "a" or "a through b"."""
    first, _, last = text.partition(" through ")
    if not last:
        return {value(first)}
    if value(first) == value(last):
        raise Unreadable(f"a range of one: {text!r}")
    return set(counted(value(first), value(last)))


def spans(pattern, text, value=int):
    found = [span(item, value) for item in items(through(pattern), text)]
    if len(set().union(*found)) != sum(map(len, found)):
        raise Unreadable(f"says something twice: {text!r}")
    return set().union(*found)


def month(text):
    return MONTHS.index(text) + 1


def clock(text):
    """A time of day in seconds, and whether the text names the second."""
    digits, _, half = text.partition(" ")
    hour, minute, *second = map(int, digits.split(":"))
    if half:
        if not 1 <= hour <= 12:
            raise Unreadable(text)
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 23 or minute > 59 or second and second[0] > 59:
        raise Unreadable(text)
    return hour * 3600 + minute * 60 + sum(second), bool(second)


def hour_of(text):
    time, _ = clock(text)
    if time % 3600:
        raise Unreadable(f"not on the hour: {text}")
    return time // 3600


class Reader:
    def __init__(self, text):
        self.text = text
        self.rest = text[:1].lower() + text[1:]
        self.crosses_midnight = False
        self.is_narrowed = False
        self.names_seconds = False
        self.zone = None

    def take(self, pattern):
        """The groups of a whole clause at this place, or None."""
        match = compiled(f"{pattern}(?:, |$)").match(self.rest)
        if not match or self.rest[: match.end()].endswith(", ") and match.end() == len(self.rest):
            return None
        self.rest = self.rest[match.end() :]
        return match.groups() or (match.group(),)

    def take_value(self, *forms):
        """The value of the first form that fits: pairs of a pattern and a function of its groups."""
        for pattern, value in forms:
            groups = self.take(pattern)
            if groups:
                return value(*groups)
        return None

    def plan(self):
        if self.text == "Run once, at startup":
            return Plan(0, lambda start, length: [], set())
        times = self.times()
        matches, has_one_date = self.days()
        months = self.months(has_one_date)
        years = self.years()
        zone = self.take("in the time zone ([A-Za-z0-9_+/-]+)")
        self.zone = zone and zone[0]
        if self.rest:
            raise Unreadable(f"{self.rest!r} in {self.text!r}")
        if self.crosses_midnight and self.is_narrowed:
            raise Unreadable(f"a night that begins on one day and ends on another: {self.text!r}")
        return Plan(times, by_day(matches), months or set(range(1, 13)), years)

    # Times of day.

    def times(self):
        exact = self.take(f"at ({of_times(CLOCK)})")
        if exact:
            listed = [clock(text)[0] for text in items(CLOCK, exact[0])]
            if listed != sorted(listed):
                raise Unreadable(f"not in order: {exact[0]}")
            self.goes_without_saying("every day")
            return union(1 << time for time in listed)
        minutes_of_an_hour = self.take(f"every minute between ({CLOCK}) and ({CLOCK})")
        if minutes_of_an_hour:
            self.goes_without_saying("every day")
            return self.window(*minutes_of_an_hour) & SECOND[0]
        seconds = self.seconds()
        is_dense = seconds is not None and len(seconds) > 1
        minutes = self.minutes_as_wholes() if is_dense else self.minutes(is_first=seconds is None)
        is_first = seconds is None and minutes is None
        hours = self.hours(is_dense or len(minutes or ()) > 1 or seconds is not None and minutes is None, is_first)
        if is_first and hours is None:
            raise Unreadable(self.text)
        self.goes_without_saying("every day")
        if is_first:
            minutes = {0}
        if seconds is None:
            seconds = {0}
        return (
            union(SECOND[second] for second in seconds)
            & (EVERY_TIME if minutes is None else union(MINUTE[minute] for minute in minutes))
            & (EVERY_TIME if hours is None else hours)
        )

    def goes_without_saying(self, words):
        """What verbose descriptions say where others say nothing."""
        self.take(words)

    def seconds(self):
        found = self.take_value(
            ("every second", lambda _: set(range(60))),
            (f"every ({N}) seconds, seconds ({N}) through ({N}) past the minute", self.stepped(60)),
            (f"every ({N}) seconds", self.evenly(60)),
            (f"seconds ({N} through {N}) past the minute", lambda text: span(text, int)),
            ("at (1) second past the minute", lambda text: {1}),
            (f"at ({of_list(through(N))}) seconds past the minute", lambda text: spans(N, text)),
        )
        self.names_seconds = found is not None
        return self.below(found, 60)

    def minutes(self, is_first):
        every = ("every minute", lambda _: set(range(60)))
        found = self.take_value(
            every,
            (f"every ({N}) minutes, minutes ({N}) through ({N}) past the hour", self.stepped(60)),
            (f"every ({N}) minutes", self.evenly(60)),
            (f"minutes ({N} through {N}) past the hour", lambda text: span(text, int)),
            ("at (1) minute past the hour", lambda text: {1}),
            (f"at ({of_list(through(N))}) minutes past the hour", lambda text: spans(N, text)),
        )
        return self.below(found, 60)

    def minutes_as_wholes(self):
        found = self.take_value(
            ("every minute", lambda _: set(range(60))),
            (f"during minute ({N}) past the hour", lambda text: {int(text)}),
            (f"during minutes ({of_list(through(N))}) past the hour", lambda text: spans(N, text)),
            (f"minutes ({N} through {N}) past the hour", lambda text: span(text, int)),
            (
                f"during every ({NTH}) minute from ({N}) through ({N}) past the hour",
                lambda step, first, last: set(counted(int(first), int(last), ordinal(step))),
            ),
        )
        return self.below(found, 60)

    def hours(self, is_dense, is_first):
        """A set of times of day, or None."""
        clocks = f"between ({CLOCK}) and ({CLOCK})"
        starts = (f"during the hours starting at ({of_list(through(CLOCK))})", self.hour_list)
        every = ("every hour", lambda _: EVERY_TIME)
        if is_dense:
            nth = (f"during every ({NTH}) hour from ({CLOCK}) through ({CLOCK})", self.every_nth_hour)
            return self.take_value(every, (clocks, self.window), nth, starts)
        return self.take_value(
            every,
            (f"every ({N}) hours, {clocks}", self.every_few_hours),
            (f"every ({N}) hours", lambda step: union(HOUR[hour] for hour in self.evenly(24)(step))),
            *([] if is_first else [(clocks, self.window), starts]),
        )

    def below(self, values, limit):
        if values is not None and not all(0 <= value < limit for value in values):
            raise Unreadable(f"{max(values)} in {self.text!r}")
        return values

    def stepped(self, limit):
        return lambda step, first, last: set(counted(int(first), int(last), int(step)))

    def evenly(self, cycle):
        """Every so many, without an end: true only if the step fits into the cycle."""

        def values(step):
            if int(step) < 2 or cycle % int(step):
                raise Unreadable(f"every {step} is not even: {self.text!r}")
            return set(range(0, cycle, int(step)))

        return values

    def window(self, first, last):
        (start, _), (end, names_second) = clock(first), clock(last)
        if self.names_seconds and not names_second:
            raise Unreadable(f"which second of {last}: {self.text!r}")
        return self.seconds_between(start, end)

    def seconds_between(self, start, end):
        if start <= end:
            return ((1 << end - start + 1) - 1) << start
        self.crosses_midnight = True
        return self.seconds_between(start, 86399) | self.seconds_between(0, end)

    def hours_through(self, first, last, step=1):
        if last < first:
            self.crosses_midnight = True
            last += 24
        return union(HOUR[hour % 24] for hour in counted(first, last, step))

    def every_few_hours(self, step, first, last):
        return self.hours_through(hour_of(first), clock(last)[0] // 3600, int(step))

    def every_nth_hour(self, step, first, last):
        end, names_second = clock(last)
        if end % 3600 != (3599 if names_second else 3540) or self.names_seconds != names_second:
            raise Unreadable(f"through which second of {last}: {self.text!r}")
        return self.hours_through(hour_of(first), end // 3600, ordinal(step))

    def hour_list(self, text):
        found = [tuple(hour_of(end) for end in item.split(" through ")) for item in items(through(CLOCK), text)]
        masks = [self.hours_through(item[0], item[-1]) for item in found]
        if union(masks).bit_count() != sum(mask.bit_count() for mask in masks):
            raise Unreadable(f"says something twice: {text!r}")
        return union(masks)

    # Days.

    def days(self):
        """A predicate of day, weekday and length of month, and whether it is just one date of a month."""
        dates = self.take_value(
            (f"on day ({of_list(through(N))}) of the month", self.numbered_days),
            (f"between day ({N}) and ({N}) of the month", lambda first, last: (among(self.dates(counted(int(first), int(last)))), False)),
            (
                f"every ({N}) days, between day ({N}) and ({N}) of the month",
                lambda step, first, last: (among(self.dates(counted(int(first), int(last), int(step)))), False),
            ),
            (f"on ({of_list(DATE)}) of the month", self.listed_dates),
            (f"({BEFORE}) of the month", lambda text: (last_day(text), True)),
        )
        weekdays = self.take_value(
            (f"(only |or |)({WEEKDAY} through {WEEKDAY})", lambda role, text: (role, among_weekdays(text), False)),
            (f"(only |or |)on ({of_list(DAY_OF_WEEK)})", lambda role, text: (role, *self.listed_weekdays(text))),
        )
        if dates or weekdays:
            self.is_narrowed = True
        if not dates and not weekdays:
            return lambda day, weekday, length: True, False
        if not weekdays:
            return dates
        role, matches, is_one = weekdays
        if not dates:
            if role == "or ":
                raise Unreadable(f"'or' after nothing: {self.text!r}")
            return matches, is_one
        if not role:
            raise Unreadable(f"and or or: {self.text!r}")
        date_matches, has_one_date = dates
        if role == "or ":
            return lambda *day: date_matches(*day) or matches(*day), False
        return lambda *day: date_matches(*day) and matches(*day), has_one_date or is_one

    def dates(self, values):
        if not values or min(values) < 1 or max(values) > 31:
            raise Unreadable(f"not a date: {self.text!r}")
        return frozenset(values)

    def numbered_days(self, text):
        values = self.dates(spans(N, text))
        return among(values), len(values) == 1

    def listed_dates(self, text):
        found = [self.date(item) for item in items(DATE, text)]
        return lambda *day: any(matches(*day) for matches in found), len(found) == 1

    def date(self, text):
        if text.startswith("day "):
            return among(self.dates(span(text[4:], int)))
        if text.startswith("every "):
            _, step, _, _, _, first, _, last = text.split()
            return among(self.dates(counted(int(first), int(last), ordinal(step))))
        if text.startswith("the last ") and text.endswith(" days"):
            count = int(text.split()[2])
            if not 2 <= count <= 31:
                raise Unreadable(text)
            return lambda day, weekday, length: length - count < day
        if text.startswith("the days from "):
            first, last = int(text.split()[3]), int(text.split()[5])
            if not 30 >= first >= last + 2 >= 3:
                raise Unreadable(text)
            return lambda day, weekday, length: length - first <= day <= length - last
        if text == "the first weekday":
            return lambda day, weekday, length: weekday in (1, 2, 3, 4, 5) and nearest(day, weekday, 1, length)
        if text == "the last weekday":
            return lambda day, weekday, length: nearest(day, weekday, length, length)
        if text.startswith("the weekday nearest day "):
            target = int(text.rpartition(" ")[2])
            self.dates({target})
            return lambda day, weekday, length: nearest(day, weekday, target, length)
        if text.startswith("the weekday nearest the day "):
            before = days_before(text.removeprefix("the weekday nearest the day "))
            return lambda day, weekday, length: nearest(day, weekday, length - before, length)
        return last_day(text.removeprefix("the day ").removeprefix("the "))

    def listed_weekdays(self, text):
        listed = items(DAY_OF_WEEK, text)
        plain = [weekday for item in listed if not item.startswith("the ") for weekday in weekdays_through(item)]
        if len(set(plain)) != len(plain):
            raise Unreadable(f"says something twice: {text!r}")
        found = [weekday_of_month(item) if item.startswith("the ") else among_weekdays(item) for item in listed]
        return lambda *day: any(matches(*day) for matches in found), len(found) == 1 and text.startswith("the ")

    # Months and years.

    def months(self, has_one_date):
        def every(step, first="January", last=None):
            if not has_one_date:
                raise Unreadable(f"once every {step} months, or throughout every such month: {self.text!r}")
            if not last:
                self.evenly(12)(step)
            return set(counted(month(first), month(last), int(step))) if last else set(range(1, 13, int(step)))

        found = self.take_value(
            (f"every ({N}) months, ({MONTH}) through ({MONTH})", every),
            (f"every ({N}) months", every),
            (f"only in every ({NTH}) month from ({MONTH}) through ({MONTH})", lambda step, *ends: set(counted(*map(month, ends), ordinal(step)))),
            (f"({MONTH} through {MONTH})", lambda text: span(text, month)),
            (f"only in ({of_list(through(MONTH))})", lambda text: spans(MONTH, text, month)),
        )
        self.is_narrowed |= found is not None
        return found

    def years(self):
        found = self.take_value(
            (f"({N} through {N})", lambda text: span(text, int)),
            (f"only in ({of_list(YEAR)})", self.listed_years),
        )
        self.is_narrowed |= found is not None
        return found


    def listed_years(self, text):
        """Those of two steps may meet: to tell them one by one would take hundreds of numbers."""
        listed = items(YEAR, text)
        plain = [years_of(item) for item in listed if not item.startswith("every ")]
        if len(set().union(*plain)) != sum(map(len, plain)):
            raise Unreadable(f"says something twice: {text!r}")
        return set().union(*map(years_of, listed))


def among(values):
    return lambda day, weekday, length: day in values


def weekdays_through(text):
    """Of "Monday" or "Friday through Monday", which goes on through the end of the week."""
    first, _, last = text.partition(" through ")
    start = WEEKDAYS.index(first)
    count = (WEEKDAYS.index(last or first) - start) % 7
    if last and not count:
        raise Unreadable(text)
    return {(start + offset) % 7 for offset in range(count + 1)}


def among_weekdays(text):
    values = weekdays_through(text)
    return lambda day, weekday, length: weekday in values


def weekday_of_month(text):
    _, place, name, *_ = text.split()
    wanted = WEEKDAYS.index(name)
    if place == "last":
        return lambda day, weekday, length: weekday == wanted and day + 7 > length
    week = ORDINALS.index(place)
    return lambda day, weekday, length: weekday == wanted and (day - 1) // 7 == week


def days_before(text):
    count, days, *_ = text.split()
    if (days == "day") != (count == "1") or not 1 <= int(count) <= 30:
        raise Unreadable(text)
    return int(count)


def last_day(text):
    before = 0 if text == "last day" else days_before(text)
    return lambda day, weekday, length: day == length - before


def years_of(text):
    if text.startswith("every "):
        _, step, _, _, first, _, last = text.split()
        return set(counted(int(first), int(last), ordinal(step)))
    return span(text, int)


def read(text):
    """The plan that a description tells, and the zone it names, if any."""
    reader = Reader(text)
    return reader.plan(), reader.zone
