"""Reads the prepared sources: one .jsonl, .jsonl.xz or .tsv each, listed with kind, languages and licence in SOURCES.tsv."""
import csv
import json
import lzma
import os
from collections import namedtuple

# Left out: no licence in the source, or one that was not verified for the parts used.
NOT_CLEARLY_OPEN = ("xwmt.", "small-enja.", "tor-support-faq.", "ebible", "sdg")

Source = namedtuple("Source", "name kind languages origin licence rows")


def listing(folder):
    """The rows of SOURCES.tsv as dictionaries."""
    with open(os.path.join(folder, "SOURCES.tsv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _lines(path):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        if path.endswith(".tsv"):
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        return [json.loads(line) for line in lines]


def sources(folders):
    """Every source of the folders whose licence is open, read whole, one at a time."""
    for folder in folders:
        for row in listing(folder):
            if not row["file"].startswith(NOT_CLEARLY_OPEN):
                name = row["file"].split(".jsonl")[0].split(".tsv")[0]
                yield Source(name, row["kind"], row["languages"], row["source"], row["licence"], _lines(os.path.join(folder, row["file"])))


def languages(source):
    """The languages of the two sides of a pair or qa source."""
    parts = source.languages.split("-")
    return (parts[0], parts[-1]) if source.kind == "pair" else (source.languages, source.languages)


def texts_of(source, row):
    """Every text of a row."""
    if source.kind == "many":
        return list(row.values())
    return [row["a"], row["b"]] if source.kind == "pair" else [row["q"], row["p"]]
