#!/usr/bin/env python3
"""Measures schedules beside PyPI cronsim and cron-descriptor, in the same run: read an expression, its next ten times, its description.

Microseconds are processor time of one thread, in the fastest of several rounds through a mix; the ratio is what counts, because machines
differ. The second table is about the slowest expressions: of the mixes, of rare dates, and of many random ones in zones with daylight saving.
"""

import datetime
import itertools
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zoneinfo

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/VerifyCron"))

import cron_descriptor
import cronsim
import engine
import expressions
import servers

SECONDS = float(os.environ.get("SECONDS", "3"))
START = 1_795_689_600  # 2026-11-26T10:40:00Z
RANDOM = 3000

# What crontabs are full of.
REALISTIC = [("UTC", text) for text in (
    "* * * * *", "*/5 * * * *", "*/15 * * * *", "0 * * * *", "30 * * * *", "0 0 * * *", "0 9 * * 1-5", "30 6 * * *", "0 */2 * * *",
    "0 */6 * * *", "15 14 1 * *", "0 0 1 * *", "0 22 * * 1-5", "5 4 * * sun", "0 0,12 * * *", "0 4 8-14 * *", "0 0 1,15 * *",
    "*/10 9-17 * * 1-5", "0 3 * * 6", "45 23 * * MON-FRI", "17 * * * *", "25 6 * * *", "47 6 * * 7", "52 6 1 * *", "0 0 1 1 *",
    "0 8 1 */3 *", "*/30 8-18 * * *", "5,35 * * * *",
)]  # fmt: skip
# Rare dates, days that depend on the month, and clocks that change within the ten times.
HARD = [
    ("UTC", "0 0 29 2 *"), ("UTC", "0 0 29 2 */5"), ("UTC", "0 12 31 */2 *"), ("UTC", "0 0 L * *"), ("UTC", "30 23 LW * *"),
    ("UTC", "0 0 * * 5L"), ("UTC", "0 0 * * 5#5"), ("UTC", "0 0 * 2 1#5"), ("UTC", "0 0 13 * 5"), ("UTC", "0 0 */13 * 5"),
    ("UTC", "59 23 31 12 *"), ("UTC", "7-59/13 3,5,7-19/4 1-31/7 2,4-11/3 *"), ("America/New_York", "30 1 8 3 *"),
    ("America/New_York", "30 2 * 3,11 0"), ("America/New_York", "*/30 1-3 * 11 *"), ("Europe/Berlin", "0 2 * * 7L"),
    ("Europe/Berlin", "0 */2 29 3,10 *"), ("Australia/Lord_Howe", "15 2 * 4,10 *"), ("America/Havana", "0 0 * 3 SUN"),
    ("Africa/Casablanca", "30 2 L * *"),
]  # fmt: skip
# What takes the longest search, so that only our own times are measured: dates that come once in decades, in named years, or never.
RAREST = [("America/New_York", text) for text in (
    "0 0 29 2 5#5", "0 0 31 2 *", "0 0 31 2 */2", "0 0 L-30 2 *", "0 0 30,31 2 MON#5", "0 0 29 2 */7 2096-2500", "0 0 0 1 1 * 2499",
    "0 2 29 2 0L", "0 0 31W 2 *", "30 2 8-14/7 3 */7", "59 59 23 31 12 */6 2400-2500/7", "0 0 29 2 * 2500", "0 0 0 29 2 */6 1970,2500",
)]  # fmt: skip


def ours(mix, folder):
    """Nanoseconds for an expression by part, and of the slowest: {name: [nanoseconds, expression]}."""
    path = os.path.join(folder, "mix")
    with open(path, "w") as file:
        file.writelines(f"debian\t{zone}\t{START}\t{text}\n" for zone, text in mix)
    run = subprocess.run([engine.EXECUTABLE, "bench", path, str(SECONDS / 4)], capture_output=True, text=True)
    if run.returncode or run.stdout.startswith("error"):
        raise SystemExit(run.stdout + run.stderr)
    return {name: [float(value), *text] for name, value, *text in (line.split("\t") for line in run.stdout.splitlines())}


def fastest(mix, work):
    """Nanoseconds for an expression in the fastest round."""
    times, end = [], time.perf_counter() + SECONDS / 3
    while time.perf_counter() < end or len(times) < 3:
        begin = time.process_time()
        for item in mix:
            work(*item)
        times.append(time.process_time() - begin)
    return min(times) / len(mix) * 1e9


def theirs(mix):
    """The same for the peers: parts of which only cronsim's reading is named alone."""
    places = {zone: datetime.datetime.fromtimestamp(START, zoneinfo.ZoneInfo(zone)) for zone, _ in mix}
    # cronsim is faster with the UTC that Python has without a file.
    places["UTC"] = datetime.datetime.fromtimestamp(START, datetime.timezone.utc)
    def read(zone, text):
        return cronsim.CronSim(text, places[zone])

    def read_and_next(zone, text):
        return list(itertools.islice(read(zone, text), 10))

    def describe(zone, text):
        return cron_descriptor.get_description(text)

    parse, both, words = fastest(mix, read), fastest(mix, read_and_next), fastest(mix, describe)
    return {"parse": parse, "next": both - parse, "describe": words, "whole": both + words}


def microseconds(nanoseconds):
    return f"{nanoseconds / 1e3:.2f}"


def main():
    names = {"parse": "read", "next": "next ten times", "describe": "describe", "whole": "all three"}
    chance = random.Random(1)
    made = itertools.islice(iter(expressions.Expressions(1)), RANDOM)
    mixes = {"realistic": REALISTIC, "hard": HARD, "rarest": RAREST, "random": [(chance.choice(expressions.ZONES), text) for text in made]}
    rows, slowest = [], []
    with tempfile.TemporaryDirectory() as folder:
        for mix, items in mixes.items():
            own = ours(items, folder)
            for part in ("next", "whole"):
                nanoseconds, text = own[f"worst {part}"]
                slowest.append([f"{mix}, {names[part]}", microseconds(nanoseconds), text])
            if mix in ("rarest", "random"):
                continue
            peers = theirs(items)
            for part, name in names.items():
                rate = f"{1e9 / own[part][0]:,.0f}"
                ratio = f"{peers[part] / own[part][0]:.0f}"
                rows.append([f"{mix}, {name}", microseconds(own[part][0]), microseconds(peers[part]), ratio, rate])
    servers.print_table(["mix of expressions", "µs", "cronsim, cron-descriptor µs", "× faster", "a second"], rows)
    print()
    servers.print_table(["slowest expression", "µs", "which"], slowest)


if __name__ == "__main__":
    main()
