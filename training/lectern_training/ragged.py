"""Token ids of many texts in one array, and the averaging matrix of a batch of them."""
import numpy as np
import scipy.sparse as sparse


class Ragged:
    """Token ids of many texts: `ids` holds them end to end, `offsets[i]:offsets[i + 1]` is text i."""

    def __init__(self, ids, offsets):
        self.ids, self.offsets = ids, offsets

    def __len__(self):
        return len(self.offsets) - 1

    def lengths(self):
        return np.diff(self.offsets)

    def take(self, rows, cap=None, skip=None):
        """Ids of the chosen rows end to end (int64), where each row starts, and its length.

        `cap` is the greatest number of tokens of a row (a number or one a row), `skip` how many leading tokens each row loses.
        """
        start = self.offsets[rows]
        length = self.offsets[rows + 1] - start
        if skip is not None:
            start, length = start + skip, length - skip
        if cap is not None:
            length = np.minimum(length, cap)
        first = np.zeros(len(length), np.int64)
        first[1:] = np.cumsum(length)[:-1]
        position = np.repeat(start - first, length) + np.arange(int(length.sum()))
        return self.ids[position].astype(np.int64), first, length

    @staticmethod
    def of(lists):
        """From an iterable of id lists (ids below 65,536)."""
        parts, offsets = [], [0]
        for ids in lists:
            parts.append(np.asarray(ids, np.uint16))
            offsets.append(offsets[-1] + len(ids))
        return Ragged(np.concatenate(parts) if parts else np.zeros(0, np.uint16), np.array(offsets, np.int64))


def encode_all(tokenizer, texts, chunk=20000):
    """Ragged ids of normalised texts."""
    return Ragged.of(ids for i in range(0, len(texts), chunk) for ids in tokenizer.encode(texts[i:i + chunk]))


def averaging_matrix(ids, start, length, keep=None):
    """(rows × distinct tokens) matrix whose rows average the tokens of a text, and the distinct tokens.

    `keep` (0 or 1 a token) drops tokens without changing the divisor: a drop then only shortens the vector.
    """
    used, column = np.unique(ids, return_inverse=True)
    share = np.repeat((1.0 / np.maximum(length, 1)).astype(np.float32), length)
    if keep is not None:
        share = share * keep
    bounds = np.concatenate([start, [len(ids)]]).astype(np.int32)
    return sparse.csr_matrix((share, column.astype(np.int32), bounds), shape=(len(length), len(used))), used
