#!/usr/bin/env python3
"""Measures model folders on the development sets and prints the tables of the model card (Markdown).

usage: evaluate.py --dev DEV MODEL_FOLDER [MODEL_FOLDER …]      the first is the one compared with, the last the one described in full
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy as np

from lectern_training import dev_sets
from lectern_training.late_interaction import LateInteraction
from lectern_training.measure import ModelFolder, encoder, network_embedder, static_embedder
from lectern_training.metrics import ranks_of_scores, summary

RERANKED, LATE_SHARE = 20, 1.0


def headline_table(rows):
    names = list(rows[0][1])
    lines = ["| model | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    return lines + [f"| {label} | " + " | ".join(str(figures[name]) for name in names) + " |" for label, figures in rows]


def language_table(before, after, keys):
    lines = ["| set | questions | passages | hit@1 before | hit@1 after (95 %) | hit@3 | MRR |", "|---|---|---|---|---|---|---|"]
    for key in keys:
        old, new = summary(before[key]), summary(after[key])
        lines.append(f"| {key[0]} | {key[1]} | {key[2]} | {old['hit1']:.1f} | {new['hit1']:.1f} ({new['low']:.1f}–{new['high']:.1f}) "
                     f"| {new['hit3']:.1f} | {new['mrr']:.1f} |")
    return lines


def reranked(sets, model, embed):
    """Ranks after the first RERANKED passages are ordered by cosine + LATE_SHARE × late interaction, for the XQuAD and qa sets."""
    late, encode, out = LateInteraction(model.table), encoder(model.tokenizer), {}

    def rank(queries, passages, gold):
        score = embed(queries) @ embed(passages).T
        both = score + LATE_SHARE * late.scores(encode(queries), encode(passages)).numpy()
        last = -np.sort(-score, axis=1)[:, min(RERANKED, score.shape[1]) - 1:][:, :1]
        return ranks_of_scores(np.where(score >= last, both + 10, score), gold)
    for asked, queries in sets["questions"].items():
        for told, passages in sets["paragraphs"].items():
            out["xquad", asked, told] = rank(queries, passages, sets["gold"])
    for task in sets["qa"]:
        lang = task.name.split("-")[1]
        out["qa", lang, lang] = rank(task.queries, task.passages, task.gold)
    return out


def report(folders, sets):
    """The Markdown text."""
    rows, measured = [], []
    for folder in folders:
        model = ModelFolder(folder)
        embed = network_embedder(model.network(), model.tokenizer)
        measured.append(dev_sets.measure(sets, embed))
        rows.append((model.name, dev_sets.headline(measured[-1])))
        rows.append((f"{model.name}, plain mean of its rows", dev_sets.headline(dev_sets.measure(sets, static_embedder(model.table, model.tokenizer)))))
        again = {**measured[-1], **reranked(sets, model, embed)}
        rows.append((f"{model.name}, first {RERANKED} re-ranked", dev_sets.headline(again)))
    keys = [key for key in measured[-1] if key[0] != "xquad" or key[1] == key[2] or key[2] == "zh"]
    return "\n".join([*headline_table(rows), "", *language_table(measured[0], measured[-1], keys)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", required=True)
    parser.add_argument("models", nargs="+")
    chosen = parser.parse_args()
    print(report(chosen.models, dev_sets.load(chosen.dev)))


if __name__ == "__main__":
    main()
