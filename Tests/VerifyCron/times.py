"""Compares the times of random expressions with cronsim, croniter and a model of Debian cron: next and previous, in UTC and in other zones.

    times.py --count 20000 --seed 1

Every difference is either one of the named ones below, each with its reason, or a failure.
"""

import argparse
import collections
import dataclasses
import datetime
import itertools
import random
import re
import signal
import sys
import zoneinfo

import engine
import expressions
import model
from croniter import CroniterBadDateError, croniter
from cronsim import CronSim, CronSimError

# Times to compare of each expression.
TIMES = 6
SHOWN = 20


@dataclasses.dataclass
class Case:
    expression: str
    zone: str
    start: int
    cron: model.Cron
    next: list = None
    previous: list = None

    @property
    def place(self):
        return model.UTC if self.zone == "UTC" else zoneinfo.ZoneInfo(self.zone)

    def at(self, instant):
        return datetime.datetime.fromtimestamp(instant, self.place)


class Check:
    """Counts what is alike, what differs for a known reason, and what differs; one line in the end."""

    def __init__(self, name):
        self.name, self.alike, self.known, self.skipped, self.failed = name, 0, collections.Counter(), collections.Counter(), 0

    def compare(self, case, ours, theirs, reason=lambda: None):
        if ours == theirs:
            self.alike += 1
        elif name := reason():
            self.known[name] += 1
        else:
            self.failed += 1
            if self.failed <= SHOWN:
                print(f"{self.name}: {case.expression!r} in {case.zone} from {case.start} ({case.at(case.start)})", file=sys.stderr)
                print(f"  ours   {shown(case, ours)}\n  theirs {shown(case, theirs)}", file=sys.stderr)

    def print(self):
        def listed(counter):
            return ", ".join(f"{count} {name}" for name, count in counter.most_common())

        parts = [f"{self.alike} alike"]
        parts += [f"known differences: {listed(self.known)}"] if self.known else []
        parts += [f"not compared: {listed(self.skipped)}"] if self.skipped else []
        parts += [f"{self.failed} DIFFER"] if self.failed else []
        print(f"{self.name}: {'; '.join(parts)}", flush=True)


def shown(case, times):
    return " ".join(case.at(time).strftime("%Y-%m-%dT%H:%M:%S%z") for time in times) if isinstance(times, list) else times


# MARK: Known differences


def has_range_of_one_value(expression, end=""):
    """`5-5`, or with `/` as the end only `5-5/7`."""
    kinds = model.kinds_of(expression.split())
    for kind, word in zip(kinds, expression.upper().split()):
        for first, last in re.findall(r"\b(\w+)-(\w+)" + end, word):
            if first != "L" and model.get_number(kind, first) == model.get_number(kind, last):
                return True
    return False


def changes_between(case, times):
    """The clock changes that a search from the start to the times goes over, a day more at both ends."""
    ends = [case.start, *times]
    return [change for change in expressions.clock_changes(case.zone) if min(ends) - 86_400 <= change <= max(ends) + 86_400]


def offset(case, instant):
    return case.at(instant).utcoffset()


def is_in_repeated_hour(case, instant):
    local = case.at(instant)
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset() and model.exists(local.replace(tzinfo=None), case.place)


def cronsim_differs(case, theirs):
    """Why cronsim may be different here; our times are those of the model, which is compared first."""
    # Only a in Debian's `get_range`; cronsim reads it as a/n.
    if has_range_of_one_value(case.expression, "/"):
        return "a-a/n"
    if case.zone == "UTC":
        return None
    changes = changes_between(case, theirs)
    if case.cron.fixed:
        # cronsim forgets which pass of a repeated hour it starts in: it answers times that were over, or leaves out the first pass.
        return "start in a repeated hour" if is_in_repeated_hour(case, case.start) else None
    for change in changes:
        before, after = offset(case, change - 1), offset(case, change)
        # It goes from hour to hour in steps of 3600 seconds: from a change by half an hour on it is in the middle of each, and it steps
        # over what is left of an hour in which the clock is changed (Chatham's 02:45).
        if (after - before).total_seconds() % 3600 or case.at(change).minute:
            return "change within an hour"
        # It goes to the next day as midnight, also when there is none, and answers that; or, backwards, to the last second of a day that
        # comes twice, and takes the first.
        near = case.at(change)
        if case.at(change - 1).date() != near.date() and after > before:
            return "midnight skipped"
        if case.at(change - 1).hour == 23 and after < before:
            return "midnight repeated"
    return None


