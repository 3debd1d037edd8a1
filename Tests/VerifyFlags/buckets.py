#!/usr/bin/env python3
"""Compares where users stand in rollouts with PyPI growthbook and with a model written down here, and tries what a rollout promises.

- A bucket is GrowthBook's hash version 2, for ids and seeds of any script, and depends on nothing else of a flag.
- A percentage includes its share of integers, UUIDs and e-mail addresses; raising it by any step removes nobody.
- Two flags are independent: of the first tenth of one, a tenth is in the first tenth of the other. All pairs of 24 flags are tried both
  ways round, with their names as seeds (as the free tools do) and with random ones (as stored flags have). Perfectly independent flags
  spread too: with 20 000 users by 0.0067 (standard error), so that of 276 pairs one on average is beyond 0.08 to 0.12. A pair that is 4.5
  of them off, more such pairs than chance explains, or a larger spread is a fault. The extremes are printed.
"""

import argparse
import itertools
import math
import random
import string
import sys
import uuid

# The judge growthbook.py lies beside this one; what is meant is the client.
sys.path.append(sys.path.pop(0))

from engine import Engine  # noqa: E402
from growthbook import core  # noqa: E402

GOLDEN = [("seed", "a", 505), ("seed", "b", 2696), ("foo", "ab", 2575), ("foo", "def", 2019),
          ("89123klj", "8952klfjas09ujkasdf", 1240), ("90850943850283058242805", "123", 7516)]  # fmt: skip

NAMES = ["new-checkout", "checkout-redesign", "dark-mode", "dark_mode", "beta-dashboard", "new-search", "search-v2", "search-v3",
         "pricing-page", "pricing-page-b", "free-trial", "onboarding-flow", "ai-assistant", "ai_summary", "export-csv", "export-pdf",
         "sso-login", "passkeys", "mobile-nav", "payments.stripe", "payments.adyen", "holiday-banner", "rate-limits", "flag-24"]  # fmt: skip
IDS = 20_000
TENTH = 1000
# The chance to be in the tenth of another flag, and its standard error: of the users drawn, and of the size of the other tenth.
CHANCE, ERROR = 0.1, math.sqrt(0.09 / 2000 * 0.9 + 0.09 / IDS)


def model(seed, id):
    """GrowthBook's hash version 2 of UTF-16 code units, in steps of 0.01 %."""
    return fnv1a32(str(fnv1a32(seed + id))) % 10_000


def fnv1a32(text):
    units, state = text.encode("utf-16-le", "surrogatepass"), 0x811C9DC5
    for low, high in zip(units[::2], units[1::2]):
        state = ((state ^ (high << 8 | low)) * 0x01000193) & 0xFFFFFFFF
    return state


def ids(kind, count, chance):
    """Users as applications number them."""
    first, last = ("ada", "grace", "linus", "mei", "olu", "söhnke"), ("lee", "hopper", "okafor", "garcia", "ivanova", "chen")
    match kind:
        case "integers":
            start = chance.randrange(10**6)
            return [str(start + number) for number in range(count)]
        case "UUIDs":
            return [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(count)]
        case _:
            domains = ("example.com", "mail.example.org", "corp.example", "gmail.example")
            return [f"{chance.choice(first)}.{chance.choice(last)}{number}@{chance.choice(domains)}" for number in range(count)]


KINDS = ("integers", "UUIDs", "e-mail addresses")


def random_seed(chance):
    """22 characters, as stored flags have them."""
    return "".join(chance.choices(string.ascii_letters + string.digits, k=22))


def text(chance):
    """Text of any script, astral ones and combining marks among it."""
    alphabet = chance.choice(
        ("abc019-_@.", "äößé\u0301\u0308ñ", "漢字かなПрив", "😀👩\u200d🚀𝒳\U0010ffff", "\u0000\u001f\u2028\ufeff\ufffd")
    )
    return "".join(chance.choices(alphabet, k=chance.randint(0, 24)))


