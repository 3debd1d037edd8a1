"""FlagBit's side of the OpenFeature Remote Evaluation Protocol 0.3, read byte by byte.

    ofrep.py [--count 400] [--seed 1] [--quick]

Judges what clients may rely on and what a client that is wrong is told: the exact members of each answer and how numbers are written, both
ways to send a key, bodies of every kind, keys of flags in paths, ETag and If-None-Match, CORS also where something fails, and limits. While
`--count` changes are made by several writers, readers look for a change that is answered and not seen, or seen in part.

Where the protocol leaves a choice, each sensible answer is accepted: an empty body (an empty context or PARSE_ERROR), JSON that is no
object (PARSE_ERROR or INVALID_CONTEXT), members of the body that nobody knows (ignored or refused).
"""

import argparse
import http.client
import json
import random
import re
import urllib.parse

from races import Races, rule
from service import EVALUATE, Client, FlagBit, Judge, attempt

CODES = {"PARSE_ERROR", "TARGETING_KEY_MISSING", "INVALID_CONTEXT", "GENERAL"}
REASONS = {"STATIC", "TARGETING_MATCH", "SPLIT", "DEFAULT", "DISABLED"}
ASKED_HEADERS = "authorization,content-type,if-none-match,x-api-key"
PERCENT = {"attribute": "targetingKey", "operator": "percent"}


def share(value, percent, *conditions):
    """A rule with a percentage, after other conditions."""
    made = rule(value, *conditions)
    made["conditions"].append(PERCENT | {"value": percent})
    return made


def words(field):
    return {word.strip().lower() for word in (field or "").split(",")}


def is_json(answer, *types):
    """Whether the answer says that it is JSON of one of these types, and is."""
    try:
        answer.json
    except ValueError:
        return False
    return (answer["Content-Type"] or "").split(";")[0].strip() in (types or ("application/json",))


