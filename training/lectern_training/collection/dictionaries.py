"""Word pairs out of dictionaries: dictd files (FreeDict), EDICT and CC-CEDICT."""
import gzip
import json
import re

MOST_WORDS = 5    # of a side: what is longer is an explanation, not a translation
MOST_SENSES = 3   # of a headword
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_SPOKEN = re.compile(r"\s/\S.*")
_NUMBERED = re.compile(r"^\s*\d+\.\s*")
_EDICT = re.compile(r"^(\S+)(?: \[([^\]]*)\])? /(.*)/$")


def _number(text):
    value = 0
    for digit in text:
        value = value * 64 + _DIGITS.index(digit)
    return value


def entries(index_path, dict_path):
    """The entries of a dictd dictionary, headword first, without its description of itself."""
    with gzip.open(dict_path) as file:
        data = file.read()
    with open(index_path, encoding="utf-8") as lines:
        for line in lines:
            word, start, size = line.rstrip("\n").split("\t")[:3]
            if not word.replace("-", "").startswith("00database"):
                yield data[_number(start):_number(start) + _number(size)].decode("utf-8", "replace")


def short(text):
    """A side of a pair without brackets, or nothing where it is no word or short phrase."""
    text = _BRACKETS.sub(" ", text).replace("~", " ").strip(" .;,:!?\"'")
    text = " ".join(text.split())
    return text if 0 < len(text.split()) <= MOST_WORDS and any(c.isalpha() for c in text) else ""


def translations(body):
    """The translations of an entry: of the numbered lines if there are any, else of the first one (the next lines explain it)."""
    lines = [line for line in body if line.strip() and not line.strip().startswith(('"', "see:", "syn"))]
    numbered = [line for line in lines if _NUMBERED.match(line)]
    found = []
    for line in numbered[:MOST_SENSES] or lines[:1]:
        found += [part for part in map(short, re.split(r"[,;،؛、]", _NUMBERED.sub("", line))) if part]
    return list(dict.fromkeys(found))[:MOST_SENSES]


def freedict_pairs(index_path, dict_path):
    """Pairs (headword, translation)."""
    pairs = {}
    for entry in entries(index_path, dict_path):
        head, *body = entry.split("\n")
        word = short(_SPOKEN.sub("", head))
        if word:
            pairs.update(dict.fromkeys((word, other) for other in translations(body)))
    return list(pairs)


def edict_pairs(path):
    """Pairs (Japanese, English) of EDICT."""
    pairs = {}
    with open(path, encoding="euc-jp", errors="ignore") as lines:
        for line in lines:
            match = _EDICT.match(line.strip())
            if match:
                glosses = [gloss for gloss in map(short, match[3].split("/")) if gloss and not gloss.startswith("Ent")]
                pairs.update(dict.fromkeys((match[1], gloss) for gloss in glosses[:MOST_SENSES]))
    return list(pairs)


def cedict_pairs(path):
    """Pairs (simplified Chinese, English) and, where it is written otherwise, (traditional Chinese, English)."""
    with open(path, encoding="utf-8") as file:
        rows, pairs = json.load(file), {}
    for row in rows:
        glosses = [gloss for gloss in map(short, ";".join(row["english"]).split(";")) if gloss and not gloss.startswith(("surname", "CL:", "variant of", "old variant"))]
        for chinese in dict.fromkeys((row["simplified"], row["traditional"])):
            pairs.update(dict.fromkeys((chinese, gloss) for gloss in glosses[:MOST_SENSES]))
    return list(pairs)
