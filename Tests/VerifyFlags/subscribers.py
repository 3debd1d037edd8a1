"""Readers of event streams (SSE), any number of them in one thread, each with the times at which something arrived."""

import http.client
import io
import json
import resource
import selectors
import socket
import threading
import time
import urllib.parse
from dataclasses import dataclass, field


def allow_many_files():
    """As many open files as the system lets a process have; servers that are started later inherit it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@dataclass
class Event:
    """What stood between two blank lines, and when the second one arrived."""

    at: float
    fields: dict
    names: list = field(default_factory=list)

    @property
    def id(self):
        return self.fields.get("id")

    @property
    def data(self):
        return json.loads(self.fields.get("data", "null"))


class Subscriber:
    """One stream. What it reads is complete up to `seen`; `is_clean` tells whether the answer ended as HTTP says."""

    def __init__(self, url, path, receive_buffer=None, **headers):
        parts = urllib.parse.urlsplit(url)
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(20)
        self.socket.connect((parts.hostname, parts.port))
        lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}", "Accept: text/event-stream"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.request = " | ".join(lines)
        self.socket.sendall("".join(line + "\r\n" for line in lines).encode() + b"\r\n")
        self.began = time.perf_counter()
        self.status, self.headers, self.head_at = None, {}, None
        self.raw, self.text = b"", b""
        self.events, self.comments = [], []
        self.ended_at, self.is_clean, self.fault = None, False, None

    def read(self):
        """Takes what has arrived; False at the end."""
        try:
            data = self.socket.recv(1 << 16)
        except BlockingIOError:
            return True
        except OSError:
            data = b""
        now = time.perf_counter()
        if not data:
            self.ended_at = now
            return False
        self.raw += data
        if self.status is None and not self._head(now):
            return True
        self._chunks() if self._is_chunked else self._take(len(self.raw), 0)
        self._lines(now)
        if self.is_clean:
            self.ended_at = now
        return not self.is_clean

    def _head(self, now):
        head, end, rest = self.raw.partition(b"\r\n\r\n")
        if not end:
            return False
        first, _, fields = head.partition(b"\r\n")
        self.headers = http.client.parse_headers(io.BytesIO(fields + b"\r\n\r\n"))
        self.status, self.raw, self.head_at = int(first.split()[1]), rest, now
        return True

    @property
    def _is_chunked(self):
        return (self.headers["Transfer-Encoding"] or "").lower() == "chunked"

    def _chunks(self):
        while b"\r\n" in self.raw:
            size, _, rest = self.raw.partition(b"\r\n")
            count = int(size.split(b";")[0], 16)
            if len(rest) < count + 2:
                return
            if rest[count : count + 2] != b"\r\n":
                self.fault = f"a chunk of {count} bytes does not end where it says: {self.raw[:200]!r}"
            self._take(len(size) + 2 + count, len(size) + 2)
            self.raw = self.raw[2:]
            if count == 0:
                self.is_clean = True
                return

    def _take(self, end, start):
        self.text += self.raw[start:end]
        self.raw = self.raw[end:]

    def _lines(self, now):
        *blocks, self.text = self.text.replace(b"\r\n", b"\n").split(b"\n\n")
        # A comment may stand alone, without the blank line that ends an event.
        while self.text.startswith(b":") and b"\n" in self.text:
            line, _, self.text = self.text.partition(b"\n")
            blocks.append(line)
        for block in blocks:
            self._block(block, now)

    def _block(self, block, now):
        event = Event(now, {})
        for line in block.decode().split("\n"):
            name, colon, value = line.partition(":")
            if line and not colon:
                self.fault = f"a line without colon: {line!r}"
            if name:
                event.names.append(name)
                event.fields[name] = value.removeprefix(" ")
            elif colon:
                self.comments.append(now)
        # Without data nobody is told anything, as the standard says: so `retry` may stand alone.
        if "data" in event.fields:
            self.events.append(event)

    def __str__(self):
        events = [event.fields for event in self.events[-3:]]
        head = f"{self.request}\n  -> {self.status} {dict(self.headers.items())} {self.fault or ''}"
        return f"{head}\n     {len(self.events)} events: {events}"


class Listener:
    """Reads from many subscribers in a thread of its own."""

    def __init__(self):
        self._selector = selectors.DefaultSelector()
        self._news = threading.Condition()
        threading.Thread(target=self._run, daemon=True).start()

    def add(self, subscriber):
        subscriber.socket.setblocking(False)
        with self._news:
            self._selector.register(subscriber.socket, selectors.EVENT_READ, subscriber)
        return subscriber

    def close(self, subscriber):
        with self._news:
            try:
                self._selector.unregister(subscriber.socket)
            except (KeyError, ValueError):
                pass
            subscriber.socket.close()

    def wait(self, holds, seconds):
        """Whether something holds before the time is over."""
        with self._news:
            return self._news.wait_for(holds, seconds)

    def _run(self):
        while True:
            ready = self._selector.select(0.05)
            if not ready:
                continue
            with self._news:
                for key, _ in ready:
                    if key.fileobj.fileno() < 0:
                        continue
                    try:
                        goes_on = key.data.read()
                    except ValueError as error:
                        key.data.fault, key.data.ended_at, goes_on = f"no HTTP: {error}", time.perf_counter(), False
                    if not goes_on:
                        self._selector.unregister(key.fileobj)
                        key.data.socket.close()
                self._news.notify_all()
