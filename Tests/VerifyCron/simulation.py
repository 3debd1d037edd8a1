"""What cron does, from the expression alone and as naively as possible: every day is looked at, then every second of it.

Debian cron, with seconds, years, `L`, `W` and `#`, and Quartz. Shares nothing with the product. Instants are seconds since 1970 UTC.
"""

import datetime
import functools
import zoneinfo

DAY = 86400
EPOCH = datetime.date(1970, 1, 1).toordinal()
RANGES = {"second": (0, 59), "minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7), "year": (1970, 2500)}
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
WEEKDAYS = "SUN MON TUE WED THU FRI SAT".split()
MACROS = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
MONTH_LENGTHS = {month: [28, 29] if month == 2 else [30] if month in (4, 6, 9, 11) else [31] for month in range(1, 13)}
FIVE = ["minute", "hour", "day", "month", "weekday"]


# Sets of times of day are integers: bit n is the second n of the day.


def every(step, width, count):
    """`count` runs of `width` bits, one each `step`."""
    run = (1 << width) - 1
    return functools.reduce(lambda mask, index: mask | run << index * step, range(count), 0)


SECOND = [every(60, 1, 1440) << second for second in range(60)]
MINUTE = [every(3600, 60, 24) << 60 * minute for minute in range(60)]
HOUR = [((1 << 3600) - 1) << 3600 * hour for hour in range(24)]


def union(masks):
    return functools.reduce(int.__or__, masks, 0)


@functools.lru_cache(maxsize=100_000)
def times_of_day(seconds, minutes, hours):
    """Of three frozensets."""
    return union(SECOND[second] for second in seconds) & union(MINUTE[minute] for minute in minutes) & union(HOUR[hour] for hour in hours)


def ones(mask):
    """The numbers of the bits that are set, ascending; hour by hour, because shifting long numbers takes time."""
    for start in range(0, mask.bit_length(), 3600):
        hour = (mask >> start) & HOUR[0]
        low = start
        while hour:
            shift = (hour & -hour).bit_length()
            low += shift
            yield low - 1
            hour >>= shift


def between(start, end):
    """The seconds from one up to but not including another, as far as they are of one day."""
    start, end = max(start, 0), min(end, DAY)
    return ((1 << end - start) - 1) << start if start < end else 0


def by_day(matches):
    """The days of a month by its first weekday (Sunday is 0) and length, from a predicate of day, weekday and length."""
    return lambda start, length: [day for day in range(1, length + 1) if matches(day, (start + day - 1) % 7, length)]


class Plan:
    """When something runs: times of day, days of a month by its first weekday and its length, months, and years where not all."""

    def __init__(self, times, choose, months, years=None, is_fixed=False):
        self.times = times
        self.choose = choose
        self.months = months
        self.years = years
        self.is_fixed = is_fixed
        self.known = {}

    @property
    def scope(self):
        """Which of months and years are not all there."""
        is_limited = {"months": len(self.months) < 12, "years": self.years is not None and len(self.years) < 2501 - 1970}
        return {name for name, limited in is_limited.items() if limited}

    def days(self, first, length):
        """The days that match in a month of that length that begins on that weekday."""
        if (first, length) not in self.known:
            self.known[first, length] = self.choose(first, length)
        return self.known[first, length]

    def dates(self, ordinal):
        """The days that match from a day on, as ordinals; the calendar repeats itself after 400 years."""
        start = datetime.date.fromordinal(ordinal)
        year, month, last = start.year, start.month, start.year
        while year <= (min(last + 400, 9999) if self.years is None else max(self.years, default=0)):
            if month in self.months and (self.years is None or year in self.years):
                first = datetime.date(year, month, 1).toordinal()
                length = length_of_month(year, month)
                for day in self.days(first % 7, length):
                    if first + day - 1 >= ordinal:
                        last = year
                        yield first + day - 1
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def runs_on(self, ordinal):
        date = datetime.date.fromordinal(ordinal)
        is_among = date.month in self.months and (self.years is None or date.year in self.years)
        return is_among and date.day in self.days(date.replace(day=1).toordinal() % 7, length_of_month(date.year, date.month))

    def after(self, instant, zone="UTC"):
        """The instants after another, ascending."""
        clock = zoneinfo.ZoneInfo(zone)
        last = instant
        if not self.times:
            return
        for date in self.dates(EPOCH + instant // DAY - 1):
            midnight = (date - EPOCH) * DAY
            if midnight + 2 * DAY < instant:
                continue
            for time in self.instants(midnight, clock, last):
                if time > last:
                    last = time
                    yield time

    def instants(self, midnight, clock, last):
        """The instants of a day, without some of those until `last`."""
        seen = 0
        pieces = periods(clock, midnight)
        for (start, end, offset), following in zip(pieces, [*pieces[1:], None]):
            walls = between(start + offset - midnight, end + offset - midnight)
            times = self.times & walls
            if times & seen and not self.goes_by_clock("overlap", midnight, times & seen):
                times &= ~seen
            seen |= walls
            skipped = max(0, last + offset - midnight)
            yield from (midnight - offset + skipped + second for second in ones(times >> skipped))
            gap = self.times & between(end + offset - midnight, end + following[2] - midnight) if following else 0
            if gap and not self.goes_by_clock("gap", midnight, gap):
                yield end

    def goes_by_clock(self, kind, midnight, times):
        """Whether times that the clocks skip are left out, or those that come twice are taken twice."""
        return not self.is_fixed


@functools.lru_cache(maxsize=100_000)
def periods(clock, midnight):
    """The stretches with one distance from UTC, from a day before a day until a day after it, as (start, end, offset)."""
    pieces = []
    edge = midnight - DAY
    for instant in range(edge, midnight + 2 * DAY, 6 * 3600):
        following = instant + 6 * 3600
        if offset(clock, instant) != offset(clock, following):
            low, high = instant, following
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(clock, middle) == offset(clock, low) else (low, middle)
            pieces.append((edge, high, offset(clock, low)))
            edge = high
    pieces.append((edge, midnight + 2 * DAY, offset(clock, midnight + 2 * DAY)))
    return pieces


@functools.lru_cache(maxsize=None)
def changes(zone, first=2024, last=2040):
    """The changes of the clocks of a zone in some years, as (instant, offset before, offset after)."""
    clock = zoneinfo.ZoneInfo(zone)
    midnights = (DAY * (day - EPOCH) for day in range(datetime.date(first, 1, 1).toordinal(), datetime.date(last, 1, 1).toordinal(), 3))
    pieces = (piece for midnight in midnights for piece in zip(periods(clock, midnight), periods(clock, midnight)[1:]))
    return [(start, before, after) for (_, _, before), (start, _, after) in pieces]


@functools.lru_cache(maxsize=200_000)
def offset(clock, instant):
    return int(datetime.datetime.fromtimestamp(instant, clock).utcoffset().total_seconds()) if clock.key != "UTC" else 0


def length_of_month(year, month):
    return (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.date(year, month, 1)).days if (year, month) != (9999, 12) else 31


# Cron's grammar.


def number(kind, text, is_quartz):
    if text.isdigit():
        return int(text) - (1 if is_quartz and kind == "weekday" else 0)
    names = {"month": MONTHS, "weekday": WEEKDAYS}[kind]
    return names.index(text.upper()) + RANGES[kind][0]


def plain(kind, text, is_quartz):
    """The values of `*`, `5`, `1-5`, each perhaps with a step."""
    lowest, highest = RANGES[kind]
    base, _, step = text.partition("/")
    if base in ("*", "?"):
        first, last = lowest, highest
    elif "-" in base:
        first, last = (number(kind, end, is_quartz) for end in base.split("-"))
    else:
        first = number(kind, base, is_quartz)
        last = first if not step else 6 if is_quartz and kind == "weekday" else highest
    if last < first:
        cycle = 7 if kind == "weekday" else highest - lowest + 1
        values = [(value - lowest) % cycle + lowest for value in range(first, last + cycle + 1, int(step or 1))]
    else:
        values = range(first, last + 1, int(step or 1))
    return {value % 7 for value in values} if kind == "weekday" else set(values)


@functools.lru_cache(maxsize=None)
def nearest(day, weekday, target, length):
    """Whether a day is the Monday to Friday that is nearest to a day of its month."""
    if not 1 <= target <= length:
        return False
    workdays = [other for other in range(1, length + 1) if (weekday + other - day) % 7 in (1, 2, 3, 4, 5)]
    return day == min(workdays, key=lambda other: abs(other - target))


def day_of_month(text, is_quartz):
    """A predicate for one member of the list."""
    upper = text.upper()
    if upper[0] == "L":
        before = int(upper.rstrip("W")[2:] or 0)
        if upper.endswith("W"):
            return lambda day, weekday, length: nearest(day, weekday, length - before, length)
        return lambda day, weekday, length: day == length - before
    if upper.endswith("W"):
        return lambda day, weekday, length: nearest(day, weekday, int(upper[:-1]), length)
    values = plain("day", text, is_quartz)
    return lambda day, weekday, length: day in values


def day_of_week(text, is_quartz):
    if "#" in text:
        name, ordinal = text.split("#")
        wanted = number("weekday", name, is_quartz) % 7
        return lambda day, weekday, length: weekday == wanted and (day + 6) // 7 == int(ordinal)
    if text.upper() == "L":
        return lambda day, weekday, length: weekday == 6
    if text[-1] in "Ll":
        wanted = number("weekday", text[:-1], is_quartz) % 7
        return lambda day, weekday, length: weekday == wanted and day + 7 > length
    values = plain("weekday", text, is_quartz)
    return lambda day, weekday, length: weekday in values


def kinds(words):
    if len(words) == 5:
        return FIVE
    if len(words) == 7:
        return ["second", *FIVE, "year"]
    if "?" in (words[2], words[4]):
        return [*FIVE, "year"]
    if "?" in (words[3], words[5]):
        return ["second", *FIVE]
    digits = "".join(letter if letter.isdigit() else " " for letter in words[5]).split()
    return [*FIVE, "year"] if any(len(run) == 4 and run[0] in "12" for run in digits) else ["second", *FIVE]


def fields_of(expression, is_quartz):
    words = MACROS.get(expression, expression).split()
    return dict(zip(["second", *FIVE] if is_quartz and len(words) == 6 else kinds(words), words))


@functools.lru_cache(maxsize=None)
def members_of(kind, text, is_quartz):
    return [(day_of_month if kind == "day" else day_of_week)(member, is_quartz) for member in text.split(",")]


@functools.lru_cache(maxsize=1_000_000)
def days_of(kind, text, is_quartz, start, length):
    """The days that one of the two day fields takes in a month."""
    members = members_of(kind, text, is_quartz)
    return frozenset(by_day(lambda *day: any(member(*day) for member in members))(start, length))


def both_must_match(fields):
    return fields["day"][0] in "*?" or fields["weekday"][0] in "*?"


def day_rule(expression, flavor="debian"):
    """How the day fields combine, in the first words of the warning; empty where it does not matter."""
    is_quartz = flavor == "quartz"
    fields = fields_of(expression, is_quartz)
    if all(len(days_of(kind, fields[kind], is_quartz, 0, 31)) < 31 for kind in ("day", "weekday")):
        return "Runs only when day of month and day of week both match" if both_must_match(fields) else "Runs when day of month "
    return "" if both_must_match(fields) else "Runs every day"


def simulate(expression, flavor="debian"):
    """The plan of an expression; None for `@reboot`."""
    if expression == "@reboot":
        return None
    is_quartz = flavor == "quartz" and not expression.startswith("@")
    fields = fields_of(expression, is_quartz)

    def values(kind):
        return frozenset().union(*(plain(kind, member, is_quartz) for member in fields[kind].split(",")))

    def days(start, length):
        dates, weekdays = (days_of(kind, fields[kind], is_quartz, start, length) for kind in ("day", "weekday"))
        return sorted(dates & weekdays if both_must_match(fields) else dates | weekdays)

    is_fixed = fields["minute"][0] != "*" and fields["hour"][0] != "*"
    if "second" in fields:
        is_fixed &= is_quartz and fields["second"][0] != "*"
    return Plan(
        times_of_day(values("second") if "second" in fields else frozenset({0}), values("minute"), values("hour")),
        days,
        values("month"),
        values("year") if fields.get("year", "*") != "*" else None,
        is_fixed,
    )


# systemd's calendar events.

SHORTHANDS = {
    "minutely": "*-*-* *:*:00",
    "hourly": "*-*-* *:00:00",
    "daily": "*-*-* 00:00:00",
    "monthly": "*-*-01 00:00:00",
    "weekly": "Mon *-*-* 00:00:00",
    "yearly": "*-01-01 00:00:00",
    "annually": "*-01-01 00:00:00",
    "quarterly": "*-01,04,07,10-01 00:00:00",
    "semiannually": "*-01,07-01 00:00:00",
}


@functools.lru_cache(maxsize=None)
def component(text, lowest, highest):
    """The values of `*`, or of a list of `5`, `5..9`, `5/2`, `5..9/2`."""
    if text == "*":
        return frozenset(range(lowest, highest + 1))
    values = set()
    for member in text.split(","):
        base, _, step = member.partition("/")
        first, _, last = base.partition("..")
        end = int(last) if last else highest if step else int(first)
        values |= set(range(int(first), end + 1, int(step or 1)))
    return frozenset(values)


def year_of(text):
    return int(text) + (0 if len(text) > 2 else 2000 if int(text) < 70 else 1900)


def years_of(text):
    members = [member.partition("/") for member in text.split(",")]
    whole = ["..".join(str(year_of(end)) for end in base.split("..")) + slash + step for base, slash, step in members]
    return set(component(",".join(whole), 1970, 2199))


def weekdays_of(text):
    numbers = set()
    for member in text.strip(",").replace("-", "..").split(","):
        first, *last = [(WEEKDAYS.index(name[:3].upper()) - 1) % 7 for name in member.split("..")]
        numbers |= {(number + 1) % 7 for number in range(first, (last or [first])[0] + 1)}
    return numbers


def simulate_event(text):
    """The plan of a calendar event, and the zone it names, if any. Days counted from the end must be at most 28."""
    words = SHORTHANDS.get(text, text).split()
    zone = words.pop() if words[-1] == "UTC" or words[-1][0].isupper() and "/" in words[-1] else None
    words = SHORTHANDS.get(" ".join(words), " ".join(words)).split()
    weekdays = weekdays_of(words.pop(0)) if words[0][0].isalpha() else set(range(7))
    years, months, dates, is_from_end = None, frozenset(range(1, 13)), "*", False
    if words and ("-" in words[0] or "~" in words[0]):
        is_from_end = "~" in words[0]
        *year, month, dates = words.pop(0).replace("~", "-").split("-")
        months = component(month, 1, 12)
        years = years_of(year[0]) if year and year[0] != "*" else None
    hour, minute, second = [*(words.pop(0) if words else "0:0").split(":"), "0"][:3]

    def matches(day, weekday, length):
        if weekday not in weekdays:
            return False
        if is_from_end and dates != "*":
            return any(day in from_end(member, length) for member in dates.split(","))
        return day in component(dates, 1, 31)

    times = times_of_day(component(second, 0, 59), component(minute, 0, 59), component(hour, 0, 23))
    return Plan(times, by_day(matches), months, years), zone


def from_end(member, length):
    """`3` is the third day from the end, `7/2` every second day from the seventh on, `3..9/2` every second from the third back to the ninth."""
    base, _, step = member.partition("/")
    near, _, far = base.partition("..")
    first = length + 1 - int(near)
    if far:
        return range(first, length - int(far), -int(step or 1))
    return range(first, length + 1, int(step)) if step else [first]
