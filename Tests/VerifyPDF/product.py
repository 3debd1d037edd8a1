"""The product as a user has it: the release executable, a file of its own, HTTP."""

import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class DocuMint:
    """A running DocuMint with a plan that has no end."""

    def __init__(self, **environment):
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        plans = {"plans": [{"name": "free", "price": 0, "limits": {"monthly_limit": 100_000_000}}]}
        (folder / "plans.json").write_text(json.dumps(plans))
        self.port = free_port()
        self.log = open(folder / "log", "wb")
        self.process = subprocess.Popen(
            [str(ROOT / ".build/release/documint")],
            stdout=self.log,
            stderr=self.log,
            env={
                **os.environ,
                "PORT": str(self.port),
                "ADMIN_PORT": str(free_port()),
                "DATABASE_PATH": str(folder / "app.db"),
                "PLANS_FILE": str(folder / "plans.json"),
                "DEMOS_PER_HOUR": "1000000",
                "VALIDATIONS_PER_HOUR": "1000000",
                "REQUESTS_PER_MINUTE": "1000000",
                "LOG_LEVEL": "warning",
                **environment,
            },
        )
        self.url = f"http://127.0.0.1:{self.port}"
        self.wait()
        status, _, body = self.post("/api/v1/signup", {"email": "judge@example.com"}, key=False)
        assert status == 201, body
        self.key = json.loads(body)["api_key"]

    def wait(self):
        for _ in range(100):
            try:
                urllib.request.urlopen(self.url + "/readyz", timeout=1).read()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("documint did not start: " + pathlib.Path(self.folder.name, "log").read_text())
                time.sleep(0.05)
        raise SystemExit("documint did not answer")

    def post(self, path, body, accept=None, key=True, content_type="application/json"):
        """Status, header fields and bytes of the answer, whatever the status."""
        data = body if isinstance(body, (bytes, bytearray)) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers={"Content-Type": content_type})
        if accept:
            request.add_header("Accept", accept)
        if key:
            request.add_header("Authorization", "Bearer " + self.key)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
        self.folder.cleanup()