# MARK: Peers


class OutOfTime(Exception):
    pass


def out_of_time(*_):
    raise OutOfTime


def cronsim_times(case, reverse=False):
    """Its times. It is given a second: backwards it may go round in circles where clocks are changed within an hour (Chatham's 02:45)."""
    signal.signal(signal.SIGALRM, out_of_time)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        it = CronSim(case.expression, case.at(case.start), reverse=reverse)
        return [int(time.timestamp()) for time in itertools.islice(it, TIMES)]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def not_in_cronsim(case, error):
    """Why cronsim refuses what we accept; None if it should not."""
    words = case.expression.upper().split()
    if case.expression.startswith("@"):
        return "macros"
    if len(words) == 7 or model.kinds_of(words)[-1] == "year":
        return "years"
    if re.search(r"\?|\dW|L-\d|[A-Z]{3}L", case.expression.upper()):
        return "?, W, L-n, FRIL"
    if case.next == [] and case.cron and "day-of-month" in error:
        return "dates that never come"
    return None


def compare_with_cronsim(cases, check, reverse):
    for case in cases:
        try:
            theirs = cronsim_times(case, reverse)
        except OutOfTime:
            check.skipped["cronsim without end"] += 1
            continue
        except CronSimError as error:
            reason = not_in_cronsim(case, str(error))
            if reason:
                check.skipped[reason] += 1
            else:
                check.compare(case, case.previous if reverse else case.next, str(error))
            continue
        check.compare(case, case.previous if reverse else case.next, theirs, lambda: cronsim_differs(case, theirs))


def compare_with_croniter(cases, check):
    for case in cases:
        if reason := not_croniters_language(case.expression):
            check.skipped[reason] += 1
        else:
            check.compare(case, case.next, croniter_times(case), lambda: croniter_differs(case))


def not_croniters_language(expression):
    # It has `L`, `W` and `#`, too, written otherwise or with other rules.
    if expression.startswith("@") or re.search(r"\?|#|\bL|L\b|\dW\b", expression.upper().replace("JUL", "JULY")):
        return "macros, ?, L, W, #"
    return "years" if len(expression.split()) == 7 or model.kinds_of(expression.split())[-1] == "year" else None


def croniter_times(case):
    # It does not know Debian's rule, only both or either.
    it = croniter(case.expression, case.start, day_or=not case.cron.both_days, max_years_between_matches=60, second_at_beginning=True)
    times = []
    try:
        while len(times) < TIMES:
            times.append(int(it.get_next(float)))
    except CroniterBadDateError:
        pass
    return times


def croniter_differs(case):
    # As a range that wraps around, the whole field.
    if has_range_of_one_value(case.expression):
        return "a-a"
    # Days that are all of them, however written, are left out by it, which turns "either" into the other field alone.
    if not case.cron.both_days and (len(case.cron.sets["day"]) == 31 or len(case.cron.sets["weekday"]) == 8):
        return "every day, not as *"
    # Its week ends on Saturday; in cronsim, as in Debian's ranges, on Sunday as 7.
    if re.search(r"(^|,)\w+/", case.expression.split()[-1]):
        return "weekday/n"
    return None


def compare_with_model(cases, check):
    for case in cases:
        check.compare(case, case.next, model.times(case.cron, case.zone, case.start, TIMES))


def compare_backwards(cases, check):
    """The previous times before the one after the last are the next times, backwards."""
    asked = [case for case in cases if case.next and isinstance(case.next, list)]
    check.skipped["without a next time"] += len(cases) - len(asked)
    answers = engine.times(("debian", case.zone, case.next[-1] + 1, len(case.next), "previous", case.expression) for case in asked)
    for case, answer in zip(asked, answers):
        check.compare(case, answer, case.next[::-1])


def compare_sets(cases, check):
    names = {"second": "second", "minute": "minute", "hour": "hour", "day_of_month": "day", "month": "month", "day_of_week": "weekday"}
    for case, fields in zip(cases, engine.sets(("debian", case.expression) for case in cases)):
        ours = {name: sorted(fields[kind][1]) for kind, name in names.items() if kind in fields and fields[kind][1] is not None}
        sets = case.cron.sets if case.cron else {}
        theirs = {name: sorted(sets[name] - {7} if name == "weekday" else sets[name]) for name in ours}
        ours["both"], theirs["both"] = fields.get("days", "both") == "both", case.cron is None or case.cron.both_days
        check.compare(case, ours, theirs)


