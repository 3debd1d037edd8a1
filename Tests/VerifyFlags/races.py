"""Changes of flags beside evaluations of them, over many connections."""

import json
import threading

from service import EVALUATE, Client


def rule(value, *conditions):
    """A rule of conditions that are (attribute, operator, value)."""
    return {"conditions": [dict(zip(("attribute", "operator", "value"), condition)) for condition in conditions], "value": value}


class Races:
    """Writers that change flags while readers look."""

    READERS = 8
    # Each state is consistent in itself; what an answer of each state has, by what it needs in the context.
    STATES = [
        dict(enabled=True, default_value="a", off_value=None, variants={"va": "a", "ra": "A"}, rules=[rule("A", ("r", "eq", 1))]),
        dict(enabled=True, default_value="b", off_value="c", variants={"vb": "b", "rb": "B"}, rules=[rule("B", ("r", "eq", 1))]),
        dict(enabled=False, default_value="a", off_value="c", variants={"vc": "c"}, rules=[]),
        dict(enabled=True, default_value="d", off_value=None, variants={}, rules=[]),
    ]
    SEEN = {
        0: {("a", "va", "DEFAULT"), ("b", "vb", "DEFAULT"), ("c", "vc", "DISABLED"), ("d", None, "STATIC")},
        1: {("A", "ra", "TARGETING_MATCH"), ("B", "rb", "TARGETING_MATCH"), ("c", "vc", "DISABLED"), ("d", None, "STATIC")},
    }

    def __init__(self, judge, service, rounds):
        self.judge, self.service, self.rounds = judge, service, rounds
        self.project = service.sign_up()
        self.done = threading.Event()
        self.reads = 0
        self.bodies = {}
        for number in range(2):
            self.project.create(f"flip-{number}", type="string", **self.STATES[0])
            self.project.create(f"count-{number}", type="integer", default_value=0)

    def run(self):
        writers = [threading.Thread(target=self._guarded, args=(self.write, number)) for number in range(2)]
        readers = [threading.Thread(target=self._guarded, args=(self.read, number)) for number in range(self.READERS)]
        for thread in readers + writers:
            thread.start()
        for thread in writers:
            thread.join()
        self.done.set()
        for thread in readers:
            thread.join()
        self.judge.check("readers read", self.reads > self.rounds, self.reads)

    def _guarded(self, work, number):
        try:
            work(number)
        except BaseException as error:
            self.judge.check("a thread of the judge ended early", False, repr(error))
            self.done.set()

    def write(self, number):
        """After each 2xx, evaluations over two other connections must give what was written."""
        others = [Client(self.service.url, self.project.sdk.headers) for _ in range(2)]
        for turn in range(1, self.rounds + 1):
            self.project.change(f"flip-{number}", **self.STATES[turn % len(self.STATES)])
            self.project.change(f"count-{number}", default_value=turn)
            for client in others:
                answer = client("POST", f"{EVALUATE}/count-{number}", {"context": {}})
                self.expect("a change is seen once it is answered", answer.json.get("value"), turn, answer)
                answer = client("POST", EVALUATE, {"context": {}})
                found = {entry["key"]: entry.get("value") for entry in answer.json["flags"]}
                self.expect("a change is seen by bulk once it is answered", found[f"count-{number}"], turn, answer)

    def expect(self, kind, found, wanted, answer):
        self.judge.check(kind, found == wanted, lambda: f"wanted {wanted}\n{answer}")

    def read(self, number):
        last = {}
        while not self.done.is_set():
            self.reads += 1
            kind = self.reads % 2
            context = {"r": kind}
            if number % 2:
                answer = self.project.evaluate(f"flip-{self.reads % 3 % 2}", context)
                entries = [answer.json]
            else:
                answer = self.project.evaluate_all(context)
                entries = answer.json["flags"]
                flags = json.dumps(entries)
                self.judge.check("one ETag, one answer, while flags change", self.bodies.setdefault(answer["ETag"], flags) == flags, answer)
            for entry in entries:
                if entry["key"].startswith("count-"):
                    back = entry["value"] < last.get(entry["key"], 0)
                    last[entry["key"]] = entry["value"]
                    self.judge.check("nobody sees an older state after a newer one", not back, answer)
                else:
                    found = (entry.get("value"), entry["variant"], entry["reason"])
                    self.judge.check("nobody sees half of a change", found in self.SEEN[kind], lambda: f"{found} with {context}\n{answer}")
