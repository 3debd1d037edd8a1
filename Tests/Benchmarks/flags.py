#!/usr/bin/env python3
"""Measures FlagBit beside nginx `return 200` with answers of the same size, in the same run; the engine alone; memory, start, change streams.

ROUNDS (3), SECONDS (4, per route and round) and STREAMS (5 000) come from the environment; BINARIES may say where the executables are. A
goal that is missed shows in the tables; only answers that are errors make it fail, because then the numbers mean nothing.
"""

import http.client
import json
import os
import select
import socket
import statistics
import subprocess
import sys
import threading
import time

import machine
import servers
from load import Load, Route, rounds, sound

ROUNDS = int(os.environ.get("ROUNDS", "3"))
SECONDS = int(os.environ.get("SECONDS", "4"))
STREAMS = int(os.environ.get("STREAMS", "5000"))
CHANGES = 5  # that all streams are told of
IDLE_SECONDS = 3  # between the last request and a look at the memory
PROJECTS, FLAGS = 5, 2000  # for the service with many flags; more has no project on any plan

JSON = "Content-Type: application/json"
CONTEXT = {"targetingKey": "user-48211", "country": "US", "plan": "pro", "app_version": "5.12.3", "email": "ada.lovelace@example.com"}
RATIOS = {"OFREP, one flag": 0.25, "OFREP, all of 5 flags": 0.2}  # least share of nginx's rate that is wanted
IDLE_MEMORY, MANY_MEMORY, STREAM_MEMORY = 32, 80, 150  # megabytes
MANY_START = 1000  # milliseconds
LATENCY = 100  # milliseconds


def flag(number: int) -> dict:
    """Two rules of two conditions: the first is of another country, the second lets in half of the users."""
    country = lambda *countries: {"attribute": "country", "operator": "in", "value": list(countries)}
    percent = lambda share: {"attribute": "user_id", "operator": "percent", "value": share}
    return {
        "key": f"checkout-redesign-{number}",
        "name": f"Checkout redesign {number}",
        "enabled": True,
        "rules": [
            {"conditions": [country("BR", "AR", "CL"), percent(100)], "value": "true"},
            {"conditions": [country("US", "CA", "GB", "DE"), percent(50)], "value": "true"},
        ],
    }


