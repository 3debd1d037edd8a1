#!/usr/bin/env python3
"""Tries flags and contexts that nobody would write: no crash, no hang, and answers that hold together.

    fuzz.py --seconds 600 --seed 1      or --count 20000, so many questions

A question is some flags with segments and some contexts, or one condition with some values; of sound ones, damaged ones and garbage. What
must hold of every answer: it comes, in processor time that fits the size of the question; it is a result or names faults; sound definitions are
not refused; and of results

- value, variant, reason, rule and bucket fit each other and the flag;
- whoever is in a percentage is in every higher one;
- of an attribute that is there, a negated condition and the opposite operator are exactly the opposite; groups always are;
- the same question has the same answer, and what is asked in between changes nothing.

What was asked when something goes wrong is written to a file, whose name is printed.
"""

import argparse
import collections
import json
import os
import random
import select
import subprocess
import sys
import tempfile
import time

from definitions import Definitions, Raw
from engine import EXECUTABLE
from values import OPERATORS

WATCHDOG = 30  # seconds
PERCENT_STEPS = (0, 0.01, 1, 5, 12.5, 33.33, 50, 99.99, 100)
OPPOSITES = (("eq", "neq"), ("in", "not_in"), ("contains", "not_contains"), ("semver_eq", "semver_neq"), ("exists", "not_exists"))
HOLDS_IF_MISSING = {"neq", "not_in", "not_exists"}
TYPES = {"boolean": bool, "string": str, "integer": int, "float": float}
RULED = {"targeting_match", "percentage_rollout"}


def limit(flags, contexts=0):
    """The most processor time in seconds, for flags as JSON and so many bytes of contexts: every condition may look at every byte once.

    A regular expression may look as often as it has states, of which a short one can have very many.
    """
    looks = flags.count('"operator"') + 1000 * flags.count('"regex"')
    return 0.05 + 2e-6 * (len(flags) + contexts) + 20e-9 * looks * contexts


class Failure(Exception):
    """Something that must not be."""


