#!/usr/bin/env python3
"""Measures whether the time of an answer tells what the answer does not say. `make bench` runs it after the table.

Pairs of requests are sent in turn over one connection; the difference of the medians is compared with the spread of each. What an observer
could use is a difference that stands out from that spread within few requests.
"""

import http.client
import json
import os
import statistics
import time

import servers

PAIRS = int(os.environ.get("PAIRS", "2000"))
SIGN_UPS = int(os.environ.get("SIGN_UPS", "200"))


class Client:
    def __init__(self, server: servers.Server) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)

    def ask(self, method: str, path: str, key: str | None = None, body: object = None, address: str | None = None) -> tuple[int, float]:
        """The status, and the time to the last byte in microseconds."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        headers |= {"Authorization": f"Bearer {key}"} if key else {}
        headers |= {"X-Forwarded-For": address} if address else {}
        text = None if body is None else json.dumps(body)
        start = time.perf_counter()
        self._connection.request(method, path, text, headers)
        answer = self._connection.getresponse()
        answer.read()
        return answer.status, (time.perf_counter() - start) * 1e6


def compare(name: str, one, other, pairs: int) -> list[str]:
    """A row of the table: two requests, each a function of the number of the try."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs):
        # In changing order, so that neither always comes second.
        for which in (0, 1) if number % 2 else (1, 0):
            times[which].append((one, other)[which](number)[1])
    medians = [statistics.median(values) for values in times]
    quartiles = [statistics.quantiles(values, n=4) for values in times]
    spread = max(upper - lower for lower, _, upper in quartiles)
    return [name, f"{medians[0]:,.0f} µs", f"{medians[1]:,.0f} µs", f"{medians[1] - medians[0]:+,.0f} µs", f"{spread:,.0f} µs"]


def run(folder: str) -> bool:
    service = servers.start_service("cronping", folder, TRUSTED_PROXIES="127.0.0.1")
    client = Client(service)
    keys = [service.ask("POST", "/api/v1/signup", {"email": f"{name}@example.com"})["api_key"] for name in ("one", "two")]
    monitors = [service.ask("POST", "/api/v1/monitors", {"name": "job"}, key)["id"] for key in keys]
    wrong = keys[0][:-7] + ("a" if keys[0][-7] != "a" else "b") + keys[0][-6:]
    nobody = "ch_" + "0" * 36
    missing = "mon_" + "0" * 20
    # An address of its own for each, because sign-ups are limited by address and by e-mail.
    address = lambda number: f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    taken = lambda number: f"taken{number // 4}@example.com"
    for number in range(0, SIGN_UPS, 4):
        client.ask("POST", "/api/v1/signup", body={"email": taken(number)}, address=address(1 << 20 | number))
    rows = [
        compare(
            "wrong key: one like a right one, and any other",
            lambda _: client.ask("GET", "/api/v1/monitors", wrong),
            lambda _: client.ask("GET", "/api/v1/monitors", nobody),
            PAIRS,
        ),
        compare(
            "right key, and wrong key (nothing to see either way)",
            lambda _: client.ask("GET", f"/api/v1/monitors/{missing}", keys[0]),
            lambda _: client.ask("GET", f"/api/v1/monitors/{missing}", wrong),
            PAIRS,
        ),
        compare(
            "another account's monitor, and none",
            lambda _: client.ask("GET", f"/api/v1/monitors/{monitors[1]}", keys[0]),
            lambda _: client.ask("GET", f"/api/v1/monitors/{missing}", keys[0]),
            PAIRS,
        ),
        compare(
            "sign-up: new e-mail, and taken e-mail",
            lambda number: client.ask("POST", "/api/v1/signup", body={"email": f"new{number}@example.com"}, address=address(2 << 20 | number)),
            lambda number: client.ask("POST", "/api/v1/signup", body={"email": taken(number)}, address=address(3 << 20 | number)),
            SIGN_UPS,
        ),
    ]
    service.stop()
    servers.print_table(["pair", "first", "second", "difference", "spread (quartiles)"], rows)
    return True


if __name__ == "__main__":
    servers.run_in_folder("timing", run)
