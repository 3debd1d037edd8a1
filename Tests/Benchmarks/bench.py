#!/usr/bin/env python3
"""Measures the suite beside nginx and bare Hummingbird on this machine, and prints one table. `make bench` runs it.

ROUNDS (5) and SECONDS (5, per route and round) come from the environment. A goal that is missed shows in the table; only answers that are
errors make it fail, because then the numbers mean nothing.
"""

import os
import statistics
import sys
import time

import machine
import servers
from load import CONNECTIONS, Load, Route, rounds, sound

ROUNDS = int(os.environ.get("ROUNDS", "5"))
SECONDS = int(os.environ.get("SECONDS", "5"))
PRODUCTS = ["documint", "cronping", "flagbit", "webhookvault"]
IDLE_SECONDS = 3  # between the first answer and the look at the memory

MEMORY_GOAL = 32  # megabytes
START_GOAL = 150  # milliseconds
STOP_GOAL = 2000  # milliseconds

JSON = "Content-Type: application/json"
KILOBYTE = '{"event":"order.paid","data":"' + "x" * 992 + '"}'

# What is compared: the row's name, the route, the route it is compared with, the least ratio wanted.
COMPARISONS = [
    ("durable ping ÷ same POST without a write", "durable ping", "POST without a write", 0.5),
    ("durable 1 KB capture ÷ same POST without a write", "durable 1 KB capture", "1 KB POST without a write", 0.5),
    ("flag evaluation ÷ plain route", "flag evaluation", "plain route, whole stack", 0.85),
    ("route that asks for a key ÷ same request, no key asked for", "plain route with a key", "plain route, key not asked for", 0.9),
    ("point read ÷ plain route", "point read", "plain route, whole stack", 0.85),
    ("plain route, whole stack ÷ nginx", "plain route, whole stack", "nginx return 200", 0.33),
    ("plain route, whole stack ÷ bare Hummingbird", "plain route, whole stack", "bare Hummingbird", 0.75),
]


def sign_up(server: servers.Server) -> dict:
    return server.ask("POST", "/api/v1/signup", {"email": "bench@example.com"})


def authenticated_routes(stack: servers.Server) -> list[Route]:
    headers = (f"Authorization: Bearer {sign_up(stack)['api_key']}",)
    return [
        Route("plain route with a key", stack, "/authenticated", headers=headers),
        Route("plain route, key not asked for", stack, "/plain", headers=headers),
    ]


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def ping_route(cronping: servers.Server) -> Route:
    key = sign_up(cronping)["api_key"]
    monitor = cronping.ask("POST", "/api/v1/monitors", {"name": "nightly backup", "schedule_minutes": 60}, key)
    return Route("durable ping", cronping, path_of(monitor["ping_url"]), "POST")


def capture_route(webhookvault: servers.Server) -> Route:
    key = sign_up(webhookvault)["api_key"]
    endpoint = webhookvault.ask("POST", "/api/v1/endpoints", {"name": "shop"}, key)
    return Route("durable 1 KB capture", webhookvault, path_of(endpoint["url"]), "POST", KILOBYTE, (JSON,))


def evaluation_route(flagbit: servers.Server) -> Route:
    keys = sign_up(flagbit)
    project = flagbit.ask("GET", "/api/v1/projects", key=keys["api_key"])["projects"][0]
    flag = {
        "key": "new-checkout", "name": "New checkout", "enabled": True,
        "rules": [
            {"conditions": [{"attribute": "country", "operator": "in", "value": ["US", "CA"]}], "value": "true"},
            {"conditions": [{"attribute": "user_id", "operator": "percent", "value": 25}], "value": "true"},
        ],
    }
    flagbit.ask("POST", f"/api/v1/projects/{project['id']}/flags", flag, keys["api_key"])
    body = '{"context":{"user_id":"u1","country":"DE"},"flags":["new-checkout"]}'
    return Route("flag evaluation", flagbit, "/api/v1/evaluate", "POST", body, (JSON, f"Authorization: Bearer {keys['sdk_key']}"))


