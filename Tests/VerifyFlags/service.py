"""FlagBit as a user has it: the release executable with a file of its own, spoken to over HTTP.

FLAGBIT_URL names a service that runs already, which is used instead; a judge then leaves out what needs another one or its process.
FLAGBIT_BINARIES names another folder with the executable.

    with FlagBit() as service:
        project = service.sign_up()
        project.create("a", type="string", default_value="x")
        project.sdk("POST", "/ofrep/v1/evaluate/flags/a", {"context": {}}).json
"""

import http.client
import itertools
import json
import os
import pathlib
import sys
import tempfile
import threading
import urllib.parse
from dataclasses import dataclass

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Benchmarks"))

import servers

servers.BINARIES = os.environ.get("FLAGBIT_BINARIES", servers.BINARIES)

EVALUATE = "/ofrep/v1/evaluate/flags"
LIMITS = {"project_limit": 100_000, "flag_limit": 100_000, "evaluation_limit": 1_000_000_000}


@dataclass
class Answer:
    """What came back, and what was asked, for complaints."""

    request: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    def __getitem__(self, name):
        """A header field, None if it is absent."""
        return self.headers[name]

    def __str__(self):
        return f"{self.request}\n  -> {self.status} {dict(self.headers.items())}\n     {self.body[:1000].decode(errors='replace')}"


class Client:
    """Sends requests over a kept connection of each thread."""

    def __init__(self, url, headers=None, timeout=20):
        parts = urllib.parse.urlsplit(url)
        self.url, self.host, self.port, self.timeout = url.rstrip("/"), parts.hostname, parts.port, timeout
        self.headers = headers or {}
        self._local = threading.local()

    def __call__(self, method, path, body=None, headers=None):
        """The answer, whatever its status. A body that is neither bytes nor None is sent as JSON; a header that is None is not sent."""
        fields = {"Content-Type": "application/json"} if body is not None else {}
        fields |= self.headers | (headers or {})
        fields = {name: value for name, value in fields.items() if value is not None}
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        kept = getattr(self._local, "connection", None)
        connection = kept or http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        try:
            connection.request(method, path, data, fields)
            response = connection.getresponse()
            text = response.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            self._local.connection = None
            # The service may close a kept connection at any time; then the request is sent again, once.
            if not kept:
                raise
            return self(method, path, body, headers)
        self._local.connection = None if response.will_close else connection
        shown = {name: value for name, value in fields.items() if name != "Content-Type"}
        return Answer(f"{method} {path} {shown} {(data or b'')[:500].decode(errors='replace')}", response.status, response.headers, text)


@dataclass
class Project:
    """A project, its keys, and clients that use them."""

    id: int
    api_key: str
    sdk_key: str
    manage: Client
    sdk: Client

    @property
    def path(self):
        return f"/api/v1/projects/{self.id}"

    def create(self, key, **fields):
        """Makes a flag, which must succeed."""
        return self._done(self.manage("POST", f"{self.path}/flags", {"key": key} | fields), 201)

    def change(self, key, **fields):
        return self._done(self.manage("PUT", f"{self.path}/flags/{key}", fields), 200)

    def delete(self, key):
        return self._done(self.manage("DELETE", f"{self.path}/flags/{key}"), 204)

    def end(self):
        """Deletes the project."""
        return self._done(self.manage("DELETE", self.path), 204)

    def evaluate(self, key, context=None, **headers):
        return self.sdk("POST", f"{EVALUATE}/{key}", {"context": context or {}}, headers)

    def evaluate_all(self, context=None, headers=None, query=""):
        return self.sdk("POST", EVALUATE + query, {"context": context or {}}, headers)

    def _done(self, answer, status):
        if answer.status != status:
            raise SystemExit(f"a change was refused:\n{answer}")
        return answer


