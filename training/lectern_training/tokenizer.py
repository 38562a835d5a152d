"""The Unigram tokenizer: trained on the sources, or rebuilt from a tokenizer.json so that a new model can go on from an old table."""
import collections
import json
import os
import random

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as protocol

from .sources import languages, sources
from .text import normalise

# Share of the training text a language gets; the rest get 1. Han and Kana count as more, having more characters to learn.
SHARE = collections.defaultdict(lambda: 1.0, dict(
    zh=7, en=12, ru=9, fr=4, de=4, es=4, ar=4, hi=3, ur=2.2, fa=3, kk=2.5, uz=2.2, tg=2, ky=2, mn=2, tr=3, az=2, vi=3, th=3, id=2.5, ja=2.5,
    ko=2, pt=3, it=3, be=2, uk=3, km=1.5, my=1.5, zht=1.5))
NORMAL, UNKNOWN, CONTROL = 1, 2, 3  # sentencepiece's piece types


def _pool(folders):
    texts = collections.defaultdict(list)
    for source in sources(folders):
        a, b = languages(source)
        for row in source.rows:
            if source.kind == "many":
                for lang, text in row.items():
                    texts[lang].append(text)
            else:
                first, second = (row["a"], row["b"]) if source.kind == "pair" else (row["q"], row["p"])
                texts[a].append(first)
                texts[b].append(second[:400])
    return texts


def train(folders, work, settings):
    """Writes WORK/sp.model. No byte fallback: the JavaScript tokenizers do not know it."""
    rng, sample = random.Random(0), os.path.join(work, "sp.txt")
    with open(sample, "w", encoding="utf-8") as out:
        for lang, texts in sorted(_pool(folders).items()):
            rng.shuffle(texts)
            used = 0
            for text in map(normalise, texts):
                out.write(text[:500] + "\n")
                used += len(text)
                if used > settings["letters"] * SHARE[lang]:
                    break
    sentencepiece.SentencePieceTrainer.train(
        input=sample, model_prefix=os.path.join(work, "sp"), vocab_size=settings["vocabulary"], model_type="unigram", character_coverage=0.9997,
        normalization_rule_name="identity", split_digits=True, max_sentence_length=2000, input_sentence_size=900000, shuffle_input_sentence=True,
        pad_id=0, unk_id=1, bos_id=2, eos_id=3, hard_vocab_limit=False, minloglevel=2)
    return load(work)


def load(work):
    return sentencepiece.SentencePieceProcessor(model_file=os.path.join(work, "sp.model"))


def vocabulary(tokenizer):
    """[[piece, score], …] for tokenizer.json."""
    return [[tokenizer.id_to_piece(i), float(tokenizer.get_score(i))] for i in range(tokenizer.get_piece_size())]


def from_json(path):
    """A sentencepiece processor with the vocabulary and scores of a tokenizer.json written by export.py."""
    with open(path, encoding="utf-8") as file:
        pieces = json.load(file)["model"]["vocab"]
    model = protocol.ModelProto()
    for i, (piece, score) in enumerate(pieces):
        model.pieces.add(piece=piece, score=score, type={0: CONTROL, 1: UNKNOWN, 2: CONTROL, 3: CONTROL}.get(i, NORMAL))
    trainer, normalizer = model.trainer_spec, model.normalizer_spec
    trainer.model_type, trainer.vocab_size = 1, len(pieces)
    trainer.pad_id, trainer.unk_id, trainer.bos_id, trainer.eos_id = 0, 1, 2, 3
    trainer.pad_piece, trainer.unk_piece = "<pad>", "<unk>"
    normalizer.name = "identity"
    normalizer.add_dummy_prefix = normalizer.remove_extra_whitespaces = normalizer.escape_whitespaces = True
    return sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
