"""FlagBit as clients see it that nobody here wrote: the OpenFeature SDK with three providers, each unmodified.

    clients.py [--count 300] [--seed 1] [--quick]

Every evaluation must give the exact value, of the exact Python type, with variant, reason and error code:
- the flags of OpenFeature's conformance kit for providers, and more zero and disabled ones;
- `--count` random values of every type, each put into a flag and read by one of the providers in turn;
- contexts with attributes of all types, a missing flag, a wrong type, a missing targeting key, wrong keys, too many requests.

The providers are openfeature-provider-ofrep, openfeature-provider-flipt (which adds a field with a namespace, of which FlagBit takes no
notice) and gofeatureflag-python-provider with remote evaluation (which adds an object to each context).

Known, and the clients' own: a `datetime` in a context cannot be sent by any of them (it is no JSON, they answer GENERAL themselves), so
times are sent as RFC 3339; an integer is asked for with success where the flag is boolean, as Python's `bool` is an `int`.
"""

import argparse
import asyncio
import builtins
import logging
import random
import struct
from datetime import datetime, timezone

from gofeatureflag_python_provider.options import EvaluationType, GoFeatureFlagOptions
from gofeatureflag_python_provider.provider import GoFeatureFlagProvider
from openfeature import api
from openfeature.contrib.provider.flipt import FliptProvider
from openfeature.contrib.provider.ofrep import OFREPProvider
from openfeature.evaluation_context import EvaluationContext

from service import FlagBit, Judge, attempt

TARGET = "5c3d8535-f81a-4478-a6d3-afaa4d51199e"
TEMPLATE = {"showImages": True, "title": "Check out these pics!", "imagesPerPage": 100}
KINDS = {"boolean": "boolean", "string": "string", "integer": "integer", "float": "float", "json": "object"}
DEFAULTS = {"boolean": False, "string": "code", "integer": -1, "float": -1.5, "json": {"code": None}}


class Canonical:
    """A flag of the conformance kit: how it is made and what it gives."""

    def __init__(self, key, type, variants, default, value, reason="STATIC", asked=None, code=None, **fields):
        self.key, self.value, self.reason, self.code = key, value, reason, code
        self.fields = {"type": type, "variants": variants, "default_value": variants[default]} | fields
        self.asked = asked or type
        self.variant = default if value == variants[default] and reason == "STATIC" else None


def _simple(key, type, variants, default):
    return Canonical(key, type, variants, default, variants[default])


def _disabled(key, type, variants, default):
    return Canonical(key, type, variants, default, DEFAULTS[type], "DISABLED", enabled=False)


CANONICAL = [
    _simple("boolean-flag", "boolean", {"on": True, "off": False}, "on"),
    _simple("string-flag", "string", {"greeting": "hi", "parting": "bye"}, "greeting"),
    _simple("integer-flag", "integer", {"one": 1, "ten": 10}, "ten"),
    _simple("float-flag", "float", {"tenth": 0.1, "half": 0.5}, "half"),
    _simple("large-integer-flag", "integer", {"max-int32": 2147483647, "zero": 0}, "max-int32"),
    _simple("huge-integer-flag", "integer", {"max-safe": 2**53 - 1, "min-safe": 1 - 2**53}, "max-safe"),
    _simple("integral-float-flag", "float", {"ten": 10.0, "one": 1.0}, "ten"),
    _simple("boolean-zero-flag", "boolean", {"zero": False, "non-zero": True}, "zero"),
    _simple("string-zero-flag", "string", {"zero": "", "non-zero": "str"}, "zero"),
    _simple("integer-zero-flag", "integer", {"zero": 0, "non-zero": 1}, "zero"),
    _simple("float-zero-flag", "float", {"zero": 0.0, "non-zero": 1.0}, "zero"),
    _simple("object-zero-flag", "json", {"zero": {}, "non-zero": TEMPLATE}, "zero"),
    _simple("object-flag", "json", {"empty": {}, "template": TEMPLATE}, "template"),
    _simple("array-flag", "json", {"empty": [], "mixed": [1, 1.0, "1", True, None, {"a": [2.5e-8]}]}, "mixed"),
    Canonical("wrong-flag", "string", {"one": "uno"}, "one", -1, "ERROR", asked="integer", code="TYPE_MISMATCH"),
    _disabled("boolean-disabled-flag", "boolean", {"on": True, "off": False}, "on"),
    _disabled("string-disabled-flag", "string", {"greeting": "hi"}, "greeting"),
    _disabled("integer-disabled-flag", "integer", {"ten": 10}, "ten"),
    _disabled("float-disabled-flag", "float", {"half": 0.5}, "half"),
    _disabled("object-disabled-flag", "json", {"template": TEMPLATE}, "template"),
]


