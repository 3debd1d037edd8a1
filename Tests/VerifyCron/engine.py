"""CronSchedule as a program has it: questions to the executable `schedule-lines`, a line each, and its answers.

The forms of the lines are described in Tests/Benchmarks/Schedules/ScheduleLines.swift. The environment variable SCHEDULE_LINES may say
where the executable is.

    for expression, answer in zip(expressions, engine.times(("debian", "UTC", 0, 5, "next", text) for text in expressions)):
        answer.times, answer.error
"""

import os
import pathlib
import subprocess
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXECUTABLE = os.environ.get("SCHEDULE_LINES") or str(ROOT / ".build/release/schedule-lines")


@dataclass
class Failure:
    """Why an expression was refused."""

    message: str
    suggestion: str = ""
    problem: str = ""
    field: str = ""
    value: str = ""
    position: str = ""


@dataclass
class Warning:
    """What a reader could misunderstand."""

    kind: str
    field: str
    message: str
    suggestion: str


def ask(questions):
    """The answers to questions, which are tuples: a list of strings, or a `Failure`, for each."""
    lines = ["\t".join(str(part) for part in question) for question in questions]
    assert not any("\n" in line for line in lines), "a question is one line"
    run = subprocess.run([EXECUTABLE], input="".join(line + "\n" for line in lines).encode(), capture_output=True)
    answers = run.stdout.decode().split("\n")[:-1]
    if run.returncode or len(answers) != len(lines):
        last = lines[len(answers)] if len(answers) < len(lines) else ""
        message = f"{EXECUTABLE} ended with {run.returncode} after {len(answers)} of {len(lines)} answers, at {last!r}"
        raise SystemExit(message + "\n" + run.stderr[-2000:].decode())
    return [_parts(answer) for answer in answers]


def _parts(answer):
    first, *parts = answer.split("\t")
    return parts if first == "ok" else Failure(*parts[:6])


def _each(questions, value):
    return [answer if isinstance(answer, Failure) else value(answer) for answer in ask(questions)]


def times(questions):
    """For (flavor, zone, from, count, "next" or "previous", expression) each: the times in seconds since 1970, or a `Failure`."""
    return _each((("times", *question) for question in questions), lambda parts: [int(word) for word in parts[0].split()])


def descriptions(questions):
    """For (flavor, style, expression) each: the text, or a `Failure`. A style is `-/en`, `24h+verbose+trim/de`."""
    return _each((("describe", *question) for question in questions), lambda parts: parts[0])


def warnings(questions):
    """For (flavor, zone or "-", from, expression) each: a list of `Warning`, or a `Failure`."""
    return _each((("warnings", *question) for question in questions), lambda parts: [Warning(*part.split("\x1f")) for part in parts])


def parse(questions):
    """For (flavor, expression) each: None, or a `Failure`."""
    return _each((("parse", *question) for question in questions), lambda parts: None)


def sets(questions):
    """For (flavor, expression) each: the fields as {kind: (raw, set of values or None)} with "days": "both" or "either", or a `Failure`.

    The days of L, W and # are not among the values. It is {} for @reboot.
    """
    return _each((("sets", *question) for question in questions), _fields)


def _fields(parts):
    if parts == ["none"]:
        return {}
    fields = {"days": parts[-1]}
    for part in parts[:-1]:
        kind, raw, values = part.split("=")
        fields[kind] = (raw, None if values == "*" else {int(value) for value in values.split(",") if value})
    return fields