class OFREP:
    """One project, with checks."""

    def __init__(self, judge, service):
        self.judge, self.service = judge, service
        self.project = service.sign_up()
        self.open = Client(service.url)

    def check_cors(self, answer):
        """What every answer needs so that a page of another site may read it."""
        self.judge.check("CORS: origin", answer["Access-Control-Allow-Origin"] == "*", answer)
        exposed = words(answer["Access-Control-Expose-Headers"])
        self.judge.check("CORS: ETag and Retry-After are exposed", {"etag", "retry-after"} <= exposed, answer)

    def success(self, kind, answer, **wanted):
        """A 200 of exactly these members; metadata beside them must be an object of plain values."""
        self.check_cors(answer)
        if self.judge.check(f"{kind}: 200", answer.status == 200 and is_json(answer), answer):
            self.entry(kind, answer.json, wanted, answer)

    def entry(self, kind, entry, wanted, answer):
        metadata = entry.pop("metadata", {})
        plain = isinstance(metadata, dict) and all(isinstance(value, (str, int, float, bool)) for value in metadata.values())
        self.judge.check(f"{kind}: metadata", plain, answer)
        self.judge.equal(f"{kind}: members", entry, wanted, f"\n{answer}")

    def failure(self, kind, answer, status, code=None, key=None):
        """An error with details; with a code (or one of several), and the key if there is one."""
        self.check_cors(answer)
        types = ("application/json",) if code else ("application/json", "application/problem+json")
        if not self.judge.check(f"{kind}: {status}", answer.status == status, answer):
            return
        if not self.judge.check(f"{kind}: content type {types}", is_json(answer, *types), answer):
            return
        body = answer.json
        said = isinstance(body, dict) and body.get("errorDetails")
        if not self.judge.check(f"{kind}: errorDetails", isinstance(said, str) and said, answer):
            return
        if code:
            codes = {code} if isinstance(code, str) else code
            self.judge.check(f"{kind}: errorCode", body.get("errorCode") in codes, lambda: f"wanted {code}\n{answer}")
        self.judge.check(f"{kind}: key", key is None or body.get("key") == key, lambda: f"wanted the key {key!r}\n{answer}")

    # MARK: answers

    def shapes(self):
        """Each reason with each type, and how the values are written."""
        values = {
            "boolean": [True, False], "string": ["", "x", "ü😀\u2028\"\\\n"], "integer": [0, 1, -7, 2147483647, 2**53 - 1, 1 - 2**53],
            "float": [0.0, -0.0, 1.0, 10.0, -3.0, 0.1, 1e15, 1e16, 1e21, 1e22, 1e300, 5e-324, 1e-7, 123456789.0, 2.0**53],
            "json": [{}, [], None, {"a": None, "b": [1, 1.0, True, ""]}, [10.0, 10], 0, "", False, 5.0],
        }
        flag = "shape"
        self.project.create(flag)
        for type, samples in values.items():
            for value in samples:
                variants = {"on": True, "off": False} if type == "boolean" else {"named": value}
                name = "named" if type != "boolean" else "on" if value else "off"
                base = {"type": type, "enabled": True, "variants": variants, "default_value": value, "off_value": None, "rules": []}
                match = rule(value, ("country", "eq", "CH"))
                other = {"boolean": not value, "string": "other", "integer": 99, "float": 99.5, "json": {"other": 1}}[type]
                cases = [
                    ("STATIC", base, {}),
                    ("TARGETING_MATCH", base | {"default_value": other, "rules": [match]}, {"country": "CH"}),
                    ("DEFAULT", base | {"rules": [match | {"value": other}]}, {"country": "AT"}),
                    ("SPLIT", base | {"default_value": other, "rules": [share(value, 100)]}, {"targetingKey": "u"}),
                ]
                # A json flag's off value may be null, which is a value.
                if value is not None:
                    cases.append(("DISABLED", base | {"enabled": False, "off_value": value, "default_value": other}, {}))
                for reason, fields, context in cases:
                    self.project.change(flag, **fields)
                    answer = self.project.evaluate(flag, context)
                    kind = f"{reason} of {type}"
                    self.success(kind, answer, key=flag, reason=reason, value=value, variant=name)
                    self.written(kind, type, answer)
        self.left_to_the_caller()

    def written(self, kind, type, answer):
        if type not in ("integer", "float"):
            return
        text = re.search(rb'"value"\s*:\s*([^,}\s]+)', answer.body)
        pattern = rb"-?\d+" if type == "integer" else rb"-?\d+(\.\d+)?([eE][+-]?\d+)?"
        number = text and text[1]
        right = number and re.fullmatch(pattern, number) and (type == "integer" or any(sign in number for sign in b".eE"))
        self.judge.check(f"{kind}: how the number is written", right, answer)

    def left_to_the_caller(self):
        """Without a value of ours, `value` is not there, and `variant` is null."""
        match = rule("x", ("country", "eq", "CH"))
        for type, value in (("boolean", True), ("string", "x"), ("integer", 1), ("float", 1.5), ("json", {"a": 1})):
            key = f"left-{type}"
            self.project.create(key, type=type, enabled=False, default_value=value)
            self.success("disabled without off value", self.project.evaluate(key), key=key, reason="DISABLED", variant=None)
            if type == "boolean":
                continue
            self.project.delete(key)
            self.project.create(key, type=type)
            self.success("no rules and no default", self.project.evaluate(key), key=key, reason="STATIC", variant=None)
            self.project.change(key, rules=[match | {"value": value}])
            self.success("no rule holds and no default", self.project.evaluate(key), key=key, reason="DEFAULT", variant=None)
        self.project.create("plain")
        self.success("a new boolean flag", self.project.evaluate("plain"), key="plain", reason="STATIC", value=True, variant="on")
        self.project.change("plain", rules=[rule("true", ("country", "eq", "CH"))])
        answer = self.project.evaluate("plain", {"country": "CH"})
        self.success("a boolean as text", answer, key="plain", reason="TARGETING_MATCH", value=True, variant="on")
        answer = self.project.evaluate("plain")
        self.success("a boolean without default", answer, key="plain", reason="DEFAULT", value=False, variant="off")

    def targeting_keys(self):
        """A targeting key is needed only where a percentage has to be drawn."""
        self.project.create("half", rules=[share(True, 50)])
        self.project.create("late", rules=[rule(True, ("country", "eq", "CH")), share(True, 100)])
        self.project.create("joined", rules=[share(True, 100, ("country", "eq", "CH"))])
        self.project.create("resting", enabled=False, off_value=False, rules=[share(True, 50)])
        for context in ({}, {"targetingKey": ""}, {"targetingKey": None}, {"user": "u"}):
            for key in ("half", "late"):
                self.failure(f"no targeting key: {key}", self.project.evaluate(key, context), 400, "TARGETING_KEY_MISSING", key)
        swiss = self.project.evaluate("late", {"country": "CH"})
        self.success("no percentage reached", swiss, key="late", reason="TARGETING_MATCH", value=True, variant="on")
        answer = self.project.evaluate("joined", {"country": "AT"})
        self.success("another condition fails first", answer, key="joined", reason="DEFAULT", value=False, variant="off")
        self.failure("joined", self.project.evaluate("joined", {"country": "CH"}), 400, "TARGETING_KEY_MISSING", "joined")
        self.success("disabled", self.project.evaluate("resting"), key="resting", reason="DISABLED", value=False, variant="off")
        # Rules of this product ask for `user_id`; the targeting key stands for it unless the context has one.
        self.project.create("user", rules=[{"conditions": [{"attribute": "user_id", "operator": "percent", "value": 100}], "value": True}])
        self.failure("no user", self.project.evaluate("user"), 400, "TARGETING_KEY_MISSING", "user")
        for context in ({"targetingKey": "u"}, {"user_id": "u"}, {"targetingKey": "u", "user_id": None}, {"targetingKey": "u", "user_id": "v"}):
            answer = self.project.evaluate("user", context)
            self.success("the targeting key as user", answer, key="user", reason="SPLIT", value=True, variant="on")
        self.project.delete("user")
        reasons = [self.project.evaluate("half", {"targetingKey": f"user-{number}"}).json["reason"] for number in range(200)]
        self.judge.check("half of all are in", 60 < reasons.count("SPLIT") < 140 and set(reasons) == {"SPLIT", "DEFAULT"}, set(reasons))

    # MARK: requests

    def keys_of_callers(self):
        """Both fields for a key, and what is wrong with one."""
        key, body = self.project.sdk_key, {"context": {}}
        good = [
            {"Authorization": f"Bearer {key}"}, {"Authorization": f"bearer {key}"}, {"X-API-Key": key}, {"x-api-key": key},
            {"X-API-Key": key, "Authorization": "Basic dTpw"}, {"X-API-Key": key, "X-Flipt-Namespace": "default"},
        ]
        bad = [{}, {"Authorization": "Bearer fbsdk_wrong"}, {"X-API-Key": "fbsdk_wrong"}, {"X-API-Key": key + "x"}, {"X-API-Key": ""},
               {"Authorization": key}, {"Authorization": "Bearer"}, {"X-API-Key": key[:-1]}, {"X-API-Key": key.upper()}]
        for path in (f"{EVALUATE}/plain", EVALUATE):
            for headers in good:
                answer = self.open("POST", path, body, headers)
                self.judge.check("a good key", answer.status == 200, answer)
            for headers in bad:
                answer = self.open("POST", path, body, headers)
                self.failure("no key or a wrong one", answer, 401)
                self.judge.check("401 says how", (answer["WWW-Authenticate"] or "").startswith("Bearer"), answer)
                nowhere = self.open("POST", path.replace("plain", "secret"), body, headers)
                same = nowhere.status == 401 and nowhere.body.replace(b"secret", b"plain") == answer.body
                self.judge.check("401 tells nothing of flags", same, lambda: f"{answer}\n{nowhere}")
            for headers in ({"Authorization": f"Bearer {self.project.api_key}"}, {"X-API-Key": self.project.api_key}):
                self.failure("the account's key", self.open("POST", path, body, headers), 403)

    def bodies(self):
        """What is no request of the protocol is told so, and nothing is a 500."""
        empty = {"PARSE_ERROR"}
        no_object = {"PARSE_ERROR", "INVALID_CONTEXT"}
        nested = b'{"context":{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}}"
        # Body, and the codes that a 400 may have; None among them: a 200 is right as well.
        cases = [
            (b"{}", {None}), (b'{"context":{}}', {None}), (b' \n{"context" : { } }\r\n\t', {None}), (b"", empty | {None}),
            (b"{", empty), (b'{"context":{}', empty), (b'{"context":{}}x', empty), (b"{'context':{}}", empty),
            (b'{"context":{"a":01}}', empty), (b'{"context":{"a":NaN}}', empty),
            (b'{"context":{"a":"\xff"}}', empty), (b'{"context":{"a":"\xed\xa0\x80"}}', empty),
            (b"\x00", empty), (b"context", empty), (b'{"context":{,}}', empty), (b'{"context":{"a":1,}}', empty), (nested, no_object),
            (b"null", no_object), (b"[]", no_object), (b'"x"', no_object), (b"5", no_object), (b"true", no_object),
            (b'{"context":[]}', {"INVALID_CONTEXT"}), (b'{"context":"x"}', {"INVALID_CONTEXT"}), (b'{"context":5}', {"INVALID_CONTEXT"}),
            (b'{"context":true}', {"INVALID_CONTEXT"}), (b'{"context":null}', {"INVALID_CONTEXT", None}),
            (b'{"context":{"targetingKey":5}}', {"INVALID_CONTEXT"}), (b'{"context":{"targetingKey":true}}', {"INVALID_CONTEXT"}),
            (b'{"context":{"targetingKey":["u"]}}', {"INVALID_CONTEXT"}), (b'{"context":{"targetingKey":{}}}', {"INVALID_CONTEXT"}),
            (b'{"context":{"targetingKey":null}}', {"INVALID_CONTEXT", None}), (b'{"context":{"targetingKey":""}}', {None}),
            (b'{"context":{"a":"\\ud800"}}', {*no_object, None}), (b'{"context":{},"x":1}', {*no_object, "GENERAL", None}),
            (b'{"context":{"a":1,"a":2}}', {*no_object, None}), (b'{"context":{"a":' + b"9" * 400 + b"}}", {*no_object, None}),
            (b'{"context":{"a":1e999}}', {*no_object, None}), (b'{"context":{"a":9007199254740993}}', {*no_object, None}),
            (b'{"context":{"a":-0.0,"b":1E+2,"c":0e0}}', {None}), (b'{"context":{"a":"' + b"x" * 5_000 + b'"}}', {"INVALID_CONTEXT", None}),
            (b'{"context":{"a":[' + b",".join([b"1"] * 5_000) + b"]}}", {"INVALID_CONTEXT", None}),
            (b'\xef\xbb\xbf{"context":{}}', {"PARSE_ERROR", None}),
            (json.dumps({"context": {str(number): number for number in range(2_000)}}).encode(), {"INVALID_CONTEXT", None}),
            (json.dumps({"context": {"a": {"b": [{"c": {}}]}, "": None, "ü😀": "ü"}}).encode(), {None}),
        ]
        for path, key in ((f"{EVALUATE}/plain", "plain"), (EVALUATE, None)):
            for body, codes in cases:
                answer = self.project.sdk("POST", path, body)
                if answer.status == 200:
                    self.judge.check(f"accepted: {body[:40]!r}", None in codes, answer)
                else:
                    self.failure(f"body {body[:40]!r}", answer, 400, codes - {None}, key)
            for type in (None, "text/plain", "application/json; charset=utf-8", "application/x-www-form-urlencoded"):
                answer = self.project.sdk("POST", path, b'{"context":{}}', {"Content-Type": type})
                if answer.status != 200:
                    self.judge.check("JSON is accepted", "json" not in (type or ""), answer)
                    self.failure("another content type", answer, 415)
            self.chunked(path)
            self.huge(path)

    def chunked(self, path):
        connection = http.client.HTTPConnection(self.open.host, self.open.port, timeout=20)
        headers = {"Content-Type": "application/json", "X-API-Key": self.project.sdk_key}
        connection.request("POST", path, iter([b'{"con', b'text":', b"{}}"]), headers, encode_chunked=True)
        answer = connection.getresponse()
        self.judge.check("a chunked body", answer.status == 200, f"{answer.status} {answer.read()}")
        connection.close()

    def huge(self, path):
        """Ten megabytes are refused; the service may close before it has read them."""
        try:
            body = b'{"context":{"a":"' + b"x" * 10_000_000 + b'"}}'
            answer = Client(self.service.url)("POST", path, body, {"X-API-Key": self.project.sdk_key})
        except (OSError, http.client.HTTPException):
            return
        self.failure("a huge body", answer, 413)

    def keys_of_flags(self):
        """A key as it is and with every character escaped; keys that cannot be are not found, like those that are not."""
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
        for key in (alphabet, "a" * 128, "-", "_", "0", "...", "a.b", ".a", "flags", "evaluate"):
            self.project.create(key)
            escaped = "".join(f"%{ord(character):02X}" for character in key)
            for path in (key, escaped, escaped.lower()):
                answer = self.project.evaluate(path)
                self.success("a key in a path", answer, key=key, reason="STATIC", value=True, variant="on")
            self.project.delete(key)
            self.failure("a deleted flag", self.project.evaluate(key), 404, "FLAG_NOT_FOUND", key)
        others = ["nope", "PLAIN", "plain ", " plain", "ümläut", "😀", "a/b", "plain?", "plain#", "%", "a\"b\\c", "plain\n", "<b>", "null"]
        for key in (*others, "x" * 129):
            answer = self.project.evaluate(urllib.parse.quote(key, safe=""))
            self.failure("a flag that nobody made", answer, 404, "FLAG_NOT_FOUND", key)
        # Beyond that it matters only that nothing breaks and nothing is found.
        for path in ("", "a/b", "plain/x", "%", "%zz", "%c3", "%00", "x" * 5_000, "..%2fflags", "%2e%2e", "plain;x=1", "+"):
            answer = self.project.sdk("POST", f"{EVALUATE}/{path}", {"context": {}})
            self.judge.check("an odd path", 400 <= answer.status < 500 and answer.status not in (401, 403), answer)

    def methods(self):
        for path in (f"{EVALUATE}/plain", EVALUATE):
            for method in ("GET", "PUT", "PATCH", "DELETE", "HEAD", "BREW"):
                answer = self.project.sdk(method, path)
                known = answer.status in ((405,) if method != "BREW" else (400, 405, 501))
                self.judge.check("other methods are refused", known, answer)
                if answer.status == 405:
                    # No page asks so: a refusal without fields for pages is fine.
                    self.judge.check("405 says what is allowed", "post" in words(answer["Allow"]), answer)

    # MARK: bulk

    def bulk(self):
        """All flags at once: each as it is alone, and those that fail beside the others."""
        empty = self.service.add_project(self.project).evaluate_all()
        self.judge.check("a project without flags", empty.status == 200 and empty.json.get("flags") == [], empty)
        for context in ({}, {"targetingKey": "u"}, {"country": "CH"}, {"targetingKey": "u2", "country": "CH", "x": {"y": 1}}):
            answer = self.project.evaluate_all(context)
            self.check_cors(answer)
            if not self.judge.check("bulk: 200", answer.status == 200 and is_json(answer), answer):
                continue
            body = answer.json
            self.judge.check("bulk: members", {"flags", "eventStreams"} <= body.keys() <= {"flags", "eventStreams", "metadata"}, answer)
            keys = [flag["key"] for flag in self.project.manage("GET", f"{self.project.path}/flags?limit=100").json["flags"]]
            found = [entry.get("key") for entry in body["flags"]]
            self.judge.check("bulk: every flag once", sorted(found) == sorted(keys), lambda: f"{found} {keys}")
            failed = 0
            for entry in body["flags"]:
                alone = self.project.evaluate(entry["key"], context)
                failed += alone.status != 200
                self.judge.equal(f"bulk: as alone ({alone.status})", entry, alone.json, f"\n{alone}")
            self.judge.check("bulk: flags without targeting key are entries", failed == (0 if "targetingKey" in context else 2), answer)
            self.streams_of(body, answer)

    def streams_of(self, body, answer):
        streams = body.get("eventStreams")
        if self.judge.check("eventStreams: one", isinstance(streams, list) and len(streams) == 1, answer):
            stream = streams[0]
            right = stream.get("type") == "sse" and stream.get("inactivityDelaySec") == 120
            self.judge.check("eventStreams: no other members", stream.keys() == {"type", "endpoint", "inactivityDelaySec"}, answer)
            self.judge.check("eventStreams: members", right, answer)
            address = (stream.get("endpoint") or {}).get("requestUri", "")
            self.judge.check("eventStreams: requestUri", address.startswith("/") and not address.startswith("//"), answer)
            self.judge.check("eventStreams: says no secret", self.project.api_key not in answer.body.decode(), answer)

    def configuration_etag(self):
        """The etag of the configuration, as the stream says it to who comes with an old id."""
        stream = self.project.evaluate_all().json["eventStreams"][0]["endpoint"]["requestUri"]
        connection = http.client.HTTPConnection(self.open.host, self.open.port, timeout=5)
        connection.request("GET", stream, headers={"Authorization": f"Bearer {self.project.sdk_key}", "Last-Event-ID": "unknown"})
        answer = connection.getresponse()
        try:
            while line := answer.readline():
                if line.startswith(b"data:"):
                    return json.loads(line[5:])["etag"]
        except OSError:
            pass
        finally:
            connection.close()
        self.judge.check("a stream tells an unknown id the etag", False, f"GET {stream}")
        return "none"

    def etags(self):
        project, context = self.project, {"targetingKey": "u", "country": "CH"}
        first = project.evaluate_all(context)
        etag = first["ETag"]
        if not self.judge.check("bulk: ETag", etag and re.fullmatch(r'(W/)?"[\x21\x23-\x7e]*"', etag), first):
            return
        strong = etag.removeprefix("W/")
        again = project.evaluate_all(dict(reversed(context.items())))
        self.judge.check("ETag: stays", again["ETag"] == etag, again)
        for field in (etag, strong, f"W/{strong}", f'"x", {strong}', f'"x",W/"y",{etag} , "z"', "*", f"{strong},"):
            answer = project.evaluate_all(context, {"If-None-Match": field})
            self.judge.check("If-None-Match: 304", answer.status == 304 and answer.body == b"" and answer["ETag"] == etag, answer)
            self.check_cors(answer)
        for field in ('"x"', "x", "", '"', f'{strong[:-1]}x"', 'W/"x", "y"'):
            answer = project.evaluate_all(context, {"If-None-Match": field})
            self.judge.check("If-None-Match: another", answer.status == 200 and answer.json["flags"] == first.json["flags"], answer)
        other = project.evaluate_all({"targetingKey": "u"}, {"If-None-Match": etag})
        self.judge.check("ETag: changes with the context", other.status == 200 and other["ETag"] != etag, other)
        same = {"If-None-Match": etag}
        current = urllib.parse.quote(self.configuration_etag(), safe="")
        for query, status in ((f"?flagConfigEtag={current}", 304), (f"?flagConfigEtag={current}&flagConfigLastModified=1771622898", 304),
                              ("?flagConfigEtag=another", 200), ("?flagConfigEtag=%22another%22&flagConfigLastModified=5", 200)):
            answer = project.evaluate_all(context, same, query)
            self.judge.check(f"flagConfigEtag: {status}", answer.status == status, answer)
        project.change("plain", enabled=False)
        answer = project.evaluate_all(context, same)
        self.judge.check("ETag: changes with a flag", answer.status == 200 and answer["ETag"] != etag, answer)
        project.change("plain", enabled=True)
        self.service.add_project(project).create("elsewhere")
        before = project.evaluate_all(context)["ETag"]
        self.service.add_project(project).create("elsewhere")
        self.service.sign_up().create("elsewhere")
        answer = project.evaluate_all(context)
        self.judge.check("ETag: what others change does not matter", answer["ETag"] == before, answer)

    def walk(self, rounds, seed):
        """Whatever is changed, one ETag stands for one answer, and only the current one gives 304."""
        chosen, project = random.Random(seed), self.service.add_project(self.project)
        bodies = {}
        for key in ("a", "b", "c"):
            project.create(key, rules=[share(True, 50)])
        for _ in range(rounds):
            key = chosen.choice("abc")
            match chosen.randrange(5):
                case 0: project.change(key, enabled=chosen.random() < 0.5)
                case 1: project.change(key, rules=[share(True, chosen.randrange(101))])
                case 2: project.change(key, name=f"name {chosen.random()}")
                case 3: project.change(key, default_value=chosen.random() < 0.5)
                case _: project.change(key, rules=[rule(True, ("country", "eq", "CH"))])
            context = chosen.choice([{}, {"targetingKey": "u"}, {"targetingKey": "v"}, {"country": "CH"}])
            answer = project.evaluate_all(context)
            etag, flags = answer["ETag"], json.dumps(answer.json["flags"])
            self.judge.check("one ETag, one answer", bodies.setdefault(etag, flags) == flags, answer)
            for known in chosen.sample(sorted(bodies), min(4, len(bodies))):
                status = project.evaluate_all(context, {"If-None-Match": known}).status
                right = status == (304 if known == etag else 200)
                self.judge.check("304 for the current ETag only", right, lambda: f"{known} {status}\n{answer}")

    # MARK: CORS, limits, restart

    def preflights(self):
        stream = self.project.evaluate_all().json["eventStreams"][0]["endpoint"]["requestUri"]
        for path in (f"{EVALUATE}/plain", EVALUATE, stream):
            for method in ("POST", "GET"):
                asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": ASKED_HEADERS}
                answer = self.open("OPTIONS", path, None, {"Origin": "https://shop.example"} | asked)
                self.judge.check("preflight: 2xx", answer.status in (200, 204), answer)
                self.judge.check("preflight: origin", answer["Access-Control-Allow-Origin"] == "*", answer)
                self.judge.check("preflight: methods", {"post", "get", "options"} <= words(answer["Access-Control-Allow-Methods"]), answer)
                allowed = words(answer["Access-Control-Allow-Headers"])
                self.judge.check("preflight: headers", set(ASKED_HEADERS.split(",")) <= allowed, answer)
                self.judge.check("preflight: no credentials", answer["Access-Control-Allow-Credentials"] is None, answer)

    def restart(self):
        """A new process gives the same answers with the same ETags, so that no client fetches all again."""
        contexts = [{}, {"targetingKey": "u"}, {"country": "CH", "targetingKey": "v"}]
        before = [self.project.evaluate_all(context) for context in contexts]
        self.service.stop()
        self.service.start()
        self.project = self.service.again(self.project)
        self.open = Client(self.service.url)
        for context, old in zip(contexts, before):
            answer = self.project.evaluate_all(context, {"If-None-Match": old["ETag"]})
            self.judge.check("restart: the ETag stays", answer.status == 304, lambda: f"{answer}\nbefore:\n{old}")
            self.judge.equal("restart: the answer stays", self.project.evaluate_all(context).json["flags"], old.json["flags"])