def compare_quartz(count, seed, check):
    """Quartz's language by a translation into Debian's."""
    chance, pairs = random.Random(seed), list(itertools.islice(iter(expressions.QuartzExpressions(seed)), count))
    starts = [expressions.moment(chance) for _ in pairs]
    answers = engine.times(("quartz", "UTC", start, TIMES, "next", quartz) for (quartz, _), start in zip(pairs, starts))
    for (quartz, debian), start, answer in zip(pairs, starts, answers):
        # One day field is `?`: both must match.
        cron = dataclasses.replace(model.read(debian), both_days=True)
        ours = answer if isinstance(answer, list) else str(answer)
        check.compare(Case(quartz, "UTC", start, cron), ours, model.times(cron, "UTC", start, TIMES))


# MARK: Acceptance


def is_accepted(read, *errors):
    try:
        read()
        return True
    except errors:
        return False


def cronsim_accepts_more(expression):
    """Why cronsim accepts what we refuse."""
    # Debian cron keeps a step in a C `int`.
    if any(int(step) >= 2**31 for step in re.findall(r"/(\d+)", expression)):
        return "steps beyond 2147483647"
    # cronsim drops the step.
    return "L/n" if re.search(r"\bLW?/\d", expression.upper()) else None


def compare_acceptance(count, seed, checks):
    texts = list(itertools.islice(iter(expressions.Mutations(seed)), count))
    for text, answer in zip(texts, engine.parse(("debian", text) for text in texts)):
        ours, case = not isinstance(answer, engine.Failure), Case(text, "UTC", 0, None)
        checks[0].compare(case, ours, is_accepted(lambda: model.read(text.strip()), model.Refused))
        theirs = is_accepted(lambda: CronSim(text, datetime.datetime(2025, 1, 1)), CronSimError)
        if ours and not theirs:
            case.cron = model.read(text.strip())
            case.next = model.times(case.cron, "UTC", 0, 1)
        checks[1].compare(case, ours, theirs, lambda: not_in_cronsim(case, "day-of-month") if ours else
                          cronsim_accepts_more(text))  # fmt: skip


# MARK: Commands


def made(count, seed, zones):
    """Cases with our next and previous times."""
    chance, texts = random.Random(seed), itertools.islice(iter(expressions.Expressions(seed)), count)
    cases = []
    for text, zone in zip(texts, itertools.cycle(zones)):
        cases.append(Case(text, zone, expressions.moment(chance, zone), model.read(text)))
    for direction in ("next", "previous"):
        answers = engine.times(("debian", case.zone, case.start, TIMES, direction, case.expression) for case in cases)
        for case, answer in zip(cases, answers):
            setattr(case, direction, answer if isinstance(answer, list) else str(answer))
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{arguments.count} expressions, seed {arguments.seed}, {TIMES} times each, in UTC and in one of {len(expressions.ZONES)} zones")
    checks = []
    def run(name, compare, cases, *more):
        check = Check(name)
        compare(cases, check, *more)
        check.print()
        checks.append(check)

    for place, zones in (("UTC", ["UTC"]), ("zones", expressions.ZONES)):
        cases = made(arguments.count, arguments.seed, zones)
        if place == "UTC":
            run("sets, Debian's entry.c", compare_sets, cases)
        run(f"next in {place}, model", compare_with_model, cases)
        run(f"previous in {place}, next backwards", compare_backwards, cases)
        run(f"next in {place}, cronsim", compare_with_cronsim, cases, False)
        run(f"previous in {place}, cronsim", compare_with_cronsim, cases, True)
        if place == "UTC":
            run("next in UTC, croniter", compare_with_croniter, cases)
    checks.append(Check("next in UTC, Quartz, model"))
    compare_quartz(arguments.count // 2, arguments.seed, checks[-1])
    checks[-1].print()
    accepted = [Check("accepted or refused, model"), Check("accepted or refused, cronsim")]
    compare_acceptance(arguments.count, arguments.seed, accepted)
    for check in accepted:
        check.print()
    return 1 if any(check.failed for check in checks + accepted) else 0


if __name__ == "__main__":
    sys.exit(main())
