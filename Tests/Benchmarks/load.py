"""Puts load on one route with wrk and says what came of it."""

import os
import subprocess
from dataclasses import dataclass, field

from servers import Server

CONNECTIONS = 64
THREADS = 2
SCRIPT = os.path.join(os.path.dirname(__file__), "request.lua")


@dataclass(frozen=True)
class Route:
    """One request that is repeated. `body` is text, `headers` are `Name: value` lines."""

    name: str
    server: Server
    path: str
    method: str = "GET"
    body: str = ""
    headers: tuple[str, ...] = ()


@dataclass
class Load:
    """What a route gave so far, one value per round."""

    rates: list[float] = field(default_factory=list)  # requests per second
    slowest: list[float] = field(default_factory=list)  # 99th percentile, milliseconds
    costs: list[float] = field(default_factory=list)  # processor time of the server for one request, microseconds
    refused: int = 0  # answers with a status of 400 or more
    broken: int = 0  # connections that failed, and requests that timed out


def put(route: Route, seconds: int, load: Load) -> None:
    """Loads a route once and adds what came of it to `load`."""
    before = route.server.processor_seconds()
    run = subprocess.run(
        ["wrk", "-t", str(THREADS), "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", "10s", "-s", SCRIPT,
         route.server.url(route.path), "--", route.method, route.body, *route.headers],
        capture_output=True, text=True, check=False,
    )
    used = route.server.processor_seconds() - before
    result = [line for line in run.stdout.splitlines() if line.startswith("RESULT ")]
    if not result:
        raise SystemExit(f"wrk failed on {route.server.url(route.path)}:\n{run.stdout}{run.stderr}")
    requests, microseconds, refused, broken, p99 = map(int, result[0].split()[1:])
    load.rates.append(requests / (microseconds / 1e6))
    load.slowest.append(p99 / 1000)
    load.costs.append(used * 1e6 / max(requests, 1))
    load.refused += refused
    load.broken += broken


def rounds(routes: list[Route], count: int, seconds: int, say) -> dict[str, Load]:
    """Loads every route `count` times. The order turns round each time, so that no route always follows the same one."""
    loads = {route.name: Load() for route in routes}
    for route in routes:
        put(route, 1, Load())
    for number in range(count):
        for route in routes if number % 2 == 0 else reversed(routes):
            load = loads[route.name]
            put(route, seconds, load)
            say(f"round {number + 1}/{count}  {route.name:<26} {load.rates[-1]:>8,.0f} /s"
                f"   p99 {load.slowest[-1]:>7.2f} ms   {load.costs[-1]:>6.1f} µs each")
    return loads


def sound(loads: dict[str, Load]) -> bool:
    """Whether all answers were good; says so if not."""
    wrong = {name: load for name, load in loads.items() if load.refused or load.broken}
    for name, load in wrong.items():
        print(f"\nERRORS: {name}: {load.refused} answers were errors, {load.broken} requests broke. The numbers above mean nothing.")
    return not wrong
