"""Tries schedules that nobody would write: no crash, no hang, bounded memory, and answers that hold together.

    fuzz.py --seconds 600 --seed 1      or --rounds 10, of which each tries a few thousand texts

A crash names the text that it came from.
"""

import argparse
import itertools
import random
import resource
import sys
import time

import calendar_events
import engine
import expressions

ROUND = 4000
# What a text may cost, in nanoseconds of computing; also one of 10 KB.
LIMIT = 1_000_000
# A process that has answered a round may have had as much resident, in KiB.
MEMORY = 64 * 1024
ALPHABET = [chr(code) for code in range(1, 128) if code not in (9, 10, 13)] + list("\t\r\u00a0\u2013\u201c\ufeff\u0663é漢😀\u0000\ufffd")


def garbage(chance):
    """Characters of any kind, up to 10 KB of them; often ones of the language, in any order."""
    alphabet = chance.choice((ALPHABET, "0123456789*/,-?LW# ", "*,", "@dailyMONjan#L -", "*-:~./, 0123456789"))
    length = chance.choice((1, 8, 40, 300, 1100, 10_240))
    return "".join(chance.choices(alphabet, k=chance.randint(0, length))) if chance.random() < 0.8 else chance.choice(alphabet) * length


def long_lists(chance):
    """As much as fits into 1024 bytes."""
    text = " ".join(",".join(str(chance.randint(1, 12)) for _ in range(chance.randint(1, 90))) for _ in range(chance.randint(5, 7)))
    return text[:1024]


def texts(seed):
    """Flavor and text, endlessly."""
    chance = random.Random(seed)
    kinds = (expressions.Mutations, expressions.Expressions, calendar_events.Mutations, calendar_events.Events)
    sources = [iter(kind(seed)) for kind in kinds]
    while True:
        flavor = chance.choice(("debian", "debian", "quartz", "systemd"))
        kind = chance.random()
        if kind < 0.8:
            text = next(sources[chance.randrange(2) + (2 if flavor == "systemd" else 0)])
            # Quartz wants seconds and one question mark.
            text = "0 " + text.replace("*", "?", 1) if flavor == "quartz" else text
        else:
            text = long_lists(chance) if kind > 0.95 else garbage(chance)
        yield flavor, text.replace("\n", " ")


def complaint(question, answer):
    """What is wrong with an answer; None if nothing."""
    if isinstance(answer, engine.Failure):
        return answer.message
    if answer[1] == "refused":
        return None
    start, (following, past) = int(question[3]), ([int(word) for word in times.split()] for times in answer[2:4])
    if any(one >= other for one, other in itertools.pairwise([start, *following])):
        return f"next times do not ascend: {following}"
    if any(one <= other for one, other in itertools.pairwise([start, *past])):
        return f"previous times do not descend: {past}"
    return "no description" if not answer[4] else None


def is_slow(question):
    """Whether it is slow again and again: the first time, memory had to be got."""
    return min(int(answer[0]) for answer in engine.ask([question] * 100)) > LIMIT


def fuzz(source, zones, chance):
    """One round: how many texts were accepted, and the complaints."""
    questions = []
    for flavor, text in itertools.islice(source, ROUND):
        zone = chance.choice(zones)
        questions.append(("trial", flavor, zone, expressions.moment(chance, zone), text))
    answers = engine.ask(questions)
    complaints = [(question, found) for question, answer in zip(questions, answers) if (found := complaint(question, answer))]
    slow = [question for question, answer in zip(questions, answers) if isinstance(answer, list) and int(answer[0]) > LIMIT]
    complaints += [(question, "slow") for question in slow if is_slow(question)]
    # Whatever is suggested can be read.
    suggestions = [("parse", question[1], answer[2]) for question, answer in zip(questions, answers)
                   if isinstance(answer, list) and answer[1] == "refused" and answer[2]]  # fmt: skip
    read = engine.ask(suggestions)
    complaints += [(question, answer.message) for question, answer in zip(suggestions, read) if isinstance(answer, engine.Failure)]
    return sum(isinstance(answer, list) and answer[1] == "accepted" for answer in answers), complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--rounds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance, source, end = random.Random(arguments.seed), texts(arguments.seed), time.monotonic() + arguments.seconds
    rounds = accepted = failed = 0
    while rounds < arguments.rounds or time.monotonic() < end:
        found, complaints = fuzz(source, ("UTC", *expressions.ZONES), chance)
        rounds, accepted, failed = rounds + 1, accepted + found, failed + len(complaints)
        for question, text in complaints[:20]:
            print(f"{question[1:4]} {question[4:]!r:.300}: {text}", file=sys.stderr)
        if failed > 100:
            break
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"fuzz, seed {arguments.seed}: {rounds * ROUND} texts, {accepted} accepted, {memory / 1024:.0f} MB resident at most; "
          f"{failed or 'none'} crashed, was slow or contradicted itself")  # fmt: skip
    return 1 if failed or memory > MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