class Client:
    """A `flag-lines` that may crash and hang: then there is another one."""

    def __init__(self):
        self._process = None

    def ask(self, line):
        """The answer to a line, and the processor seconds it took."""
        if self._process is None:
            self._process = subprocess.Popen(
                [EXECUTABLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
            )
        before = self._seconds()
        answer = self._exchange(line)
        if not answer.endswith(b"\n"):
            status = self._process.wait()
            self._process = None
            raise Failure(f"it ended with {status}")
        seconds = self._seconds() - before
        try:
            return json.loads(answer), seconds
        except ValueError:
            raise Failure(f"its answer is no JSON: {answer[:200]!r}") from None

    def _exchange(self, line):
        answer, end = b"", time.monotonic() + WATCHDOG
        try:
            self._process.stdin.write(line)
        except BrokenPipeError:
            return answer
        while not answer.endswith(b"\n"):
            if not select.select([self._process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                self._process.kill()
                self._process = None
                raise Failure(f"no answer within {WATCHDOG} s")
            part = os.read(self._process.stdout.fileno(), 1 << 20)
            if not part:
                return answer
            answer += part
        return answer

    def _seconds(self):
        """Of its thread; a machine that is busy with other things does not count."""
        with open(f"/proc/{self._process.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9


def encode(question):
    """As a line; a `Raw` stands for itself."""
    return Raw.unwrapped(json.dumps(question)).encode("utf-8", "surrogatepass") + b"\n"


class Fuzz:
    def __init__(self, seed):
        self.client, self.made, self.chance = Client(), Definitions(seed), random.Random(seed)
        self.failures, self.asked, self.slowest, self.counts = 0, 0, (0, ""), collections.Counter()

    # MARK: Asking

    def ask(self, question, flags=None, contexts=0):
        """The answer to a question about flags (as JSON; all of the question, unless named) and contexts of so many bytes."""
        line = encode(question)
        return self.ask_line(line, limit(line.decode(errors="replace") if flags is None else flags, contexts), question["op"])

    def ask_line(self, line, most, name):
        self.asked += 1
        self.last = line
        answer, seconds = self.client.ask(line)
        self.slowest = max(self.slowest, (seconds / most, f"{seconds * 1e3:.1f} ms of {most * 1e3:.0f} ms for {len(line)} bytes ({name})"))
        if seconds > most:
            # Again: the first time, memory had to be got.
            seconds = min(self.client.ask(line)[1] for _ in range(2))
            if seconds > most:
                raise Failure(f"it takes {seconds:.3f} s for {len(line)} bytes")
        if not isinstance(answer, dict):
            raise Failure(f"its answer is no object: {answer!r:.200}")
        if "error" in answer:
            if (
                not answer["error"]
                or answer["error"] == "faults"
                and not all(
                    fault["path"].startswith("$") and fault["code"] and fault["message"] for fault in answer.get("faults") or [{"path": ""}]
                )
            ):
                raise Failure(f"a refusal that says nothing: {answer!r:.300}")
        return answer

    def accepted(self, question, *sizes):
        answer = self.ask(question, *sizes)
        if "error" in answer:
            raise Failure(f"what is sound was refused: {json.dumps(answer)[:600]}")
        return answer

    # MARK: Kinds of questions

    def sound_flags(self):
        """Flags and segments by the rules, in contexts of any kind."""
        flags, segments = self.made.flags()
        self.check_flags(flags, segments, [self.made.context() for _ in range(self.chance.randint(1, 4))])

    def huge_flag(self):
        """Thousands of rules or conditions."""
        many = self.chance.choice((100, 1000, 5000))
        if self.chance.random() < 0.5:
            rules = [{"conditions": [self.made.condition(0)], "value": True} for _ in range(many)]
        else:
            rules = [
                {"conditions": [{self.chance.choice(("all", "any", "none")): [self.made.condition(0) for _ in range(many)]}], "value": True}
            ]
        self.check_flags([{"key": "huge", "seed": "s", "rules": rules}], [], [self.made.context() for _ in range(2)])

    def long_text(self):
        """One condition that looks at a long text or a long list."""
        condition = self.made.text_condition()
        text = self.made.long_text(condition)
        value = text if self.chance.random() < 0.8 else [text[start : start + 50] for start in range(0, min(len(text), 100_000), 50)]
        flag = {"key": "long", "seed": "s", "rules": [{"conditions": [condition], "value": True}]}
        self.check_flags([flag], [], [{condition["attribute"]: value}])

    def check_flags(self, flags, segments, contexts):
        load = {"op": "load", "flags": flags, "segments": segments}
        self.accepted(load)
        definitions = json.dumps([flags, segments])
        for context in contexts:
            question = {"op": "evaluate", "context": context, "now": self.made.now()}
            sizes = (definitions, len(json.dumps(context)))
            answer = self.ask(question, *sizes)
            if "error" in answer:
                if not Raw.is_in(context) and not self.made.is_deep(context):
                    raise Failure(f"a sound context was refused: {answer['error']!r:.200}")
                continue
            if set(answer["flags"]) != {flag["key"] for flag in flags}:
                raise Failure(f"not the flags that were asked for: {sorted(answer['flags'])!r:.200}")
            for flag in flags:
                self.check_answer(flag, answer["flags"][flag["key"]])
            if self.chance.random() < 0.05 and self.ask(question, *sizes) != answer:
                raise Failure("the same question has another answer")

    def check_answer(self, flag, found):
        reason, rule, bucket, value = found["reason"], found.get("rule"), found.get("bucket"), found.get("value")
        self.counts[reason] += 1
        wrong = (
            (reason in RULED) != (rule is not None) and "a rule that does not fit the reason"
            or rule is not None and not 0 <= rule < len(flag["rules"]) and "a rule that there is not"
            or bucket is not None and not (0 <= bucket < 10_000 and reason == "percentage_rollout") and "a bucket that does not fit"
            or reason == "percentage_rollout" and bucket is None and "no bucket"
            or (reason == "disabled") != (flag.get("enabled") is False) and "disabled, or not"
            or reason in RULED and "value" not in found and "no value"
        )  # fmt: skip
        kind = TYPES.get(flag.get("type", "boolean"))
        if kind and "value" in found and type(value) is not kind:
            wrong = wrong or f"a value that is no {kind.__name__}"
        variants = flag.get("variants") or ({"on": True, "off": False} if flag.get("type", "boolean") == "boolean" else {})
        if found.get("variant") is not None and found["variant"] not in variants:
            wrong = wrong or "a variant that there is not"
        if wrong:
            raise Failure(f"{wrong}: {json.dumps(found)[:300]} of {json.dumps(flag)[:600]}")

    def damaged(self):
        """Sound flags with something broken off or put in: what comes back is a result or names faults."""
        flags, segments = self.made.flags()
        for _ in range(self.chance.randint(1, 3)):
            flags = self.made.damaged(flags)
        answer = self.ask(
            {"op": "load", "flags": flags, "segments": self.made.damaged(segments) if self.chance.random() < 0.3 else segments}
        )
        self.counts["damaged, refused" if "error" in answer else "damaged, accepted"] += 1
        if "error" not in answer:
            definitions = self.last.decode(errors="replace")
            self.ask({"op": "evaluate", "context": self.made.context()}, definitions, len(definitions))

    def garbage(self):
        """Lines that are hardly JSON."""
        line = bytearray(encode({"op": "load", "flags": self.made.flags()[0]}))
        for _ in range(self.chance.randint(1, 8)):
            place = self.chance.randrange(len(line) or 1)
            match self.chance.randrange(4):
                case 0:
                    line[place : place + 1] = bytes([self.chance.randrange(256)])
                case 1:
                    del line[place : place + self.chance.choice((1, 2, 50))]
                case 2:
                    line[place:place] = self.chance.choice(
                        (b"[", b"{", b'"', b"\\u", b"\\ud800", b"\xff\xfe", b"1e999", b"-", b"null", b"[" * 5000)
                    )
                case 3: line = line[:place] or bytearray(b"{")  # fmt: skip
        self.ask_line(bytes(line).replace(b"\n", b"").replace(b"\r", b"") + b"\n", limit(line.decode(errors="replace")), "garbage")

    def percentages(self):
        """A higher percentage has everybody that a lower one has, whatever stands beside it."""
        shape, attribute = self.made.around(), self.made.attribute()
        flags = [
            {"key": f"p{number}", "seed": "s" + attribute, "rules": [
                {"conditions": [shape({"attribute": attribute, "operator": "percent", "value": percent})], "value": True}]}
            for number, percent in enumerate(PERCENT_STEPS)
        ]  # fmt: skip
        self.accepted({"op": "load", "flags": flags})
        for _ in range(5):
            context = self.made.plain_context() | {attribute: self.made.id()}
            answer = self.accepted({"op": "evaluate", "context": context})["flags"]
            included = [answer[flag["key"]]["value"] for flag in flags]
            if included != sorted(included):
                raise Failure(f"{context} leaves while the percentage rises: {included}")

    def negations(self):
        """Conditions and their opposites, for values that are there and that are not."""
        condition = self.made.comparison()
        if condition["operator"] in ("percent", "in_segment"):
            return
        condition.pop("negate", None)
        values = [self.made.value(condition) for _ in range(12)] + [None]
        sizes = (json.dumps(condition), len(json.dumps(values)))
        plain, negated = (
            self.accepted({"op": "holds", "condition": one, "values": values}, *sizes)["results"]
            for one in (condition, condition | {"negate": True})
        )
        operator = condition["operator"]
        for value, one, other in zip(values[:-1], plain, negated):
            if one == other:
                raise Failure(f"{value!r:.200} fulfils both or neither of {json.dumps(condition)[:300]} and its opposite")
        # A negated `exists` is `not_exists`.
        missing = (operator in HOLDS_IF_MISSING, operator == "exists")
        if (plain[-1], negated[-1]) != missing:
            raise Failure(f"a missing attribute: {plain[-1]}, and negated {negated[-1]}, for {json.dumps(condition)[:300]}")
        opposite = dict(OPPOSITES).get(operator)
        if opposite:
            found = self.accepted({"op": "holds", "condition": condition | {"operator": opposite}, "values": values}, *sizes)["results"]
            if found[:-1] != negated[:-1]:
                raise Failure(f"{opposite} is not the opposite of {json.dumps(condition)[:300]}")
        self.counts["holds"] += sum(plain)
        self.counts["does not hold"] += len(plain) - sum(plain)

    def groups(self):
        """A group and the negated one; `none` and the negated `any`."""
        members = [self.made.condition(1) for _ in range(self.chance.randint(0, 4))]
        rules = {"any": {"any": members}, "none": {"none": members}, "not any": {"any": members, "negate": True},
                 "all": {"all": members}, "not all": {"all": members, "negate": True}}  # fmt: skip
        flags = [
            {"key": key.replace(" ", "-"), "seed": "s", "rules": [{"conditions": [rule], "value": True}]} for key, rule in rules.items()
        ]
        self.accepted({"op": "load", "flags": flags})
        for _ in range(3):
            answer = self.accepted({"op": "evaluate", "context": self.made.plain_context(), "now": self.made.now()})["flags"]
            held = {key: answer[key.replace(" ", "-")].get("rule") == 0 for key in rules}
            if held["any"] == held["none"] or held["none"] != held["not any"] or held["all"] == held["not all"]:
                raise Failure(f"groups contradict each other: {held} of {json.dumps(members)[:600]}")
            if members and held["all"] and not held["any"]:
                raise Failure(f"all and not any: {json.dumps(members)[:600]}")

    def plainest(self):
        """Every operator takes a value that it is for, and finds it. One that does not is not asked for again."""
        for operator, (value, match, other) in OPERATORS.items():
            self.asked += 1
            condition = {"attribute": "a", "operator": operator, "value": value}
            answer = self.ask({"op": "holds", "condition": condition, "values": [match, other]})
            if answer.get("results") != [True, False]:
                self.fail(f"{operator} {value!r}: {json.dumps(answer)[:300]}")
                self.made.known.remove(operator)

    # MARK: Going on

    KINDS = ((sound_flags, 30), (damaged, 20), (negations, 25), (groups, 8), (percentages, 5), (garbage, 6), (long_text, 5), (huge_flag, 1))

    def round(self):
        kind = self.chance.choices([kind for kind, _ in self.KINDS], [weight for _, weight in self.KINDS])[0]
        try:
            kind(self)
        except Failure as failure:
            self.fail(f"{kind.__name__}: {failure}")

    def fail(self, text):
        self.failures += 1
        with tempfile.NamedTemporaryFile("wb", prefix="flags-", suffix=".json", delete=False) as file:
            file.write(self.last)
        print(f"{text}\n    asked last: {file.name}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    fuzz, end = Fuzz(arguments.seed), time.monotonic() + arguments.seconds
    fuzz.plainest()
    while (fuzz.asked < arguments.count or time.monotonic() < end) and fuzz.failures < 100:
        fuzz.round()
    counts = ", ".join(f"{name} {count}" for name, count in sorted(fuzz.counts.items()))
    print(
        f"fuzz, seed {arguments.seed}: {fuzz.asked} questions ({counts}); nearest to its limit: {fuzz.slowest[1]}; "
        f"{fuzz.failures or 'none'} failed"
    )
    return 1 if fuzz.failures else 0


if __name__ == "__main__":
    sys.exit(main())