class Clients:
    """The SDK's clients of a project, by names."""

    def __init__(self, url, key):
        self.providers = {
            "ofrep, bearer": OFREPProvider(url, headers_factory=lambda: {"Authorization": f"Bearer {key}"}),
            "ofrep, X-API-Key": OFREPProvider(url + "/", headers_factory=lambda: {"X-API-Key": key}),
            "flipt": FliptProvider(url, "default", headers_factory=lambda: {"Authorization": f"Bearer {key}"}),
            "gofeatureflag": GoFeatureFlagProvider(
                options=GoFeatureFlagOptions(endpoint=url, api_key=key, evaluation_type=EvaluationType.REMOTE),
            ),
        }
        self.clients = {}
        for name, provider in self.providers.items():
            domain = f"{name} {url} {key}"
            api.set_provider_and_wait(provider, domain)
            self.clients[name] = api.get_client(domain)

    def __iter__(self):
        return iter(self.clients.items())


def details(client, type, key, default=None, context=None):
    ask = getattr(client, f"get_{KINDS[type]}_details")
    return ask(key, DEFAULTS[type] if default is None else default, context)


def expect(judge, kind, found, value, reason, variant=None, code=None):
    """Value and type, reason, variant and error code of an evaluation."""
    judge.equal(f"{kind}: value", found.value, value, f"in {found}")
    judge.check(f"{kind}: reason", found.reason == reason, lambda: f"{found.reason}, wanted {reason} in {found}")
    judge.check(f"{kind}: variant", found.variant == variant, lambda: f"{found.variant!r}, wanted {variant!r} in {found}")
    judge.check(f"{kind}: error code", found.error_code == code, lambda: f"{found.error_code}, wanted {code} in {found}")


def fails(judge, kind, found, type, code, message=None):
    """The code's default with an error code and, if it is said, an exact message; else with any message."""
    expect(judge, kind, found, DEFAULTS[type], "ERROR", code=code)
    said = found.error_message
    judge.check(f"{kind}: message", said == message if message else said, lambda: f"{said!r}, wanted {message or 'any'} in {found}")


def canonical(judge, project, clients):
    for flag in CANONICAL:
        project.create(flag.key, **flag.fields)
    conditions = [{"attribute": "targetingKey", "operator": "eq", "value": TARGET}]
    project.create(
        "targeting-key-flag", type="string", variants={"hit": "hit", "miss": "miss"}, default_value="miss",
        rules=[{"conditions": conditions, "value": "hit"}],
    )

    async def asynchronously(client, flag):
        return await getattr(client, f"get_{KINDS[flag.asked]}_details_async")(flag.key, DEFAULTS[flag.asked])

    for name, client in clients:
        for flag in CANONICAL:
            for found in (details(client, flag.asked, flag.key), asyncio.run(asynchronously(client, flag))):
                expect(judge, f"{flag.key} by {name}", found, flag.value, flag.reason, flag.variant, flag.code)
        for key, value, reason in ((TARGET, "hit", "TARGETING_MATCH"), ("f20bd32d-703b-48b6-bc8e-79d53c85134a", "miss", "DEFAULT")):
            found = details(client, "string", "targeting-key-flag", context=EvaluationContext(key))
            expect(judge, f"targeting-key-flag by {name}", found, value, reason, value)
        found = details(client, "string", "targeting-key-flag")
        expect(judge, f"targeting-key-flag without a key by {name}", found, "miss", "DEFAULT", "miss")


