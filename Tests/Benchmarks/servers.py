"""Starts and stops the servers that are measured, and measures the starting, the stopping and the memory."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BINARIES = os.environ.get("BINARIES") or os.path.join(ROOT, ".build/release")
ATTEMPT = 0.0005  # seconds between two attempts to connect

running: list[subprocess.Popen] = []


def end_all() -> None:
    """Ends what an aborted benchmark left running. By SIGTERM first: nginx takes its workers with it only then."""
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Log:
    """Reads what a server prints, as journald or Docker would, and keeps the end of it."""

    def __init__(self, pipe) -> None:
        self._end = b""
        self._reader = threading.Thread(target=self._read, args=(pipe,), daemon=True)
        self._reader.start()

    def _read(self, pipe) -> None:
        while chunk := pipe.read1(1 << 16):
            self._end = (self._end + chunk)[-2000:]

    def end(self) -> str:
        """The last lines, once the server is gone."""
        self._reader.join(timeout=1)
        return self._end.decode(errors="replace")


@dataclass
class Server:
    """A running process that answers on a port of this machine."""

    name: str
    port: int
    process: subprocess.Popen
    start_milliseconds: float
    log: Log

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def ask(self, method: str, path: str, body: object = None, key: str | None = None) -> dict:
        """Sends one JSON request; anything but a 2xx ends the benchmark."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if not 200 <= answer.status < 300:
            raise SystemExit(f"{self.name}: {method} {path} answered {answer.status}: {text.decode(errors='replace')}")
        return json.loads(text)

    def memory_megabytes(self) -> tuple[float, float]:
        """Resident (VmRSS) and proportional (Pss) memory."""
        return _kilobytes(self.process.pid, "status", "VmRSS:") / 1024, _kilobytes(self.process.pid, "smaps_rollup", "Pss:") / 1024

    def processor_seconds(self) -> float:
        """Processor time used so far, by the process and its children (nginx works in those)."""
        own = self.process.pid
        children = open(f"/proc/{own}/task/{own}/children").read().split()
        return sum(_processor_seconds(pid) for pid in [own, *map(int, children)])

    def stop(self, idle_connections: int = 0) -> float:
        """Sends SIGTERM while so many kept connections idle; milliseconds until the process is gone."""
        connections = [self._idle_connection() for _ in range(idle_connections)]
        start = time.perf_counter()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=30)
        milliseconds = (time.perf_counter() - start) * 1000
        for connection in connections:
            connection.close()
        if status != 0:
            raise SystemExit(f"{self.name} ended with status {status} after SIGTERM; its log:\n{self.log.end()}")
        return milliseconds

    def _idle_connection(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        return connection


def start(name: str, command: list[str], port: int, path: str, environment: dict[str, str]) -> Server:
    """Starts a server and waits for its first answer at `path`."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    running.append(process)
    log = Log(process.stdout)
    while not _answers(port, path):
        if process.poll() is not None or time.perf_counter() - began > 30:
            process.kill()
            raise SystemExit(f"{name} did not start; its log:\n{log.end()}")
        time.sleep(ATTEMPT)
    return Server(name, port, process, (time.perf_counter() - began) * 1000, log)


def start_service(name: str, folder: str, mode: str = "serve", path: str = "/healthz", **settings: str) -> Server:
    """Starts one of our executables with a database of its own in `folder`, and more settings by their names."""
    port = free_port()
    environment = {
        "HOST": "127.0.0.1", "PORT": str(port), "ADMIN_PORT": str(free_port()), "BASE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_PATH": os.path.join(folder, name, "app.db"), "LOG_LEVEL": "info", "LOG_FORMAT": "text",
        "REQUESTS_PER_MINUTE": "10000000",
    } | settings
    return start(name, [os.path.join(BINARIES, name), mode], port, path, environment)


def start_nginx(folder: str, sizes: tuple[int, ...] = ()) -> Server:
    """nginx as fast as it gets: no log, one line of answer, a worker per core. At `/SIZE` it gives JSON of so many bytes, as far as one sees."""
    port = free_port()
    # A word of its configuration has at most 4096 bytes.
    sized = "".join(
        f'location = /{size} {{ default_type application/json; return 200 "{"${kilobyte}" * (size >> 10)}{"x" * (size & 1023)}"; }}' for size in sizes
    )
    configuration = os.path.join(folder, "nginx.conf")
    with open(configuration, "w") as file:
        file.write(f"""
            daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log stderr;
            events {{ worker_connections 1024; }}
            http {{
                access_log off; keepalive_requests 1000000000; default_type text/plain;
                client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
                uwsgi_temp_path {folder}; scgi_temp_path {folder};
                server {{
                    listen 127.0.0.1:{port}; location / {{ return 200 "OK"; }}
                    set $kilobyte "{"x" * 1024}"; {sized}
                }}
            }}
        """)
    path = os.environ["PATH"] + ":/usr/sbin"
    return start("nginx", ["nginx", "-c", configuration, "-p", folder], port, "/", {"PATH": path})


def run_in_folder(name: str, run: Callable[[str], bool]) -> NoReturn:
    """Runs a benchmark with a folder of its own on this disk, ends what it has left running, and the process: with 1 if it gives False."""
    os.makedirs(os.path.join(ROOT, ".run"), exist_ok=True)
    folder = tempfile.mkdtemp(prefix=f"{name}-", dir=os.path.join(ROOT, ".run"))
    try:
        good = run(folder)
    finally:
        end_all()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if good else 1)


def print_table(head: list[str], rows: list[list[str]]) -> None:
    """As Markdown."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    line = lambda row: "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
    print(line(head), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows), sep="\n")


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _processor_seconds(pid: int) -> float:
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _kilobytes(pid: int, file: str, field: str) -> int:
    for line in open(f"/proc/{pid}/{file}"):
        if line.startswith(field):
            return int(line.split()[1])
    raise SystemExit(f"/proc/{pid}/{file} has no {field}")
