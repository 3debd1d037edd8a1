"""FlagRules as a program has it: questions to the executable `flag-lines`, a line of JSON each, and its answers.

The questions are described in Tests/Benchmarks/Flags/FlagLines.swift. The environment variable FLAG_LINES may say where the executable is.

    with Engine() as engine:
        engine.holds({"attribute": "a", "operator": "lt", "value": 5}, [4, 5])  # [True, False]
"""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXECUTABLE = os.environ.get("FLAG_LINES") or str(ROOT / ".build/release/flag-lines")


class Refused(Exception):
    """A question that was answered with an error; `answer` has it, and `faults` if a definition is wrong."""

    def __init__(self, answer):
        super().__init__(json.dumps(answer))
        self.answer = answer


class Engine:
    def __init__(self, executable=EXECUTABLE):
        self.process = subprocess.Popen([executable], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def ask(self, question):
        """The answer to a question; one with an `error` is an answer, too."""
        self.process.stdin.write(json.dumps(question).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{EXECUTABLE} ended with {self.process.wait()} at {json.dumps(question)[:2000]}")
        return json.loads(line)

    def _answer(self, **question):
        answer = self.ask({name: value for name, value in question.items() if value is not None})
        if "error" in answer:
            raise Refused(answer)
        return answer

    def load(self, flags, segments=[]):
        """Takes flags, each with its "seed", and segments; what follows is about these."""
        self._answer(op="load", flags=flags, segments=segments)

    def evaluate(self, context, now=0, keys=None):
        """The answers of the flags, by key; without `value` if it is left to the caller."""
        return self._answer(op="evaluate", context=context, now=now, keys=keys)["flags"]

    def holds(self, condition, values, now=0):
        """For each value of the condition's attribute, whether the condition holds."""
        return self._answer(op="holds", condition=condition, values=values, now=now)["results"]

    def buckets(self, seed, ids):
        """For each id its bucket, 0 to 9999."""
        return self._answer(op="bucket", seed=seed, ids=ids)["buckets"]
