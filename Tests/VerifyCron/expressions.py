"""Random and adversarial schedules, and moments to ask them at: the same seed gives the same ones."""

import datetime
import functools
import random
import zoneinfo

# Zones whose clocks change in every way there is: by half an hour, at midnight, with winter as the exception, in the south, in Ramadan.
ZONES = (
    "America/New_York", "America/St_Johns", "America/Havana", "America/Santiago", "Europe/Berlin", "Europe/Dublin", "Europe/London",
    "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Asia/Jerusalem", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Chatham",
)  # fmt: skip

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
WEEKDAYS = "SUN MON TUE WED THU FRI SAT".split()
BOUNDS = {"second": (0, 59), "minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7), "year": (2024, 2060)}
FIVE = ("minute", "hour", "day", "month", "weekday")
MACROS = "@yearly @annually @monthly @weekly @daily @midnight @hourly @reboot".split()


class Expressions:
    """An endless row of valid cron expressions of Debian's flavor."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __iter__(self):
        # Most are of the plain language, which all peers know; the rest try what is rare or goes wrong elsewhere.
        kinds = [self.plain] * 8 + [self.clock_change] * 4 + [self.day_edges] * 3 + [self.special_days] * 3
        kinds += [self.with_seconds] * 2 + [self.with_year, self.seven, self.leap_day]
        while True:
            yield self.random.choice(MACROS) if self.random.random() < 0.002 else self.random.choice(kinds)()

    def of(self, *choices):
        return self.random.choice(choices)

    def number(self, kind):
        return self.random.randint(*BOUNDS[kind])

    # MARK: Fields

    def written(self, kind, value):
        """The number, or sometimes its name in some case."""
        names = {"month": [""] + MONTHS, "weekday": WEEKDAYS}.get(kind)
        if names and value < len(names) and self.random.random() < 0.3:
            return self.of(str.upper, str.lower, str.title)(names[value])
        return str(value)

    def range(self, kind):
        first, last = sorted((self.number(kind), self.number(kind)))
        return f"{self.written(kind, first)}-{self.written(kind, last)}"

    def step(self, kind):
        """Mostly one that fits into the field, sometimes one that is longer."""
        return self.random.randint(1, BOUNDS[kind][1] // 2 + 1) if self.random.random() < 0.95 else self.random.randint(1, 200)

    def member(self, kind):
        form = self.random.random()
        if form < 0.45:
            return self.written(kind, self.number(kind))
        if form < 0.65:
            return self.range(kind)
        if form < 0.8:
            return f"{self.range(kind)}/{self.step(kind)}"
        if form < 0.9:
            return f"*/{self.step(kind)}"
        if form < 0.97:
            return f"{self.written(kind, self.number(kind))}/{self.step(kind)}"
        # Debian cron takes this for just the number.
        number = self.written(kind, self.number(kind))
        return f"{number}-{number}/{self.step(kind)}"

    def field(self, kind, star=0.35):
        if self.random.random() < star:
            return "*"
        members = self.random.randint(2, 4) if self.random.random() < 0.25 else 1
        return ",".join(self.member(kind) if self.random.random() > 0.02 else "*" for _ in range(members))

    # MARK: Expressions

    def fields(self, kinds, **given):
        return " ".join(given.get(kind) or self.field(kind) for kind in kinds)

    def plain(self):
        return self.fields(FIVE)

    def with_seconds(self):
        return self.fields(("second", *FIVE), weekday=self.field("weekday", star=0.6))

    def with_year(self):
        return self.fields((*FIVE, "year"), year=self.year())

    def seven(self):
        return self.fields(("second", *FIVE, "year"), year=self.of("*", self.year()))

    def year(self):
        first = self.number("year")
        return self.of(str(first), f"{first}-{first + 5}", f"{first},{first + 3}", f"{first}-2060/3", f"*/2,{first}")

    def clock_change(self):
        """Times at which clocks are changed, fixed and not, on days that come often."""
        minute = self.of("0", "30", "*/15", "0,30", "15,45", "59", "*", "*/7", "0-29", "1", "5/20", self.field("minute"))
        hour = self.of("0", "1", "2", "3", "0-3", "1,2", "2,3", "*/2", "*", "1-3", "23", "2/12", "23,0", self.field("hour"))
        days = self.of({"day": "*", "weekday": "*"}, {"day": "*", "weekday": "*"}, {"day": "*"}, {"weekday": "*"}, {"weekday": "SUN"}, {})
        seconds = ["second"] if self.random.random() < 0.15 else []
        return self.fields((*seconds, *FIVE), minute=minute, hour=hour, month="*", **days)

    def day_edges(self):
        """The ends of months, and both day fields in every combination of stars."""
        day = self.of("*", "*/2", "*/10", "31", "30", "29-31", "28,29", "1", "*/31", "2-30/2", "1-7", "31,*", "*,31", self.field("day"))
        weekday = self.of("*", "*/2", "*/7", "MON", "5", "0", "7", "1-5", "6,7", "0-7", "5-7/2", "1,*", "*,1", self.field("weekday"))
        month = self.of("*", "2", "4,6", "2,3", "*/2", "2/3", self.field("month"))
        return self.fields(FIVE, minute=self.of("0", "*/20"), hour=self.of("0", "12", "23"), day=day, month=month, weekday=weekday)

    def leap_day(self):
        weekday = self.of("*", "*", "*/2", "5", "MON", "*/6", "FRI#5", "1-5")
        return self.fields(FIVE, minute="0", hour="0", day=self.of("29", "29", "*/28", "28-31", "30", "L"), month="2", weekday=weekday)

    def special_days(self):
        """Those that depend on the month. Debian cron has none of them; cronsim has `L`, `LW`, `5L` and `5#2`."""
        day, weekday, number = self.field("day"), self.field("weekday"), self.random.randint
        if self.random.random() < 0.6:
            day = self.of("L", "LW", f"L-{number(1, 30)}", f"{number(1, 31)}W", f"L-{number(1, 9)}W", f"{number(1, 28)},L", "?")
            weekday = self.of("*", "*", weekday)
        if self.random.random() < 0.5:
            name = self.of(str(number(0, 7)), self.random.choice(WEEKDAYS))
            weekday = self.of(f"{name}#{number(1, 5)}", f"{name}L", f"{number(0, 7)}L", f"{number(0, 7)}#5", f"{number(0, 7)},5L")
            day = self.of("*", "*", "*", day)
        return self.fields(FIVE, day=day, weekday="*" if day == "?" and weekday == "?" else weekday)


class QuartzExpressions:
    """An endless row of expressions in Quartz's language, each with one of Debian's that means the same in UTC."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __iter__(self):
        while True:
            pairs = [self.field(kind) for kind in ("second", "minute", "hour", "day", "month", "weekday")]
            # Quartz wants one day field to be `?`.
            pairs[self.random.choice((3, 5))] = ("?", "*")
            yield tuple(" ".join(pair[language] for pair in pairs) for language in (0, 1))

    def field(self, kind):
        if self.random.random() < 0.3:
            return "*", "*"
        members = [self.member(kind, *BOUNDS[kind]) for _ in range(self.random.choice((1, 1, 1, 2, 3)))]
        return tuple(",".join(member[language] for member in members) for language in (0, 1))

    def member(self, kind, low, high):
        # Sunday is 1 there, and 0 here.
        high, shift = (6, 1) if kind == "weekday" else (high, 0)
        first, last, step = self.random.randint(low, high), self.random.randint(low, high), self.random.randint(1, high // 2)
        form = self.random.random()
        if form < 0.4:
            return str(first + shift), str(first)
        if form < 0.6:
            return f"*/{step}", f"{low}-{high}/{step}"
        if form < 0.7:
            return f"{first + shift}/{step}", f"{first}-{high}/{step}"
        # A range that runs backwards goes on from the field's start.
        range = f"{first}-{last}" if first <= last else f"{first}-{high},{low}-{last}"
        return f"{first + shift}-{last + shift}", range


class Mutations:
    """Expressions with a few characters changed: most are wrong, and whether one is right is what is asked."""

    CHARACTERS = "0123456789*/,-?LW#@ ,-*/ MONFRIjan"

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.expressions = iter(Expressions(seed))

    def __iter__(self):
        while True:
            text = list(next(self.expressions))
            for _ in range(self.random.randint(1, 3)):
                place = self.random.randrange(len(text) + 1)
                text[place : place + self.random.randint(0, 1)] = self.random.choice(self.CHARACTERS) * self.random.randint(0, 1)
            yield "".join(text)


# MARK: Moments


@functools.cache
def clock_changes(zone, first=2024, last=2036):
    """The instants at which a zone's clocks change."""
    place = zoneinfo.ZoneInfo(zone)
    def offset(instant):
        return datetime.datetime.fromtimestamp(instant, place).utcoffset()

    changes = []
    begin, end = (int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) for year in (first, last))
    for day in range(begin, end, 86_400):
        low, high = day, day + 86_400
        if offset(low) == offset(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
        changes.append(high)
    return changes


def moment(random, zone="UTC"):
    """An instant; mostly one shortly before, in or after a change of the zone's clocks."""
    changes = clock_changes(zone) if zone != "UTC" else []
    if changes and random.random() < 0.75:
        change = random.choice(changes)
        near, before, at = random.randint(-7200, 7200), random.randint(-144_000, 14_400), random.choice((-1, 0, 1, -3600, 3600))
        return change + random.choice((near, before, at))
    instant = random.randint(1_704_067_200, 2_082_758_400)
    return instant if random.random() < 0.7 else instant - instant % random.choice((60, 3600, 86_400))