class Judge:
    """Collects complaints."""

    def __init__(self, engine, seed, count):
        self.engine, self.chance, self.count = engine, random.Random(seed), count
        self.complaints, self.compared = [], 0

    def expect(self, holds, complaint):
        self.compared += 1
        if not holds:
            self.complaints.append(complaint)

    # MARK: The hash

    def golden_vectors(self):
        for seed, id, bucket in GOLDEN:
            for name, found in (("FlagRules", self.engine.buckets(seed, [id])[0]), ("the model", model(seed, id))):
                self.expect(found == bucket, f"golden vector {seed!r}, {id!r}: {name} says {found} and not {bucket}")

    def same_as_growthbook(self):
        for _ in range(max(1, self.count // 20)):
            seed, people = text(self.chance), [text(self.chance) for _ in range(20)]
            for id, found in zip(people, self.engine.buckets(seed, people), strict=True):
                self.expect(found == model(seed, id), f"bucket of {id!r} for {seed!r}: {found}, and by the model {model(seed, id)}")
                theirs = round(core.gbhash(seed, id, 2) * 10_000)
                self.expect(found == theirs, f"bucket of {id!r} for {seed!r}: {found}, and by growthbook {theirs}")

    # MARK: Rollouts

    def included(self, percent, people, seed="a seed", **fields):
        """Who is in a percentage, as flags answer it."""
        flag = {"key": "flag", "seed": seed, "rules": [{"conditions": [percentage(percent)], "value": True}]} | fields
        self.engine.load([flag])
        return {id for id in people if self.engine.evaluate({"user_id": id})["flag"]["value"]}

    def monotonic(self):
        """Users of every bucket are asked of many percentages, and some users of every step of 0.01."""
        seed, people = "seed", {}
        candidates = [str(number) for number in range(120_000)]
        for id, bucket in zip(candidates, self.engine.buckets(seed, candidates), strict=True):
            people.setdefault(bucket, id)
        self.expect(len(people) == 10_000, f"{len(people)} of 10 000 buckets have a user among 120 000")
        for step in sorted({*range(0, 10_001, 250), *(self.chance.randrange(10_001) for _ in range(self.count // 500))}):
            found = self.engine.holds(percentage(step / 100), list(people.values()))
            wrong = sum(holds != (bucket < step) for bucket, holds in zip(people, found, strict=True))
            self.expect(wrong == 0, f"at {step / 100} % {wrong} users are in or out who should not be")
        flags = [
            {"key": f"p{step}", "seed": seed, "rules": [{"conditions": [percentage(f"{step // 100}.{step % 100:02}")], "value": True}]}
            for step in range(10_001)
        ]
        self.engine.load(flags)
        sample = self.chance.sample(sorted(people), max(10, self.count // 500))
        for bucket in sample:
            answers = self.engine.evaluate({"user_id": people[bucket]})
            first = next((step for step in range(10_001) if answers[f"p{step}"]["value"]), 10_001)
            self.expect(first == bucket + 1, f"the user of bucket {bucket} comes in at {first / 100} %")
            stays = all(answers[f"p{step}"]["value"] for step in range(first, 10_001))
            self.expect(stays, f"the user of bucket {bucket} leaves again above {first / 100} %")

    def shares(self):
        """Within four standard errors of what is asked for."""
        for kind in KINDS:
            people = ids(kind, IDS, self.chance)
            for seed in (NAMES[0], random_seed(self.chance)):
                buckets = self.engine.buckets(seed, people)
                for percent in (0, 0.5, 1, 5, 10, 25, 50, 75, 90, 99, 100):
                    share = sum(bucket < percent * 100 for bucket in buckets) / IDS
                    error = math.sqrt(percent / 100 * (1 - percent / 100) / IDS)
                    self.expect(abs(share - percent / 100) <= 4.5 * error, f"{percent} % of {kind} with seed {seed!r}: {share:.2%} are in")

    def stable(self):
        """No edit moves a user whom it does not name."""
        people = [text(self.chance) or "u" for _ in range(60)] + ids("integers", 140, self.chance)
        rule = {"conditions": [percentage(37.5)], "value": True}
        other = {"conditions": [{"attribute": "country", "operator": "eq", "value": "US"}], "value": True}
        nobody = {"conditions": [percentage(0)], "value": True}
        group = {"any": [other["conditions"][0], {"all": [percentage(37.5)]}]}
        base = self.included(37.5, people)
        self.expect(base and len(base) < len(people), "the sample says nothing")
        for what, fields in {
            "a rename": {"key": "flag", "name": "Another name"}, "another rule before": {"rules": [other, rule]},
            "another rule behind": {"rules": [rule, other]}, "an edit of another rule": {"rules": [nobody, rule]},
            "groups around": {"rules": [{"conditions": [group], "value": True}]}, "the rule twice": {"rules": [rule, rule]},
            "a condition more that holds": {"rules": [{"conditions": [percentage(100), percentage(37.5)], "value": True}]},
            "variants": {"variants": {"an": True, "aus": False}}, "a default value": {"default_value": False, "off_value": True},
        }.items():  # fmt: skip
            now = self.included(37.5, people, **fields)
            self.expect(now == base, f"{what} moves {len(now ^ base)} of {len(people)} users")
        self.engine.load([{"key": key, "seed": "a seed", "rules": [rule]} for key in ("clone", "flag", "zzz")])
        for id in people:
            found = self.engine.evaluate({"user_id": id, "country": "DE", "plan": "pro"})
            self.expect(len({answer["value"] for answer in found.values()}) == 1, f"a clone with the seed moves {id!r}")

    # MARK: Independence

    def independence(self):
        """Lines about the extremes."""
        lines = []
        for kind in KINDS:
            people = ids(kind, IDS, self.chance)
            for what, seeds in (("names as seeds", NAMES), ("random seeds", [random_seed(self.chance) for _ in NAMES])):
                firsts = []
                for seed in seeds:
                    buckets = self.engine.buckets(seed, people)
                    firsts.append({number for number, bucket in enumerate(buckets) if bucket < TENTH})
                found = {}
                for (a, first), (b, second) in itertools.permutations(enumerate(firsts), 2):
                    found[(seeds[a], seeds[b])] = len(first & second) / len(first)
                for (a, b), chance in found.items():
                    here = f"{kind}, {what}: of the first tenth of {a!r}, {chance:.4f} are in that of {b!r}"
                    self.expect(abs(chance - CHANCE) <= 4.5 * ERROR, here)
                least, most = min(found, key=found.get), max(found, key=found.get)
                mean = sum(found.values()) / len(found)
                spread = math.sqrt(sum((chance - mean) ** 2 for chance in found.values()) / len(found))
                beyond = sum(not 0.08 <= chance <= 0.12 for chance in found.values())
                self.expect(abs(mean - CHANCE) <= 0.003, f"{kind}, {what}: the mean is {mean:.4f}")
                self.expect(spread <= 1.15 * ERROR, f"{kind}, {what}: the standard deviation is {spread:.4f} and not {ERROR:.4f}")
                self.expect(beyond <= 16, f"{kind}, {what}: {beyond} of {len(found)} are beyond 0.08 to 0.12")
                lines.append(
                    f"  {kind}, {what}: {found[least]:.4f} ({', '.join(least)}) to {found[most]:.4f} ({', '.join(most)}); "
                    f"mean {mean:.4f}, standard deviation {spread:.4f} (of a perfect hash {ERROR:.4f}); "
                    f"{beyond} of {len(found)} beyond 0.08 to 0.12"
                )
        return lines


def percentage(value):
    return {"attribute": "user_id", "operator": "percent", "value": value}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    judge = Judge(Engine(), arguments.seed, arguments.count)
    for check in (judge.golden_vectors, judge.same_as_growthbook, judge.monotonic, judge.shares, judge.stable):
        check()
    lines = judge.independence()
    for complaint in judge.complaints[:40]:
        print(complaint, file=sys.stderr)
    failed = len(judge.complaints)
    print(f"buckets, seed {arguments.seed}: {judge.compared} comparisons, {failed or 'none'} failed", *lines, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