class FlagBit:
    """A running FlagBit with a plan that has no end. Settings of the service may be given by their names."""

    _numbers = itertools.count(1)

    def __init__(self, own=False, **settings):
        """`own` starts one even if FLAGBIT_URL is set."""
        self.server = self.folder = None
        self.settings = {"LOG_LEVEL": "warning", "FREE_TOOLS_PER_HOUR": "1000000"} | settings
        self.url = os.environ.get("FLAGBIT_URL", "")
        if own or settings or not self.url:
            self.folder = tempfile.TemporaryDirectory()
            plans = pathlib.Path(self.folder.name, "plans.json")
            plans.write_text(json.dumps({"plans": [{"name": "free", "price": 0, "limits": LIMITS}]}))
            self.settings["PLANS_FILE"] = str(plans)
            self.start()

    @property
    def is_own(self):
        return self.folder is not None

    def start(self):
        """Starts it on a free port, with the file that it had before."""
        self.server = servers.start_service("flagbit", self.folder.name, **self.settings)
        self.url = self.server.url("")

    def stop(self):
        """Ends it by SIGTERM, which must end with status 0; the milliseconds it took."""
        milliseconds = self.server.stop()
        servers.running.remove(self.server.process)
        self.server = None
        return milliseconds

    def client(self, key=None, **headers):
        return Client(self.url, headers | ({"Authorization": f"Bearer {key}"} if key else {}))

    def sign_up(self):
        """A new account with its first project."""
        email = f"judge-{os.getpid()}-{os.urandom(4).hex()}-{next(self._numbers)}@example.com"
        answer = self.client()("POST", "/api/v1/signup", {"email": email})
        if answer.status != 201:
            raise SystemExit(f"no account:\n{answer}")
        account = answer.json
        manage = self.client(account["api_key"])
        projects = manage("GET", "/api/v1/projects").json["projects"]
        return Project(projects[0]["id"], account["api_key"], account["sdk_key"], manage, self.client(account["sdk_key"]))

    def add_project(self, project, name="Another"):
        """Another project of the account of `project`."""
        answer = project.manage("POST", "/api/v1/projects", {"name": name})
        if answer.status != 201:
            raise SystemExit(f"no project:\n{answer}")
        key = answer.json["sdk_key"]
        return Project(answer.json["id"], project.api_key, key, project.manage, self.client(key))

    def again(self, project):
        """The project after a restart, which is on another port."""
        return Project(project.id, project.api_key, project.sdk_key, self.client(project.api_key), self.client(project.sdk_key))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            self.stop()
        if self.folder:
            self.folder.cleanup()


class Judge:
    """Counts what was compared, and prints what is wrong: the first few of each kind."""

    SHOWN = 3

    def __init__(self):
        self.count = 0
        self.complaints = {}
        self._lock = threading.Lock()

    def check(self, kind, holds, what=""):
        """`what`, said only if it does not hold, is anything that can be printed, or a function that gives it."""
        with self._lock:
            self.count += 1
            if not holds:
                said = what() if callable(what) else what
                self.complaints.setdefault(kind, []).append(str(said))
        return bool(holds)

    def equal(self, kind, found, wanted, what=""):
        """Equal as JSON values: of the same type, so that 1, 1.0 and True differ."""
        return self.check(kind, same(found, wanted), lambda: f"found {found!r}, wanted {wanted!r} {what}")

    def finish(self, summary):
        """Prints everything and ends the program if something was wrong."""
        for kind, complaints in self.complaints.items():
            print(f"\n{kind}: {len(complaints)} times" if len(complaints) > 1 else f"\n{kind}:")
            for complaint in complaints[: self.SHOWN]:
                print("  " + complaint.replace("\n", "\n  "))
        if self.complaints:
            print()
            sys.exit(f"{sum(map(len, self.complaints.values()))} of {self.count} comparisons failed, of {len(self.complaints)} kinds")
        print(f"{self.count} comparisons: {summary}")


def same(a, b):
    """Whether two JSON values are of the same types and equal, -0.0 and 0.0 told apart."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[name], b[name]) for name in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return repr(a) == repr(b) if isinstance(a, float) else a == b


def attempt(judge, step, *arguments):
    """Takes a step of a judge. An answer that is so wrong that it cannot go on is a complaint, and the others go on."""
    try:
        step(*arguments)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError, SystemExit) as error:
        judge.check(f"{step.__name__} ended early", False, repr(error))
