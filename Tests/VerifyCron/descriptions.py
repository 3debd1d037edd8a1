"""Compares descriptions with those of PyPI cron-descriptor and of cronsim, on all expressions that they share.

    descriptions.py --count 20000 --seed 1

Where words differ, the fields that are said otherwise for a reason named below are replaced by `*`: then the words must be the same. From
cronsim, whose words are others, the names and times of day are compared that both mention.
"""

import argparse
import datetime
import itertools
import re
import sys

import cron_descriptor
import engine
import expressions
import model
from cronsim import CronSim, CronSimError
from times import Case, Check

NAMES = "January February March April May June July August September October November December".split()
NAMES += "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()


# MARK: What is said otherwise than by cron-descriptor


def fields_of(expression):
    words = model.MACROS.get(expression, expression).split()
    return dict(zip(model.kinds_of(words), words))


def is_number(text):
    return not re.search(r"[-/*,?#LW]", text.upper().replace("JUL", "").replace("WED", ""))


def numbers_of(kind, text):
    return [model.get_number(kind, member) for member in text.upper().split(",")]


def is_list(text):
    return "," in text and all(is_number(member) for member in text.split(","))


def is_range(text):
    return "-" in text and "," not in text and "/" not in text and "L" not in text.upper().replace("JUL", "")


def form_of_field(kind, text):
    """The name of a form that cron-descriptor words in a way that misleads or is not English; None for the others."""
    members = text.upper().split(",")
    # "Every 45 minutes" for 0 and 45, "every 162 minutes" for once an hour, "starting on day 5": we say which, or up to where.
    if "/" in text:
        return "steps"
    # "between 12:00 AM and 11:59 PM", "Sunday through Sunday": every hour, every day.
    ranges = [member.split("-") for member in members if is_range(member)]
    if any(model.get_number(kind, first) == model.get_number(kind, last) for first, last in ranges):
        return "a-a"
    # "day 31 and * of the month", "day 25 and L".
    if len(members) > 1 and not all(is_number(member) or is_range(member) for member in members):
        return "lists of *, L, W, #"
    numbers, _ = model.get_list(kind, text)
    low, high = model.LOW_HIGH[kind]
    if text != "*" and len(numbers) > high - low:
        return "whole fields"
    # "At 5, 7 through 9 …": what is in it twice is said once.
    if len(members) > 1 and len(members) > len(set(members)) or ranges and len(members) > 1:
        return "lists with ranges"
    if is_list(text) and len({number % 7 if kind == "weekday" else number for number in numbers_of(kind, text)}) < len(members):
        return "lists with ranges"
    # "6 days before the last day" for L-6W: the weekday nearest to it.
    if kind == "day" and re.fullmatch(r"L-\d+W?|\d+W", text.upper()):
        return "L-n, nW"
    return None


def forms_of_times(fields):
    """The same for minutes and hours together: name and the field."""
    minute, hour = fields["minute"], fields["hour"]
    fixed = is_number(minute)
    if fixed and not is_number(hour):
        unsorted = is_list(hour) and numbers_of("hour", hour) != sorted(set(numbers_of("hour", hour)))
        # "At 1 minutes past the hour".
        if int(minute) == 1 and (unsorted or not is_list(hour)):
            yield "1 minutes", "minute"
        # "between 12:00 AM and 03:59 AM" for what comes the last time at 03:00 AM.
        if is_range(hour):
            yield "hours in a range", "hour"
        # "At 11:59 PM and 12:59 AM": we go by the clock.
        if unsorted:
            yield "order of times", "hour"
    # "Every minute, at 04:00 AM and 07:00 PM": during those hours.
    if not fixed and is_list(hour):
        yield "hours in a list", "hour"
    # "At 0 and 30 minutes past the hour, between 09:00 AM and 09:59 AM": at 09:00 AM and 09:30 AM.
    if is_list(minute) and is_number(hour):
        yield "minutes of one hour", "minute"


def forms(fields):
    """Everything in an expression that is said otherwise: name and the field."""
    for kind, text in fields.items():
        if kind == "second" and text != "0":
            # "At 1 seconds", "between 08:00 AM and 08:59 AM" for what ends at 08:59:59, "at 44 minutes past" for all of that minute.
            yield "seconds", kind
        elif kind == "year":
            yield "years", kind
        elif form := form_of_field(kind, text):
            yield form, kind
    yield from forms_of_times(fields)
    # "on the 15th, Monday through Friday" for one or the other, "every 28 days, or on Friday" for both.
    if "*" not in (fields["day"], fields["weekday"]) or re.search(r"[#L]", fields["weekday"].upper()):
        yield "both days", "weekday"


