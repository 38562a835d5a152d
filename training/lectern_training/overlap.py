"""Keeps evaluation texts out of training: equal texts, and texts that share long stretches with one (near-duplicates)."""
import numpy as np

from .text import letters_only

STRETCH = 16       # letters in a row that count as shared
LEAST_SHARED = 0.5  # part of a text's stretches that makes it a near-duplicate …
LEAST_COUNT = 12    # … of a text of at least this many stretches: shorter ones are names and phrases, which texts share by nature
BITS = 27          # size of the stretch table, 2^27 bits
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def stretches(codes):
    """64-bit hashes of every run of STRETCH letters of an array of code points."""
    count = len(codes) - STRETCH + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    value = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for i in range(STRETCH):
            value = value * _FACTOR + codes[i:i + count]
        value ^= value >> np.uint64(29)
        value *= _FACTOR
    return value >> np.uint64(64 - BITS)


def _codes(text):
    return np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)


class Guard:
    """Knows the texts to keep out. `equal` and `near` count what was found."""

    def __init__(self, texts):
        self.equal, self.near = 0, 0
        self.keys, self.table = set(), np.zeros(1 << BITS, bool)
        for text in texts:
            key = letters_only(text)
            self.keys.add(key)
            self.table[stretches(_codes(key))] = True

    def refuses(self, texts):
        """For a list of texts: True where a text equals or nearly equals a kept-out one."""
        keys = [letters_only(text) for text in texts]
        equal = np.array([key in self.keys and len(key) > 3 for key in keys], bool)
        lengths = np.array([len(key) for key in keys])
        counts = np.maximum(lengths - STRETCH + 1, 0)
        near = np.zeros(len(keys), bool)
        if counts.sum():
            hits = self.table[stretches(_codes("".join(keys)))] if len(keys) else np.zeros(0, bool)
            total = np.concatenate([[0], np.cumsum(hits)])
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            shared = total[np.minimum(starts + counts, len(hits))] - total[np.minimum(starts, len(hits))]
            near = (counts >= LEAST_COUNT) & (shared >= LEAST_SHARED * counts) & ~equal
        self.equal += int(equal.sum())
        self.near += int(near.sum())
        return equal | near
