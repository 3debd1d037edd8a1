"""What a judge found: how often both agree, differ for a known reason, or differ."""

import argparse
import collections
import sys

SHOWN = 20


class Tally:
    def __init__(self, name):
        self.name, self.alike, self.known, self.failed = name, 0, collections.Counter(), 0

    def compare(self, case, ours, theirs, reason=lambda: None):
        """Compares two results about a case; `reason` names a known difference, or gives None."""
        if ours == theirs:
            self.alike += 1
        elif name := reason():
            self.known[name] += 1
        else:
            self.failed += 1
            if self.failed <= SHOWN:
                print(f"{self.name}: {case}: ours {ours}, theirs {theirs}", file=sys.stderr)

    def __str__(self):
        parts = [f"{self.alike} alike"]
        parts += [f"{count} known ({name})" for name, count in self.known.most_common()]
        parts += [f"{self.failed} DIFFER"] if self.failed else []
        return f"{self.name} {', '.join(parts)}"


def arguments(description, count=20_000):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def finish(*tallies):
    """Prints the summary; the exit status."""
    print("; ".join(str(tally) for tally in tallies))
    return 1 if any(tally.failed for tally in tallies) else 0


def damaged(chance, text, alphabet):
    """The text with one to three characters left out, put in, replaced or doubled."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place = chance.randrange(len(text) + 1)
        kind = chance.randrange(4)
        end = place if kind == 0 else place + 1
        middle = "" if kind == 1 else text[place:end] * 2 if kind == 2 else chance.choice(alphabet)
        text = text[:place] + middle + text[end:]
    return text