def changing(judge, project, clients, rounds):
    """What is changed is seen by the next evaluation, whichever client asks."""
    project.create("changing-flag", type="string", variants={"foo": "foo", "bar": "bar"}, default_value="foo")
    clients = list(clients)
    for turn in range(rounds):
        name, client = clients[turn % len(clients)]
        value = ("foo", "bar")[turn % 2]
        project.change("changing-flag", default_value=value, enabled=True, rules=[])
        expect(judge, "changing-flag", details(client, "string", "changing-flag"), value, "STATIC", value)
        project.change("changing-flag", enabled=False)
        expect(judge, "changing-flag, disabled", details(client, "string", "changing-flag"), "code", "DISABLED")
        project.change("changing-flag", enabled=False, off_value="bar")
        expect(judge, "changing-flag, off value", details(client, "string", "changing-flag"), "bar", "DISABLED", "bar")
        rule = {"conditions": [{"attribute": "turn", "operator": "eq", "value": turn}], "value": "other"}
        project.change("changing-flag", enabled=True, off_value=None, rules=[rule])
        context = EvaluationContext(attributes={"turn": turn})
        expect(judge, "changing-flag, rule", details(client, "string", "changing-flag", context=context), "other", "TARGETING_MATCH")
        if turn % 5 == 4:
            project.delete("changing-flag")
            fails(judge, "changing-flag, deleted", details(client, "string", "changing-flag"), "string", "FLAG_NOT_FOUND")
            project.create("changing-flag", type="string", variants={"foo": "foo", "bar": "bar"}, default_value="foo")


def mistakes(judge, service, project, clients):
    """What the caller does wrong has the right error code, and the code's default as value."""
    percent = [{"conditions": [{"attribute": "targetingKey", "operator": "percent", "value": 100}], "value": True}]
    project.create("percent-flag", rules=percent)
    early = [{"conditions": [{"attribute": "country", "operator": "eq", "value": "CH"}], "value": True}]
    project.create("early-flag", rules=early + percent)
    for name, client in clients:
        for key in ("missing", "ümläut 🚩", "%41", "a%2Fb", "x" * 129, "targeting-key-flag.", "Boolean-flag"):
            fails(judge, f"missing flag by {name}", details(client, "boolean", key), "boolean", "FLAG_NOT_FOUND")
        for type in ("boolean", "integer", "float", "json"):
            fails(judge, f"string as {type} by {name}", details(client, type, "string-flag"), type, "TYPE_MISMATCH")
        fails(judge, f"float as integer by {name}", details(client, "integer", "integral-float-flag"), "integer", "TYPE_MISMATCH")
        fails(judge, f"integer as float by {name}", details(client, "float", "integer-flag"), "float", "TYPE_MISMATCH")
        fails(judge, f"no targeting key by {name}", details(client, "boolean", "percent-flag"), "boolean", "TARGETING_KEY_MISSING")
        found = details(client, "boolean", "percent-flag", context=EvaluationContext("u"))
        expect(judge, f"percentage by {name}", found, True, "SPLIT", "on")
        found = details(client, "boolean", "early-flag", context=EvaluationContext(attributes={"country": "CH"}))
        expect(judge, f"rule before a percentage by {name}", found, True, "TARGETING_MATCH", "on")
        found = details(client, "boolean", "early-flag", context=EvaluationContext(attributes={"country": "AT"}))
        fails(judge, f"percentage after a rule by {name}", found, "boolean", "TARGETING_KEY_MISSING")
        for wrong in (5, True, ["u"], {"u": 1}):
            found = details(client, "boolean", "boolean-flag", context=EvaluationContext(attributes={"targetingKey": wrong}))
            fails(judge, f"targeting key that is no string by {name}", found, "boolean", "INVALID_CONTEXT")
        found = details(client, "boolean", "boolean-flag", context=EvaluationContext("u", {"text": "x" * 1_000_000}))
        fails(judge, f"huge context by {name}", found, "boolean", "GENERAL")

    for key, message in (("fbsdk_wrong", "unauthorized"), (project.api_key, "forbidden")):
        for name, client in Clients(service.url, key):
            fails(judge, f"wrong key by {name}", details(client, "boolean", "boolean-flag"), "boolean", "GENERAL", message)
    api.set_provider_and_wait(OFREPProvider(service.url), "no key")
    fails(judge, "no key", details(api.get_client("no key"), "boolean", "boolean-flag"), "boolean", "GENERAL", "unauthorized")