class Account:
    """Somebody with projects full of flags."""

    def __init__(self, service: servers.Server) -> None:
        self.service = service
        self.key = service.ask("POST", "/api/v1/signup", {"email": "bench@example.com"})["api_key"]

    def project(self, flags: int) -> tuple[str, str]:
        """The path of a new project's flags, and its SDK key."""
        project = self.service.ask("POST", "/api/v1/projects", {"name": f"{flags} flags"}, self.key)
        path = f"/api/v1/projects/{project['id']}/flags"
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=10)
        for number in range(flags):
            connection.request(
                "POST", path, json.dumps(flag(number)), {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"}
            )
            answer = connection.getresponse()
            text = answer.read()
            if answer.status != 201:
                raise SystemExit(f"{path} answered {answer.status}: {text.decode()}")
        connection.close()
        return path, project["sdk_key"]


def start(folder: str, name: str) -> servers.Server:
    """A service of its own, on whose plan there is room for all of this."""
    home = os.path.join(folder, name)
    os.makedirs(home, exist_ok=True)
    plans = os.path.join(home, "plans.json")
    with open(plans, "w") as file:
        limits = {"project_limit": 100, "flag_limit": FLAGS, "evaluation_limit": 1_000_000_000}
        json.dump({"plans": [{"name": "free", "price": 0, "limits": limits}]}, file)
    return servers.start_service("flagbit", home, PLANS_FILE=plans)


def verdict(fulfilled: bool) -> str:
    return "pass" if fulfilled else "**FAIL**"


# MARK: Rates


def evaluation_routes(service: servers.Server) -> list[Route]:
    account = Account(service)
    routes = []
    for count in (5, 50, 350):
        _, key = account.project(count)
        headers, body = (JSON, f"Authorization: Bearer {key}"), json.dumps({"context": CONTEXT})
        if count == 5:
            own = json.dumps({"context": CONTEXT | {"user_id": CONTEXT["targetingKey"]}, "flags": [flag(0)["key"]]})
            routes += [
                Route("OFREP, one flag", service, f"/ofrep/v1/evaluate/flags/{flag(0)['key']}", "POST", body, headers),
                Route("/api/v1/evaluate, one flag", service, "/api/v1/evaluate", "POST", own, headers),
            ]
        routes.append(Route(f"OFREP, all of {count} flags", service, "/ofrep/v1/evaluate/flags", "POST", body, headers))
    return routes


def answer_size(route: Route) -> int:
    key = route.headers[1].rpartition(" ")[2]
    connection = http.client.HTTPConnection("127.0.0.1", route.server.port, timeout=10)
    connection.request("POST", route.path, route.body, {"Content-Type": "application/json", "Authorization": f"Bearer {key}"})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{route.name}: {answer.status} {text.decode()}")
    return len(text)


def measure_rates(folder: str, service: servers.Server, say) -> dict[str, Load]:
    """Prints the first table."""
    routes = evaluation_routes(service)
    sizes = {route.name: answer_size(route) for route in routes}
    nginx = servers.start_nginx(folder, tuple(set(sizes.values())))
    beside = [Route(f"nginx, {route.name}", nginx, f"/{sizes[route.name]}", "POST", route.body, route.headers) for route in routes]
    loads = rounds([one for pair in zip(routes, beside) for one in pair], ROUNDS, SECONDS, say)
    nginx.stop()
    rows = []
    for name, size in sizes.items():
        found, base = loads[name], loads[f"nginx, {name}"]
        ratio, goal = statistics.median(a / b for a, b in zip(found.rates, base.rates)), RATIOS.get(name)
        rows.append([
            name, f"{size:,}", f"{statistics.median(found.rates):,.0f} /s", f"{statistics.median(base.rates):,.0f} /s", f"{ratio:.2f}",
            f"≥ {goal}" if goal else "", verdict(ratio >= goal) if goal else "", f"{statistics.median(found.slowest):.2f} ms",
            f"{statistics.median(found.costs):.1f} µs",
        ])  # fmt: skip
    servers.print_table(["route", "bytes", "rate", "nginx", "ratio", "goal", "", "p99", "processor time for one"], rows)
    return loads


# MARK: Memory and start


def memory(server: servers.Server) -> float:
    time.sleep(IDLE_SECONDS)
    return server.memory_megabytes()[0]


def measure_many(folder: str, say) -> list[list[str]]:
    """Rows about a service with 10 000 flags, started again."""
    say(f"making {PROJECTS * FLAGS} flags …")
    service = start(folder, "many")
    account = Account(service)
    for _ in range(PROJECTS):
        account.project(FLAGS)
    service.stop()
    service = start(folder, "many")
    starts = [service.start_milliseconds]
    for _ in range(2):
        service.stop()
        service = start(folder, "many")
        starts.append(service.start_milliseconds)
    megabytes, milliseconds = memory(service), statistics.median(starts)
    service.stop()
    name = f"{PROJECTS * FLAGS:,} flags"
    return [
        row(f"{name}, memory", megabytes, MANY_MEMORY, "MB"),
        row(f"{name}, start to first answer", milliseconds, MANY_START, "ms"),
    ]


def row(name: str, found: float, goal: float, unit: str) -> list[str]:
    return [name, f"{found:.1f} {unit}", f"≤ {goal} {unit}", verdict(found <= goal)]


# MARK: Streams


class Streams:
    """Subscribers that note when they are told of a change."""

    def __init__(self, server: servers.Server, uri: str, count: int) -> None:
        self._poll = select.epoll()
        self._sockets: dict[int, socket.socket] = {}
        request = f"GET {uri} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode()
        for number in range(count):
            connection = socket.create_connection(("127.0.0.1", server.port))
            connection.sendall(request)
            self._sockets[connection.fileno()] = connection
            if number % 100 == 99:
                # Until the head is there, or the queue of connections runs over.
                self._head(connection)
            connection.setblocking(False)
        for number in self._sockets:
            self._poll.register(number, select.EPOLLIN)
        time.sleep(1)
        self.told(0.5)

    def _head(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        head = connection.recv(4096)
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"a stream was answered {head.decode()}")

    def told(self, silence: float, enough: int | None = None) -> dict[int, float]:
        """When each was told of a change; ends when enough were, or none is for so many seconds."""
        times: dict[int, float] = {}
        while (enough is None or len(times) < enough) and (ready := self._poll.poll(silence)):
            for number, _ in ready:
                text = self._sockets[number].recv(65_536)
                now = time.perf_counter()
                if not text:
                    raise SystemExit("a stream was closed")
                if b"refetchEvaluation" in text:
                    times[number] = now
        return times

    def close(self) -> None:
        for connection in self._sockets.values():
            connection.close()


def measure_streams(folder: str, say) -> list[list[str]]:
    """Rows about many open change streams."""
    say(f"opening {STREAMS} streams …")
    service = start(folder, "streams")
    account = Account(service)
    path, key = account.project(5)
    body = service.ask("POST", "/ofrep/v1/evaluate/flags", {"context": CONTEXT}, key)
    uri = body["eventStreams"][0]["endpoint"]["requestUri"]
    before = memory(service)
    streams = Streams(service, uri[uri.index("/", 8) :] if uri.startswith("http") else uri, STREAMS)
    rows = [row(f"{STREAMS:,} open streams, memory", memory(service), STREAM_MEMORY, "MB"), ["   before them", f"{before:.1f} MB", "", ""]]
    all_times = []
    for change in range(CHANGES):
        answered = []

        def put() -> None:
            service.ask("PUT", f"{path}/{flag(0)['key']}", {"enabled": change % 2 == 1}, account.key)
            answered.append(time.perf_counter())

        changer = threading.Thread(target=put)
        changer.start()
        times = streams.told(5, STREAMS)
        changer.join()
        if len(times) != STREAMS:
            raise SystemExit(f"{len(times)} of {STREAMS} streams were told of a change")
        all_times.append(sorted((moment - answered[0]) * 1000 for moment in times.values()))
    middle = statistics.median(statistics.median(times) for times in all_times)
    last = statistics.median(times[-1] for times in all_times)
    streams.close()
    rows.append(["   2xx of a change to its event, median", f"{middle:.1f} ms", "", ""])
    rows.append(row("   2xx of a change to its event, last of all", last, LATENCY, "ms"))
    rows.append(["   memory after the changes", f"{memory(service):.1f} MB", "", ""])
    service.stop()
    return rows


# MARK: The engine alone


def engine_rows() -> list[list[str]]:
    """What `flag-lines bench` prints."""
    run = subprocess.run([os.path.join(servers.BINARIES, "flag-lines"), "bench", "1"], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stdout + run.stderr)
    rows = []
    for name, text in (line.split("\t") for line in run.stdout.splitlines()):
        number = float(text)
        if name.startswith("kilobytes"):
            rows.append([name.replace("kilobytes of", "memory of"), f"{number / 1024:.1f} MB", "", ""])
        else:
            goal = name.startswith("two conditions")
            rows.append([name, f"{number:,.0f} ns", f"{1e9 / number:,.0f} /s", verdict(number <= 1000) if goal else ""])
    return rows


def run(folder: str) -> bool:
    """Measures and prints everything; false when a server answered with errors."""
    say = lambda text: print(text, file=sys.stderr, flush=True)
    for line in machine.describe(folder):
        print(line)
    print()
    servers.print_table(["engine, one thread", "one evaluation", "rate", "≥ 1 000 000 /s"], engine_rows())
    print()
    service = start(folder, "rates")
    idle = memory(service)
    loads = measure_rates(folder, service, say)
    rows = [row("idle memory", idle, IDLE_MEMORY, "MB"), ["memory after the load", f"{memory(service):.1f} MB", "", ""]]
    service.stop()
    rows += measure_many(folder, say) + measure_streams(folder, say)
    print()
    servers.print_table(["service", "found", "goal", ""], rows)
    return sound(loads)


if __name__ == "__main__":
    servers.run_in_folder("flags", run)
