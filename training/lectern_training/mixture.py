"""Which source a batch is drawn from, and how: plain pairs, questions with their passages, or a piece of a text against a longer passage."""
import numpy as np

SERVED = set("zh zht en ru ar hi ur fa kk uz tg ky mn tr az be uk hy ka km my lo ne si th vi id ms ja ko fr de es pt it ro el he bn pl nl ta te "
             "sw tl prs".split())
# Not promised to anybody, but written in the same alphabets and met in the same texts: they take part with half the weight.
KNOWN = SERVED | set("cs fi sv hu hr sk sl sr bg da no is lt lv et sq mk ca gl eu eo af ga cy br mt lb ku tt ug tk bs ast oc kn ml mr gu pa "
                     "am so jv".split())
TECHNICAL = {"pythondocs", "phpdoc", "yii2-guide", "fastapi", "hf-course", "react-docs", "tarantool-docs", "gnomedocs", "ms-iot"}
GENERAL = {"ntrex", "tico19", "mkqa", "privacyguides", "opensource-guide", "mozilla-www", "bitcoin-org", "sdg", "un"}
# Factors found on the development sets: small sets are learnt by heart, technical documentation has its own vocabulary.
FACTOR = {**dict.fromkeys(TECHNICAL, 0.35), **dict.fromkeys(GENERAL, 1.6), "un": 2.0, "ntrex": 2.4, "ebible": 0.5, "lctt-opensource": 0.6,
          "messages-games": 0.9, "messages-desktop": 0.5, "messages-places": 0.5, "messages-science": 0.4, "messages-office": 0.3,
          "xwmt": 0.2, "bitcoin-org-faq": 0.3, "integreat-qa": 0.4, "python-faq": 0.3, "cybersec-qa-llm": 0.4, "medquad": 0.5, "stsb-mt": 0.5}
DICTIONARIES = ("wikidict", "freedict", "edict", "cedict")
# Dictionaries count more where parallel texts are few, less where they are large and others serve the language.
DICTIONARY_FACTOR = {"ar": 3, "tr": 3, "hi": 3, "el": 2, "id": 2, "ru": 2}
LANGUAGE_FACTOR = {"zh": 3.0, "en": 2.5, "ru": 2.0, "ar": 1.5, "hi": 1.5, "fa": 1.5, "tr": 1.3, "kk": 1.3, "uz": 1.3, "ky": 1.2, "tg": 1.2}


def family(source):
    """The part of the mixture a source shares its steps with: qa, many, pair or dict."""
    return "dict" if source["name"].startswith(DICTIONARIES) else source["kind"]


def served(sources):
    """The sources cut down to known languages, with language weights in `p`."""
    kept = []
    for source in sources:
        if source["kind"] == "many":
            keep = [i for i, lang in enumerate(source["langs"]) if lang in KNOWN]
            if len(keep) < 2:
                continue
            source = {**source, **{key: [source[key][i] for i in keep] for key in ("langs", "views", "mask")}}
            source["p"] = np.array([LANGUAGE_FACTOR.get(lang, 1.0 if lang in SERVED else 0.5) * min(1, mask.sum() / 500) ** 0.5
                                    for lang, mask in zip(source["langs"], source["mask"])])
        kept.append(source)
    return kept


def factor(source):
    """What a source's weight is multiplied by."""
    name, _, languages = source["name"].partition(".")
    if name in ("freedict", "edict"):
        known = [DICTIONARY_FACTOR[lang] for lang in languages.split("-") if lang in DICTIONARY_FACTOR]
        return max(known, default=0.4 if source["n"] > 60_000 else 0.7)
    return 2.0 if name == "cedict" else FACTOR.get(name, 1.0)


def probabilities(sources, parts):
    """Chance of each source; `parts` says which share of the steps a family gets."""
    weight = np.array([(s["n"] ** 0.6 if s["kind"] == "qa" else s["weight"]) * factor(s) for s in sources])
    kinds = np.array([family(s) for s in sources])
    chance = np.zeros(len(sources))
    for kind, part in parts.items():
        chosen = kinds == kind
        if chosen.any():
            chance[chosen] = weight[chosen] / weight[chosen].sum() * part
    return chance / chance.sum()


def draw(source, size, rng, near=None, mixed=False):
    """Rows and, for each, the two views to align: (rows, a, b). A passage occurs once in a batch.

    `mixed` chooses the languages of a many-way source anew for every row, so that a row's negatives come in all languages.
    """
    rows = np.unique(rng.integers(0, source["n"], min(size, source["n"]))) if near is None else np.unique(near)
    rng.shuffle(rows)
    if "group" in source:
        rows = rows[np.unique(source["group"][rows], return_index=True)[1]]
    if source["kind"] != "many":
        a = np.zeros(len(rows), np.int64)
        return rows, a, a + 1
    p = source["p"] / source["p"].sum()
    if mixed:
        a, b = rng.choice(len(p), len(rows), p=p), rng.choice(len(p), len(rows), p=p)
    else:
        first, second = rng.choice(len(p), 2, replace=False, p=p)
        a, b = np.full(len(rows), first), np.full(len(rows), second)
    have = np.stack(source["mask"])
    good = have[a, rows] & have[b, rows] & (a != b)
    return rows[good], a[good], b[good]


def gather(views, which, rows, cap):
    """Token lists of `rows`, row i from view `which[i]`: (ids, start, length) as Ragged.take gives them."""
    if len(which) and (which == which[0]).all():
        return views[which[0]].take(rows, cap)
    lists = [views[v].ids[views[v].offsets[r]:min(views[v].offsets[r + 1], views[v].offsets[r] + cap)] for v, r in zip(which, rows)]
    return join(lists)


def join(lists):
    """(ids, start, length) of id arrays."""
    length = np.array([len(x) for x in lists], np.int64)
    start = np.zeros(len(lists), np.int64)
    start[1:] = np.cumsum(length)[:-1]
    return (np.concatenate(lists) if lists else np.zeros(0)).astype(np.int64), start, length


def split(batch):
    """The id arrays of (ids, start, length)."""
    ids, start, length = batch
    return [ids[s:s + n] for s, n in zip(start, length)]


def piece_against_passage(a, b, rng, most=4, cap=240):
    """A piece of a text of `a` against a passage of up to `most` texts of `b` in random order, its counterpart one of them.

    Teaches what a question is to a passage: few of its words, somewhere in it. A text occurs in one passage only, or it would be
    a right answer counted as wrong.
    """
    asked, told = split(a), split(b)
    members = int(rng.integers(2, most + 1))
    size = int(rng.integers(5, 16))
    queries, passages = [], []
    for first in range(0, len(told) - members + 1, members):
        ids = asked[first]
        at = int(rng.integers(0, max(1, len(ids) - size + 1)))
        queries.append(ids[at:at + size])
        order = first + rng.permutation(members)
        whole = np.concatenate([told[k] for k in order])
        passages.append(whole if len(whole) <= cap else np.concatenate([told[k][:cap // members] for k in order]))
    return join(queries), join(passages)


def piece_of_passage(passages, rng, drop=0.5):
    """Inverse cloze: a stretch of every passage as the query, taken out of the passage with chance `drop`."""
    queries, rest = [], []
    for ids in split(passages):
        size = min(int(rng.integers(5, 20)), max(1, len(ids) // 2))
        at = int(rng.integers(0, len(ids) - size + 1))
        queries.append(ids[at:at + size])
        rest.append(np.concatenate([ids[:at], ids[at + size:]]) if rng.random() < drop else ids)
    return join(queries), join(rest)
