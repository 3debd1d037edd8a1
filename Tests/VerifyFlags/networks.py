"""Compares addresses and networks with Python's ipaddress: what is one, and which address is in which network.

    networks.py --count 20000 --seed 1

That an IPv4 address in its IPv6 form is in IPv4 networks, too, is our rule; ipaddress has its part, `ipv4_mapped`.

Known differences, all of them in what is accepted:

- `zone`: `fe80::1%eth0` names an interface of one computer; ipaddress reads it, we do not.
- `mask`: ipaddress takes `/255.0.0.0` and `/0.255.255.255`; we take the number of shared bits only.
- `zeros before a prefix length`: `/08`, which ipaddress takes for `/8`.
"""

import ipaddress
import random
import re
import sys

import tally
from engine import Engine, Refused

ALPHABET = "0123456789" * 2 + "abcdefABCDEF" + ".:/" * 6 + "::%g-+ \nxé٣\0"
VALUES = 12


def v4(chance):
    start = chance.choice((0, 1, 0x0A000000, 0xC0A80000, 0xFFFFFFFF))
    return ipaddress.IPv4Address(start ^ chance.getrandbits(chance.choice((0, 1, 8, 24, 32))))


def v6(chance):
    if chance.random() < 0.3:
        return ipaddress.IPv6Address(0xFFFF << 32 | int(v4(chance)))
    groups = [chance.choice((0, 0, 0, 1, 0x20, 0x2001, 0xDB8, 0xFFFF, chance.getrandbits(16))) for _ in range(8)]
    return ipaddress.IPv6Address(sum(group << (16 * place) for place, group in enumerate(groups)))


def written(chance, address):
    """One of the forms of RFC 4291 §2.2."""
    if address.version == 4:
        return str(address)
    groups = address.exploded.split(":")
    tail = []
    if chance.random() < 0.3:
        tail, groups = [str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))], groups[:6]
    groups = [chance.choice((group, group.lstrip("0") or "0", (group.lstrip("0") or "0").upper())) for group in groups]
    zeros = [place for place, group in enumerate(groups) if set(group) == {"0"}]
    if zeros and chance.random() < 0.8:
        start = end = chance.choice(zeros)
        while end in zeros and chance.random() < 0.9:
            end += 1
        end = max(end, start + 1)
        return ":".join(groups[:start]) + "::" + ":".join(groups[end:] + tail)
    return ":".join(groups + tail)


def address(chance):
    return v4(chance) if chance.random() < 0.5 else v6(chance)


def network(chance):
    """A text, and an address that is in or near it."""
    base = address(chance)
    width = base.max_prefixlen
    if chance.random() < 0.15:
        return written(chance, base), base
    length = chance.choice((0, 8, 16, 24, 31, width - 1, width, chance.randrange(width + 1)))
    whole = ipaddress.ip_network((base, length), strict=False)
    if chance.random() < 0.02:
        return f"{whole.network_address}/{chance.choice((whole.netmask, whole.hostmask))}", base
    # Most have no host bits.
    return f"{written(chance, base if chance.random() < 0.2 else whole.network_address)}/{length}", base


def near(chance, base):
    """An address that shares many first bits with another, in its family or mapped."""
    flipped = base if chance.random() < 0.3 else type(base)(int(base) ^ (1 << chance.randrange(base.max_prefixlen)))
    if flipped.version == 4 and chance.random() < 0.3:
        return ipaddress.IPv6Address(0xFFFF << 32 | int(flipped))
    if flipped.version == 6 and flipped.ipv4_mapped and chance.random() < 0.5:
        return flipped.ipv4_mapped
    return flipped if chance.random() < 0.9 else address(chance)


def read(kind, text):
    try:
        return kind(text)
    except ValueError:
        return None


def lax(text):
    """Why ipaddress may accept what we refuse."""
    if "%" in text:
        return "zone"
    if re.search(r"/.*\.", text):
        return "mask"
    return "zeros before a prefix length" if re.search(r"/0\d+$", text) else None


def is_in(address, network):
    if address.version == 6 and network.version == 4:
        return address.ipv4_mapped is not None and address.ipv4_mapped in network
    return address.version == network.version and address in network


def condition(value):
    return {"attribute": "ip", "operator": "cidr", "value": value}


def judge_addresses(engine, chance, count, found):
    texts = [written(chance, address(chance)) for _ in range(count)]
    texts = [tally.damaged(chance, text, ALPHABET) if chance.random() < 0.7 else text for text in texts]
    for text, ours in zip(texts, engine.holds(condition(["0.0.0.0/0", "::/0"]), texts)):
        found.compare(repr(text), ours, read(ipaddress.ip_address, text) is not None, lambda: None if ours else lax(text))


def judge_networks(engine, chance, count, validity, membership):
    for _ in range(count // VALUES * 4):
        text, base = network(chance)
        if chance.random() < 0.3:
            text = tally.damaged(chance, text, ALPHABET)
        others = [near(chance, base) for _ in range(VALUES)]
        theirs = read(ipaddress.ip_network, text)
        try:
            ours = engine.holds(condition(text), [written(chance, other) for other in others])
        except Refused as refusal:
            ours = None
            judge_hint(text, refusal.answer["faults"][0], validity)
        validity.compare(repr(text), ours is not None, theirs is not None, lambda: None if ours else lax(text))
        if ours is not None and theirs is not None:
            for other, holds in zip(others, ours):
                membership.compare(f"{other} in {text}", holds, is_in(other, theirs))


def judge_hint(text, fault, found):
    """A network that is refused for its host bits only is told without them."""
    meant = read(lambda text: ipaddress.ip_network(text, strict=False), text)
    hint = re.search(r"did you mean (\S+) or (\S+)\.$", fault["message"])
    ours = hint and (ipaddress.ip_network(hint[1]), ipaddress.ip_address(hint[2]))
    theirs = meant and (meant, ipaddress.ip_address(text.split("/")[0]))
    found.compare(f"hint for {text!r}", ours, theirs, lambda: None if ours else lax(text))


def main():
    asked = tally.arguments(__doc__)
    chance = random.Random(asked.seed)
    tallies = [tally.Tally(name) for name in ("addresses:", "networks:", "in networks:")]
    with Engine() as engine:
        judge_addresses(engine, chance, asked.count, tallies[0])
        judge_networks(engine, chance, asked.count, *tallies[1:])
    return tally.finish(*tallies)


if __name__ == "__main__":
    sys.exit(main())
