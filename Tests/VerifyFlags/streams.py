"""FlagBit's event streams (SSE): who subscribes learns of every change, soon, and nobody holds anybody up.

    streams.py [--count 200] [--seed 1] [--strict] [--streams 5000] [--slow 200]

Judges the head, the form of events, comments in silence, `Last-Event-ID`, many subscribers, subscribers that never read, channels that
nobody has, the end of a project, of an account and of the service. Prints how long after the answer to a change its event arrived (below 0:
before the answer did), as median and maximum over `--count` changes. Unless `--strict` says that nothing else runs on the machine, an
event may take a second instead of 0.1, a comment 25 instead of 21, and a service that stops may cut what takes it more than one.

`--streams` opens so many streams on one project, and prints the memory of the service and the latency to all of them.
"""

import argparse
import json
import random
import re
import statistics
import threading
import time

import requests
import sseclient

from service import EVALUATE, FlagBit, Judge, attempt
from subscribers import Listener, Subscriber, allow_many_files

MEMORY = 150  # megabytes for 5 000 streams
SILENCE = 20  # seconds between two comments


class Streams:
    """Checks of one service. `limit` is how many seconds an event may take."""

    def __init__(self, judge, service, arguments):
        self.judge, self.service, self.arguments = judge, service, arguments
        self.limit = 0.1 if arguments.strict else 1.0
        self.listener = Listener()
        self.needs_key = False
        self.owner = service.sign_up()
        self.project = self.new_project()

    def new_project(self):
        project = self.service.add_project(self.owner)
        project.create("flag", type="integer", default_value=0)
        return project

    def address(self, project):
        return project.evaluate_all().json["eventStreams"][0]["endpoint"]["requestUri"]

    def subscribe(self, project, buffer=None, path=None, **headers):
        """A subscriber whose head has arrived."""
        subscriber = self.open(project, buffer, path, **headers)
        arrived = self.listener.wait(lambda: subscriber.status or subscriber.ended_at, 5)
        self.judge.check("the head comes at once", arrived and subscriber.status == 200, subscriber)
        return subscriber

    def open(self, project, buffer=None, path=None, **headers):
        if self.needs_key:
            headers["Authorization"] = f"Bearer {project.sdk_key}"
        return self.listener.add(Subscriber(self.service.url, path or self.address(project), buffer, **headers))

    def current(self, project):
        """Id and data of the state of now, as who comes with an unknown id is told."""
        subscriber = self.subscribe(project, Last_Event_ID="unknown")
        self.judge.check("an unknown id is told the state at once", self.listener.wait(lambda: subscriber.events, self.limit), subscriber)
        self.listener.close(subscriber)
        event = subscriber.events[-1]
        return event.id, event.data

    def no_channel(self, kind, project, path):
        subscriber = self.open(project, path=path)
        self.listener.wait(lambda: subscriber.status or subscriber.ended_at, 5)
        self.judge.check(kind, subscriber.status in (401, 404), subscriber)
        self.judge.check(f"{kind}: CORS", subscriber.headers.get("Access-Control-Allow-Origin") == "*", subscriber)
        self.listener.close(subscriber)

    def nothing(self, kind, subscriber, count, seconds=0.3):
        """No more events than `count` within some time."""
        self.listener.wait(lambda: len(subscriber.events) > count, seconds)
        self.judge.check(kind, len(subscriber.events) == count, subscriber)

    def form(self, event, subscriber):
        """An event is exactly `id`, `event: message` and one line of `data`."""
        right = sorted(event.names) == ["data", "event", "id"] and event.fields["event"] == "message" and event.id
        self.judge.check("event: its lines", right, subscriber)
        data = event.data
        self.judge.check("event: members of its data", data.keys() == {"type", "etag", "lastModified"}, data)
        self.judge.check("event: type", data.get("type") == "refetchEvaluation", data)
        self.judge.check("event: etag", isinstance(data.get("etag"), str) and data["etag"], data)
        modified = data.get("lastModified")
        whole = type(modified) is int and abs(modified - time.time()) < 86_400
        text = isinstance(modified, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", modified)
        self.judge.check("event: lastModified", whole or text, data)

    # MARK: checks

    def access(self):
        """Whether the address alone opens the stream; what no channel answers."""
        path = self.address(self.project)
        first = self.open(self.project)
        self.listener.wait(lambda: first.status or first.ended_at, 5)
        if first.status in (401, 403):
            self.needs_key = True
        print(f"a stream's address {'needs the SDK key beside it' if self.needs_key else 'is enough to open it'}")
        self.listener.close(first)
        head = self.subscribe(self.project)
        self.judge.check("head: content type", (head.headers["Content-Type"] or "").split(";")[0] == "text/event-stream", head)
        self.judge.check("head: not cached", re.search("no-cache|no-store", head.headers["Cache-Control"] or ""), head)
        self.judge.check("head: chunked", head.headers["Transfer-Encoding"] == "chunked" and not head.headers["Content-Length"], head)
        self.judge.check("head: CORS", head.headers["Access-Control-Allow-Origin"] == "*", head)
        self.nothing("nothing is said to who comes without an id", head, 0)
        self.listener.close(head)
        # What names the channel is long; one character more or less, the same ones in another order, or what is no such name at all.
        for change in (lambda name: name + "0", lambda name: name[:-1], lambda name: name[::-1], lambda name: "nobody", lambda name: ""):
            other = re.sub(r"[0-9A-Za-z_-]{16,}", lambda name: change(name[0]), path)
            self.no_channel("a channel that nobody has", self.project, other)
        for method in ("POST", "PUT", "DELETE"):
            answer = self.project.sdk(method, path)
            self.judge.check("other methods on a stream", answer.status == 405, answer)
        self.judge.check("each project has a channel of its own", self.needs_key or self.address(self.new_project()) != path, path)

    def latency(self, project, subscribers, rounds, kind="latency"):
        """Seconds from the answer to each change until its event arrived, for every subscriber."""
        found = []
        for number in range(rounds):
            before = [len(subscriber.events) for subscriber in subscribers]
            project.change("flag", default_value=time.monotonic_ns() % 2**52)
            answered = time.perf_counter()
            all_told = lambda: all(len(subscriber.events) > count for subscriber, count in zip(subscribers, before))
            told = self.listener.wait(all_told, max(self.limit, 5))
            late = [subscriber for subscriber, count in zip(subscribers, before) if len(subscriber.events) == count]
            self.judge.check(f"{kind}: every change reaches everybody", told, lambda: f"{len(late)} not told of change {number}: {late[0]}")
            events = [event for subscriber, count in zip(subscribers, before) for event in subscriber.events[count : count + 1]]
            found += [event.at - answered for event in events]
        worst = max(found, default=self.limit)
        self.judge.check(f"{kind}: at most {self.limit} s", worst <= self.limit, f"{worst:.3f} s")
        median = statistics.median(found) * 1000
        print(f"{kind}: {len(found)} events, median {median:.2f} ms after the answer, maximum {worst * 1000:.2f} ms")

    def events(self):
        subscribers = [self.subscribe(self.project) for _ in range(3)]
        self.latency(self.project, subscribers, self.arguments.count)
        first = subscribers[0]
        for event in first.events:
            self.form(event, first)
        ids = [event.id for event in first.events]
        self.judge.check("event: ids differ", len(set(ids)) == len(ids), ids)
        etags = [event.data["etag"] for event in first.events]
        self.judge.check("event: etags differ", len(set(etags)) == len(etags), etags)
        same = all([event.fields for event in other.events] == [event.fields for event in first.events] for other in subscribers)
        self.judge.check("everybody is told the same", same, subscribers[1])
        for subscriber in subscribers:
            self.judge.check("chunks are whole", not subscriber.fault, subscriber)
            self.listener.close(subscriber)

    def standard_client(self):
        """A client for SSE that nobody here wrote reads the same, and comes back with the id that it has read."""
        project = self.new_project()
        headers = {"Authorization": f"Bearer {project.sdk_key}"} if self.needs_key else {}

        def events(**more):
            answer = requests.get(self.service.url + self.address(project), headers=headers | more, stream=True, timeout=5)
            return answer, sseclient.SSEClient(answer).events()

        answer, stream = events()
        for number in range(1, 6):
            project.change("flag", default_value=number)
            event = next(stream)
            self.judge.equal("SSE client: event", [event.event, json.loads(event.data)["type"]], ["message", "refetchEvaluation"])
        answer.close()
        project.change("flag", default_value=6)
        answer, stream = events(**{"Last-Event-ID": event.id})
        again = next(stream)
        answer.close()
        self.judge.check("SSE client: comes back", again.id != event.id and again.id == self.current(project)[0], again)

    def visible(self):
        """Who is told of a change and asks at once is given the changed flags, even before the change is answered."""
        project = self.new_project()
        subscriber = self.subscribe(project)
        for number in range(1, 51):
            change = threading.Thread(target=project.change, args=("flag",), kwargs={"default_value": number})
            change.start()
            if self.judge.check("told", self.listener.wait(lambda: len(subscriber.events) == number, 5), subscriber):
                answer = project.evaluate("flag")
                self.judge.equal("an event comes after what it is about", answer.json.get("value"), number, f"\n{answer}")
                etag = subscriber.events[-1].data["etag"]
                answer = project.evaluate_all(None, None, "?flagConfigEtag=" + etag.replace('"', "%22"))
                self.judge.check("a refetch for an event", answer.status == 200 and answer.json["flags"][0]["value"] == number, answer)
            change.join()
        self.listener.close(subscriber)

    def occasions(self):
        """What makes an event, and what does not."""
        project, other = self.new_project(), self.new_project()
        subscriber, count = self.subscribe(project), 0
        for change in (
            lambda: project.create("new"), lambda: project.change("new", enabled=False), lambda: project.delete("new"),
            lambda: project.change("flag", rules=[{"conditions": [{"attribute": "a", "operator": "eq", "value": 1}], "value": 5}]),
        ):
            change()
            count += 1
            told = self.listener.wait(lambda: len(subscriber.events) == count, self.limit)
            self.judge.check("every kind of change is told", told, subscriber)
        path = f"{project.path}/flags"
        refused = [
            project.manage("POST", path, {"key": "flag"}), project.manage("PUT", f"{path}/flag", {"default_value": "x"}),
            project.manage("PUT", f"{path}/nobody", {"enabled": True}), project.manage("DELETE", f"{path}/nobody"),
            project.sdk("DELETE", f"{path}/flag"),
        ]
        self.judge.check("refused", all(answer.status >= 400 for answer in refused), [answer.status for answer in refused])
        other.change("flag", default_value=1)
        self.service.sign_up().create("flag")
        project.evaluate_all()
        self.nothing("what is refused, of others or only read is not told", subscriber, count)
        self.listener.close(subscriber)

    def resuming(self):
        """`Last-Event-ID` of now, of before, and what was never an id."""
        project = self.new_project()
        for turn in range(1, 21):
            old, _ = self.current(project)
            same = self.subscribe(project, Last_Event_ID=old)
            if turn % 10 == 1:
                self.nothing("the id of now: nothing is told", same, 0)
            project.change("flag", default_value=turn)
            self.judge.check("the id of now: the next change is told", self.listener.wait(lambda: same.events, self.limit), same)
            new = same.events[-1].id
            for id in (old, "unknown", "0", "-1", "999999999999999999999", "%00", '"', "x" * 5_000):
                late = self.subscribe(project, last_event_id=id)
                told = self.listener.wait(lambda: late.events, self.limit)
                self.judge.check("an older or unknown id: the state is told at once", told and late.events[-1].id == new, late)
                if late.events:
                    self.form(late.events[-1], late)
                self.listener.close(late)
            self.listener.close(same)

    def crowd(self):
        """Subscribers that come and go while flags change: in the end everybody who is there knows the last state."""
        project, chosen = self.new_project(), random.Random(self.arguments.seed)
        address, done = self.address(project), threading.Event()

        def write():
            for number in range(self.arguments.count):
                project.change("flag", default_value=number)
            done.set()

        writer = threading.Thread(target=write)
        there = [self.open(project, path=address) for _ in range(50)]
        writer.start()
        last_id = "unknown"
        while not done.is_set():
            gone = there.pop(chosen.randrange(len(there)))
            last_id = gone.events[-1].id if gone.events else last_id
            self.listener.close(gone)
            there.append(self.open(project, path=address, Last_Event_ID=last_id))
        writer.join()
        final, _ = self.current(project)
        last = lambda subscriber: subscriber.events[-1].id if subscriber.events else None
        # Who came with the last id, or after the last change without one, is told nothing.
        late = lambda: [one for one in there if last(one) != final and f"Last-Event-ID: {final}" not in one.request]
        self.listener.wait(lambda: not late(), 5)
        self.judge.check("everybody knows the last state", not late(), lambda: f"wanted {final}, {len(late())} do not: {late()[0]}")
        for subscriber in there:
            self.judge.check("a stream goes on", subscriber.ended_at is None and subscriber.status == 200, subscriber)
            self.listener.close(subscriber)

    def slow(self):
        """Those that never read neither delay others nor cost memory."""
        project = self.new_project()
        address = self.address(project)
        good = [self.subscribe(project) for _ in range(3)]
        slow = []
        for _ in range(self.arguments.slow):
            headers = {"Authorization": f"Bearer {project.sdk_key}"} if self.needs_key else {}
            slow.append(Subscriber(self.service.url, address, 2_048, **headers))
        self.latency(project, good, 20, "before slow readers")
        before = self.memory()
        rounds = self.arguments.count * 10
        self.latency(project, good, rounds, f"beside {len(slow)} slow readers")
        after = self.memory()
        if before:
            print(f"{len(slow)} slow readers and {rounds} changes: {before:.1f} MB before, {after:.1f} MB after")
            self.judge.check("slow readers cost no memory", after - before < 30, f"{before:.1f} MB before, {after:.1f} MB after")
        final = good[0].events[-1].id
        for subscriber in slow:
            self.listener.add(subscriber)
        late = lambda: [one for one in slow if not one.ended_at and not (one.events and one.events[-1].id == final)]
        told = self.listener.wait(lambda: not late(), 60)
        self.judge.check("who reads at last knows the last state, or was ended", told, lambda: f"{len(late())} do not: {late()[0]}")
        ended = sum(subscriber.ended_at is not None for subscriber in slow)
        print(f"slow readers: {ended} ended by the service, {len(slow) - ended} at the last of {len(slow[-1].events)} events sent to them")
        for subscriber in good + slow:
            self.judge.check("chunks are whole", not subscriber.fault, subscriber)
            self.listener.close(subscriber)

    def memory(self):
        return self.service.server.memory_megabytes()[0] if self.service.server else 0

    def ends(self, kind, subscribers, began):
        ended = self.listener.wait(lambda: all(subscriber.ended_at for subscriber in subscribers), 5)
        self.judge.check(f"{kind}: streams end", ended, lambda: next(one for one in subscribers if not one.ended_at))
        if not ended:
            return
        seconds = max(one.ended_at for one in subscribers) - began
        print(f"{kind}: streams end within {seconds * 1000:.1f} ms of the answer")
        # A service that stops cuts what has not ended after a while, which takes a machine that is very busy with other things.
        unclean = [one for one in subscribers if not one.is_clean]
        right = not unclean or seconds > 1 and not self.arguments.strict
        self.judge.check(f"{kind}: as HTTP says", right, lambda: f"{len(unclean)} of {len(subscribers)} do not: {unclean[0]}")

    def deletions(self):
        project, other = self.new_project(), self.service.sign_up()
        erase = lambda: other.manage("DELETE", "/api/v1/account")
        for kind, gone, end in (("end of a project", project, project.end), ("end of an account", other, erase)):
            path = self.address(gone)
            subscribers = [self.subscribe(gone) for _ in range(5)]
            answer = end()
            began = time.perf_counter()
            self.judge.check(kind, answer.status in (200, 202, 204), answer)
            self.ends(kind, subscribers, began)
            self.no_channel(f"{kind}: the channel is gone", gone, path)

    def silence(self, subscriber, since):
        """In silence a comment comes at least every 20 seconds."""
        allowed = SILENCE + (1 if self.arguments.strict else 5)
        two = lambda: len([at for at in subscriber.comments if at > since + 1]) > 1
        self.listener.wait(two, max(0, since + 2 * allowed - time.perf_counter()))
        times = [since, *subscriber.comments]
        gaps = [later - earlier for earlier, later in zip(times, times[1:])]
        self.judge.check("a comment every 20 seconds", len(gaps) > 1 and max(gaps) <= allowed, lambda: f"{gaps} {subscriber}")
        self.judge.check("silence", not subscriber.events and not subscriber.ended_at, subscriber)
        print(f"{len(gaps)} comments in silence, at most {max(gaps, default=0):.1f} s apart")

    def termination(self):
        """SIGTERM ends all streams, at once, and the service with status 0. The id of before holds afterwards."""
        subscribers = [self.subscribe(self.project) for _ in range(50)]
        id, _ = self.current(self.project)
        began = time.perf_counter()
        milliseconds = self.service.stop()
        print(f"SIGTERM with {len(subscribers)} streams: gone after {milliseconds:.0f} ms")
        self.judge.check("SIGTERM: soon", milliseconds < 5_000, f"{milliseconds} ms")
        self.ends("SIGTERM", subscribers, began)
        self.service.start()
        self.project = self.service.again(self.project)
        self.owner = self.service.again(self.owner)
        subscriber = self.subscribe(self.project, Last_Event_ID=id)
        self.nothing("after a restart, the id of now is still that of now", subscriber, 0)
        self.project.change("flag", default_value=-1)
        self.judge.check("after a restart, changes are told", self.listener.wait(lambda: subscriber.events, self.limit), subscriber)
        self.listener.close(subscriber)

    def many(self, count):
        """So many streams on one project."""
        project = self.new_project()
        address, before = self.address(project), self.memory()
        began = time.perf_counter()
        subscribers = [self.open(project, path=address) for _ in range(count)]
        opened = self.listener.wait(lambda: all(one.status == 200 for one in subscribers), 60)
        self.judge.check("all streams open", opened, lambda: next(one for one in subscribers if one.status != 200))
        print(f"{count} streams opened in {time.perf_counter() - began:.1f} s")
        time.sleep(1)
        opened = self.memory()
        self.latency(project, subscribers, 10, f"{count} streams")
        after = self.memory()
        answers = []
        for _ in range(100):
            start = time.perf_counter()
            project.sdk("POST", f"{EVALUATE}/flag", {"context": {}})
            answers.append(time.perf_counter() - start)
        median, worst = statistics.median(answers) * 1000, max(answers) * 1000
        print(f"evaluations beside {count} streams: median {median:.2f} ms, maximum {worst:.2f} ms")
        for subscriber in subscribers:
            self.listener.close(subscriber)
        time.sleep(2)
        if before:
            closed = self.memory()
            print(f"VmRSS before {before:.1f} MB, with {count} streams {opened:.1f}, after 10 changes {after:.1f}, closed {closed:.1f}")
            self.judge.check(f"memory with {count} streams", max(opened, after) < MEMORY, f"{max(opened, after):.1f} MB")
        answer = project.evaluate("flag")
        self.judge.check("the service answers after many streams", answer.status == 200, answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--streams", type=int, default=0)
    parser.add_argument("--slow", type=int, default=200)
    arguments = parser.parse_args()
    allow_many_files()
    judge = Judge()
    with FlagBit() as service:
        streams = Streams(judge, service, arguments)
        streams.access()
        quiet, since = streams.subscribe(streams.new_project()), time.perf_counter()
        steps = [streams.events, streams.standard_client, streams.visible, streams.occasions, streams.resuming, streams.crowd, streams.slow]
        for step in (*steps, streams.deletions):
            attempt(judge, step)
        if arguments.streams:
            attempt(judge, streams.many, arguments.streams)
        attempt(judge, streams.silence, quiet, since)
        if service.is_own:
            attempt(judge, streams.termination)
    judge.finish("event streams")


main()