def contexts(judge, project, clients):
    """Attributes of all types arrive as what they are."""
    moment = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
    attributes = {
        "yes": (True, "eq", True), "whole": (7, "eq", 7), "half": (0.5, "eq", 0.5), "negative": (-3, "lt", -2.5),
        "text": ("ü€😀 \u2028\"\\", "eq", "ü€😀 \u2028\"\\"), "time": (moment.isoformat(), "before", "2026-03-01T12:00:01Z"),
        "list": (["a", "b"], "eq", "b"), "numbers": ([1, 2.5], "eq", 2.5), "größe": ("groß", "contains", "oß"),
        "largest": (2**53 - 1, "eq", 2**53 - 1), "zero": (0, "eq", 0), "empty": ("", "eq", ""), "no": (False, "eq", False),
    }
    rules = [{"conditions": [{"attribute": name, "operator": operator, "value": value}], "value": name}
             for name, (_, operator, value) in attributes.items()]
    project.create("context-flag", type="string", default_value="none", rules=rules)
    nested = {"a": {"b": [{"c": None, "d": [1, 2.0, "x", True]}]}, "": 1}
    wrong = {"yes": 1, "whole": "7", "half": "0.5", "text": True, "list": ["c"], "zero": False, "empty": None, "no": 0, "numbers": ["2.5"]}
    for name, client in clients:
        for attribute, (value, _, _) in attributes.items():
            for key in (None, "u"):
                context = EvaluationContext(key, {attribute: value, "nested": nested, "nothing": None})
                found = details(client, "string", "context-flag", context=context)
                expect(judge, f"attribute {attribute} by {name}", found, attribute, "TARGETING_MATCH")
        found = details(client, "string", "context-flag", context=EvaluationContext("u", wrong))
        expect(judge, f"attributes of other types by {name}", found, "none", "DEFAULT")


def limits(judge):
    """Wrong keys of one address are limited, and the provider then waits as long as it is told."""
    with FlagBit(own=True, REQUESTS_PER_MINUTE="2") as service:
        provider = OFREPProvider(service.url, headers_factory=lambda: {"X-API-Key": "fbsdk_wrong"})
        api.set_provider_and_wait(provider, "limited")
        client = api.get_client("limited")
        found = [details(client, "boolean", "a") for _ in range(4)]
        for first in found[:2]:
            fails(judge, "wrong key, counted", first, "boolean", "GENERAL", "unauthorized")
        said = found[2].error_message or ""
        seconds = said.removeprefix("Rate limited, retry after: ")
        judge.check("too many requests", seconds.isdecimal() and 1 <= int(seconds) <= 60, said)
        judge.check("too many requests, waiting", "paused due to TooManyRequests" in (found[3].error_message or ""), found[3])