def limits(judge):
    """Only who has no good key is limited, by address."""
    with FlagBit(own=True, REQUESTS_PER_MINUTE="6") as service:
        ofrep = OFREP(judge, service)
        ofrep.project.create("plain")
        for number in range(10):
            path = (f"{EVALUATE}/plain", EVALUATE)[number % 2]
            answer = ofrep.open("POST", path, {"context": {}}, {"X-API-Key": f"fbsdk_wrong{number}"})
            if answer.status == 401 and number < 6:
                continue
            ofrep.failure("too many wrong keys", answer, 429)
            seconds = answer["Retry-After"] or ""
            judge.check("429: Retry-After", seconds.isdecimal() and 1 <= int(seconds) <= 60, answer)
            good = ofrep.project.sdk("POST", path, {"context": {}})
            judge.check("a good key is not limited", good.status == 200, good)
        for _ in range(50):
            judge.check("a good key is not limited", ofrep.project.evaluate("plain").status == 200)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a share that takes seconds")
    arguments = parser.parse_args()
    count = arguments.count or (50 if arguments.quick else 400)
    judge = Judge()
    with FlagBit() as service:
        ofrep = OFREP(judge, service)
        for step in (ofrep.shapes, ofrep.targeting_keys, ofrep.keys_of_callers, ofrep.bodies, ofrep.keys_of_flags, ofrep.methods,
                     ofrep.bulk, ofrep.etags, ofrep.preflights):
            attempt(judge, step)
        attempt(judge, ofrep.walk, count // 2, arguments.seed)
        races = Races(judge, service, count)
        attempt(judge, races.run)
        if service.is_own:
            attempt(judge, ofrep.restart)
    if service.is_own:
        attempt(judge, limits, judge)
    judge.finish(f"OFREP byte by byte, {races.reads} reads while {4 * count} changes were made")


main()