def measure_starts_and_stops(folder: str) -> dict[str, tuple[float, float]]:
    """Per product the median time to the first answer and to the end, in milliseconds, with a file that is there already."""
    times = {}
    for product in PRODUCTS:
        starts, stops = [], []
        for number in range(ROUNDS + 1):
            server = servers.start_service(product, folder)
            stop = server.stop(idle_connections=CONNECTIONS)
            if number > 0:  # the first one makes the file
                starts.append(server.start_milliseconds)
                stops.append(stop)
        times[product] = (statistics.median(starts), statistics.median(stops))
    return times


def verdict(fulfilled: bool) -> str:
    return "pass" if fulfilled else "**FAIL**"


def comparison_rows(loads: dict[str, Load]) -> list[list[str]]:
    rows = []
    for name, route, other, goal in COMPARISONS:
        measured, against = loads[route].rates, loads[other].rates
        ratio = statistics.median(a / b for a, b in zip(measured, against))
        rate, base = statistics.median(measured), statistics.median(against)
        rows.append([name, f"{rate:,.0f} /s", f"{base:,.0f} /s", f"{ratio:.2f}", f"≥ {goal:.2f}", verdict(ratio >= goal)])
    return rows


def run(folder: str) -> bool:
    """Measures and prints everything; false when a server answered with errors."""
    say = lambda text: print(text, file=sys.stderr, flush=True)
    say("starting and stopping …")
    times = measure_starts_and_stops(folder)

    services = {product: servers.start_service(product, folder) for product in PRODUCTS}
    time.sleep(IDLE_SECONDS)
    idle = {product: server.memory_megabytes() for product, server in services.items()}

    stack = servers.start_service("benchmark-server", folder)
    bare = servers.start_service("benchmark-server", folder, mode="bare", path="/plain")
    nginx = servers.start_nginx(folder)
    loads = rounds([
        Route("nginx return 200", nginx, "/"),
        Route("bare Hummingbird", bare, "/plain"),
        Route("plain route, whole stack", stack, "/plain"),
        *authenticated_routes(stack),
        Route("point read", stack, "/point-read"),
        evaluation_route(services["flagbit"]),
        Route("POST without a write", stack, "/no-write/token", "POST"),
        ping_route(services["cronping"]),
        Route("1 KB POST without a write", stack, "/no-write/token", "POST", KILOBYTE, (JSON,)),
        capture_route(services["webhookvault"]),
    ], ROUNDS, SECONDS, say)
    loaded = {product: server.memory_megabytes()[0] for product, server in services.items()}
    for server in [*services.values(), stack, bare, nginx]:
        server.stop()

    print()
    for line in machine.describe(folder):
        print(line)
    print(f"wrk, {CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s per route, order alternating; medians, ratios round by round\n")
    servers.print_table(["measured", "rate", "compared with", "ratio", "goal", ""], comparison_rows(loads))
    print()
    servers.print_table(["route", "rate", "p99", "server's processor time for one"], [
        [name, f"{statistics.median(load.rates):,.0f} /s", f"{statistics.median(load.slowest):.2f} ms", f"{statistics.median(load.costs):.1f} µs"]
        for name, load in loads.items()
    ])
    print()
    rows = []
    for product in PRODUCTS:
        (resident, proportional), (start, stop) = idle[product], times[product]
        rows.append([
            product, f"{resident:.1f} MB", f"{proportional:.1f} MB", f"{loaded[product]:.1f} MB", f"{start:.0f} ms", f"{stop:.0f} ms",
            verdict(resident <= MEMORY_GOAL and start <= START_GOAL and stop <= STOP_GOAL),
        ])
    servers.print_table([
        "service", f"idle RSS (≤ {MEMORY_GOAL} MB)", "idle Pss", "RSS after the load", f"start to first answer (≤ {START_GOAL} ms)",
        f"stop, {CONNECTIONS} idle connections (≤ {STOP_GOAL} ms)", "",
    ], rows)

    return sound(loads)


if __name__ == "__main__":
    servers.run_in_folder("bench", run)