class Values:
    """Random values of each type, awkward ones among them."""

    WHOLE = [0, 1, -1, 127, 255, 2**31 - 1, -(2**31), 2**31, 2**32, 2**53 - 1, 1 - 2**53, 10**15]
    FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 1e15, 1e16, 1e17, 1e21, 1e22, 123456789.0, 5e-324, 2.2250738585072014e-308,
              1.7976931348623157e308, 2.0**53, 0.30000000000000004, 1e-7, 1.5e300]
    TEXTS = ["", " ", "true", "1", "null", "a\"b\\c/d", "\t\n\r\b\f", "\u0001\u001f\u007f", "ü", "e\u0301", "\u2028\u2029", "😀👩‍👩‍👧",
             "\U0010ffff", "\ufeffx", "日本語", "<script>&amp;"]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def boolean(self):
        return self.random.random() < 0.5

    def string(self):
        if self.random.random() < 0.3:
            return self.random.choice(self.TEXTS)
        ranges = [(0x20, 0x7E), (0xA0, 0x2FF), (0x400, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)]
        return "".join(chr(self.random.randint(*self.random.choice(ranges))) for _ in range(self.random.randrange(20)))

    def integer(self):
        if self.random.random() < 0.3:
            return self.random.choice(self.WHOLE)
        return self.random.randint(-1, 1) * self.random.getrandbits(self.random.randint(1, 53))

    def float(self):
        if self.random.random() < 0.3:
            return self.random.choice(self.FLOATS)
        if self.random.random() < 0.3:
            return round(self.random.uniform(-1e6, 1e6), self.random.randrange(4))
        value = struct.unpack("<d", self.random.randbytes(8))[0]
        return value if abs(value) < float("inf") else 1.25

    def json(self, depth=0):
        """An object or an array; deeper, anything."""
        kinds = ["object", "array"] if depth == 0 else ["object", "array", "null", "boolean", "string", "integer", "float"]
        kind = self.random.choice(kinds)
        count = self.random.randrange(4 if depth < 3 else 1)
        match kind:
            case "object": return {self.string(): self.json(depth + 1) for _ in range(count)}
            case "array": return [self.json(depth + 1) for _ in range(count)]
            case "null": return None
            case _: return getattr(self, kind)()


def random_values(judge, project, clients, count, seed):
    """Values of every type as default, as off value and of rules, with their variants' names."""
    values, clients = Values(seed), list(clients)
    project.create("random-flag")
    for turn in range(count):
        name, client = clients[turn % len(clients)]
        type = values.random.choice(list(KINDS))
        default, off, ruled = (getattr(values, type)() for _ in range(3))
        variants = {} if type == "boolean" or values.boolean() else {values.random.choice(("d", "ü", "a b", "x" * 60)): default}
        rule = {"conditions": [{"attribute": "rule", "operator": "eq", "value": "yes"}], "value": ruled}
        fields = {"type": type, "default_value": default, "off_value": off, "rules": [rule], "variants": variants or None}
        project.change("random-flag", enabled=True, **fields)

        def variant(value):
            if type == "boolean":
                return "on" if value else "off"
            return next((name for name, other in variants.items() if builtins.type(other) is builtins.type(value) and other == value), None)

        ruled_context = EvaluationContext("u", {"rule": "yes"})
        found = details(client, type, "random-flag", context=ruled_context)
        expect(judge, f"random {type} of a rule by {name}", found, ruled, "TARGETING_MATCH", variant(ruled))
        found = details(client, type, "random-flag")
        expect(judge, f"random {type} by default by {name}", found, default, "DEFAULT", variant(default))
        project.change("random-flag", enabled=False)
        found = details(client, type, "random-flag", context=ruled_context)
        expect(judge, f"random {type} when off by {name}", found, off, "DISABLED", variant(off))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="a share that takes seconds")
    arguments = parser.parse_args()
    count = arguments.count or (40 if arguments.quick else 300)
    # The SDK logs each error that it turns into a code's default.
    logging.disable(logging.CRITICAL)
    judge = Judge()
    with FlagBit() as service:
        project = service.sign_up()
        clients = Clients(service.url, project.sdk_key)
        attempt(judge, canonical, judge, project, clients)
        attempt(judge, changing, judge, project, clients, 10 if arguments.quick else 100)
        attempt(judge, mistakes, judge, service, project, clients)
        attempt(judge, contexts, judge, project, clients)
        attempt(judge, random_values, judge, project, clients, count, arguments.seed)
    if service.is_own:
        attempt(judge, limits, judge)
    api.shutdown()
    judge.finish(f"{len(CANONICAL) + 2} flags of the conformance kit and {count} random ones, by {len(clients.clients)} clients")


main()
