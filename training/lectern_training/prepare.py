"""Sources → tokenised arrays in WORK/sets.pkl, without the rows that equal or nearly equal an evaluation text."""
import collections
import json
import math
import os
import pickle

import numpy as np

from .overlap import Guard
from .ragged import encode_all
from .sources import sources, texts_of
from .text import normalise

LEAST_ROWS_OF_LANGUAGE = 64


def clean_rows(source, guard):
    """The rows of a source that hold no evaluation text."""
    texts = [texts_of(source, row) for row in source.rows]
    owner = np.repeat(np.arange(len(texts)), [len(t) for t in texts])
    bad = np.zeros(len(texts), bool)
    np.logical_or.at(bad, owner, guard.refuses([text for row in texts for text in row]))
    return [row for row, refused in zip(source.rows, bad) if not refused]


def tokenised(source, rows, tokenizer):
    """One source as arrays: `views` (a Ragged a language or side), `mask` or `group`, row count and weight."""
    def encode(texts):
        return encode_all(tokenizer, [normalise(text) for text in texts])
    out = dict(name=source.name, kind=source.kind, n=len(rows))
    if source.kind == "many":
        count = collections.Counter(lang for row in rows for lang in row)
        langs = [lang for lang, n in count.items() if n >= LEAST_ROWS_OF_LANGUAGE]
        out.update(langs=langs, views=[encode([row.get(lang, "") for row in rows]) for lang in langs],
                   mask=[np.array([lang in row for row in rows]) for lang in langs])
    elif source.kind == "pair":
        out.update(views=[encode([row["a"] for row in rows]), encode([row["b"] for row in rows])])
    else:
        seen = {}
        out.update(views=[encode([row["q"] for row in rows]), encode([row["p"] for row in rows])],
                   group=np.array([seen.setdefault(row["p"], len(seen)) for row in rows]))
    out["weight"] = math.sqrt(len(rows) * (math.sqrt(len(out["views"])) if source.kind == "many" else 1))
    return out


def prepare(folders, work, tokenizer, kept_out, log=print):
    """Writes WORK/sets.pkl and WORK/sources.json (what was used, with licences and counts of removed rows)."""
    guard, sets, record = Guard(kept_out), [], []
    for source in sources(folders):
        rows = clean_rows(source, guard)
        removed = len(source.rows) - len(rows)
        record.append(dict(name=source.name, kind=source.kind, languages=source.languages, source=source.origin, licence=source.licence,
                           rows=len(rows), removed=removed))
        if rows:
            sets.append(tokenised(source, rows, tokenizer))
        log(f"{source.name} {source.kind}: {len(rows)} rows, {removed} removed")
    log(f"texts equal to an evaluation text: {guard.equal}; nearly equal: {guard.near}")
    with open(os.path.join(work, "sets.pkl"), "wb") as file:
        pickle.dump(sets, file, protocol=4)
    with open(os.path.join(work, "sources.json"), "w", encoding="utf-8") as file:
        json.dump(dict(equal=guard.equal, near=guard.near, sources=record), file, ensure_ascii=False, indent=1)
    return sets


def load(work):
    with open(os.path.join(work, "sets.pkl"), "rb") as file:
        return pickle.load(file)