def without(fields, kinds):
    """The expression without some of its fields."""
    left = {kind: text for kind, text in fields.items() if kind not in ("second", "year") or kind not in kinds}
    return " ".join("*" if kind in kinds else text for kind, text in left.items())


def descriptor(expression):
    """cron-descriptor's words; None where it refuses the expression."""
    try:
        return cron_descriptor.get_description(expression)
    except (cron_descriptor.FormatError, cron_descriptor.MissingFieldError):
        return None


def ours(texts):
    return [str(answer) for answer in engine.descriptions(("debian", "-/en", text) for text in texts)]


def compare_with_descriptor(texts, check):
    cases = []
    for text, words in zip(texts, ours(texts)):
        case, theirs = Case(text, "UTC", 0, None), descriptor(text)
        if theirs is None:
            check.skipped["refused by cron-descriptor"] += 1
        elif words == theirs:
            check.alike += 1
        else:
            found = list(forms(fields_of(text)))
            cases.append((case, words, theirs, found, without(fields_of(text), {kind for _, kind in found})))
    for (case, words, theirs, found, rest), ours_of_rest in zip(cases, ours(case[4] for case in cases)):
        if ours_of_rest == descriptor(rest) and found:
            check.known.update({name for name, _ in found})
        else:
            check.compare(case, words + "\n   = " + ours_of_rest, theirs + "\n   = " + str(descriptor(rest)))


# MARK: cronsim


def explanation(expression):
    """cronsim's words; None where it refuses the expression."""
    try:
        return CronSim(expression, datetime.datetime(2025, 1, 1)).explain()
    except CronSimError:
        return None


def facts(words):
    """The names and the times of day that are mentioned."""
    return sorted(name for name in NAMES if name in words), sorted(set(re.findall(r"\d\d:\d\d(?::\d\d)?", words)))


def said_alike(words, theirs):
    (names, times), (their_names, their_times) = facts(words), facts(theirs)
    # Where we say a time of day it may say "past hour 9".
    return names == their_names and (times == their_times or not their_times)


def forms_for_cronsim(fields):
    """What cronsim words in another way: name and the field."""
    for kind, text in fields.items():
        if form := form_of_field(kind, text):
            yield form, kind
        # It takes a range of two for a list and writes out all the times: "At 00:10 and 01:10".
        elif kind in ("second", "minute", "hour") and is_range(text) and len(model.get_range(kind, text)) == 2:
            yield "ranges of two", kind


def compare_with_cronsim(texts, check):
    cases = []
    for text in texts:
        fields = fields_of(text) if text != "@reboot" else {}
        found = list(forms_for_cronsim(fields))
        kinds = {kind for _, kind in found}
        # It refuses February 30, which was another day field's matter before.
        rest = without(fields, kinds) if explanation(without(fields, kinds)) else without(fields, kinds | {"day"})
        cases.append((Case(text, "UTC", 0, None), found, rest))
    words = engine.descriptions(("debian", "24h/en", case.expression) for case, _, _ in cases)
    words_of_rest = engine.descriptions(("debian", "24h/en", rest or "* * * * *") for _, _, rest in cases)
    for (case, found, rest), ours, ours_of_rest in zip(cases, words, words_of_rest):
        theirs = explanation(case.expression)
        if theirs is None:
            check.skipped["refused by cronsim"] += 1
        elif said_alike(ours, theirs):
            check.alike += 1
        elif found and said_alike(ours_of_rest, explanation(rest) or ""):
            check.known.update({name for name, _ in found})
        else:
            check.compare(case, ours, theirs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{arguments.count} descriptions, seed {arguments.seed}")
    texts = list(itertools.islice(iter(expressions.Expressions(arguments.seed)), arguments.count))
    checks = [Check("words of cron-descriptor"), Check("names and times of cronsim")]
    compare_with_descriptor(texts, checks[0])
    compare_with_cronsim(texts, checks[1])
    for check in checks:
        check.print()
    return 1 if any(check.failed for check in checks) else 0


if __name__ == "__main__":
    sys.exit(main())
