"""The development sets: question → paragraph (XQuAD-R and four single-language sets) and sentence → translation (PUD)."""
import gzip
import json
import os
from collections import namedtuple

import numpy as np

from .metrics import ranks

# name: the set; queries and passages: texts; gold[i]: the passage of query i
Task = namedtuple("Task", "name queries passages gold")


def _read(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def load(folder):
    """All texts of the sets: {'xquad': …, 'qa': [Task…], 'pud': {language: [sentence…]}}."""
    xquad = _read(os.path.join(folder, "xquad-r-dev.json.gz"))
    questions = {lang: [q["text"] for q in rows] for lang, rows in xquad["questions"].items()}
    gold = np.array([q["paragraph"] for q in next(iter(xquad["questions"].values()))])
    qa = []
    for name in sorted(n for n in os.listdir(folder) if n.startswith("qa-")):
        data = _read(os.path.join(folder, name))
        qa.append(Task(name.split(".")[0], [q["text"] for q in data["questions"]], data["paragraphs"],
                       np.array([q["paragraph"] for q in data["questions"]])))
    with gzip.open(os.path.join(folder, "pud-sentences.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pud = {lang: [row[lang] for row in rows] for lang in rows[0]}
    return dict(paragraphs=xquad["paragraphs"], questions=questions, gold=gold, qa=qa, pud=pud)


def all_texts(sets):
    """Every text of the sets, for keeping them out of training."""
    for group in (sets["paragraphs"], sets["questions"], sets["pud"]):
        for texts in group.values():
            yield from texts
    for task in sets["qa"]:
        yield from task.queries
        yield from task.passages


def measure(sets, embed):
    """{(set, query language, passage language): ranks}; `embed` turns a list of texts into unit vectors."""
    out = {}
    paragraphs = {lang: embed(texts) for lang, texts in sets["paragraphs"].items()}
    questions = {lang: embed(texts) for lang, texts in sets["questions"].items()}
    for asked, q in questions.items():
        for told, p in paragraphs.items():
            out["xquad", asked, told] = ranks(q, p, sets["gold"])
    for task in sets["qa"]:
        lang = task.name.split("-")[1]
        out["qa", lang, lang] = ranks(embed(task.queries), embed(task.passages), task.gold)
    pud = {lang: embed(texts) for lang, texts in sets["pud"].items()}
    for lang in pud:
        if lang != "en":
            out["pud", lang, "en"] = ranks(pud[lang], pud["en"], np.arange(len(pud["en"])))
    return out


def headline(measured):
    """The figures a training run is steered by: means of hit@1 in per cent."""
    def mean(chosen):
        return round(100 * float(np.mean([np.mean(measured[key] == 1) for key in measured if chosen(*key)])), 1)
    return {
        "xquad same": mean(lambda s, a, b: s == "xquad" and a == b),
        "xquad cross": mean(lambda s, a, b: s == "xquad" and a != b),
        "any→zh": mean(lambda s, a, b: s == "xquad" and b == "zh" and a != "zh"),
        "zh": mean(lambda s, a, b: (s, a, b) == ("xquad", "zh", "zh")),
        "en→zh": mean(lambda s, a, b: (s, a, b) == ("xquad", "en", "zh")),
        "ru→zh": mean(lambda s, a, b: (s, a, b) == ("xquad", "ru", "zh")),
        "qa": mean(lambda s, a, b: s == "qa"),
        "pud→en": mean(lambda s, a, b: s == "pud"),
    }
