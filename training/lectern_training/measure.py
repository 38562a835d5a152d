"""Embedders over a token table, a network or a model folder, for the development sets."""
import json
import os

import numpy as np
import torch

from . import tokenizer as tokenizers
from .network import Encoder
from .ragged import averaging_matrix, encode_all
from .reference import Reference
from .text import normalise
from .transformer import pooled

LONGEST = 512


def encoder(tokenizer):
    """texts → (ids, start, length), remembered: the same lists are embedded many times."""
    known = {}

    def encode(texts):
        if id(texts) not in known:
            known[id(texts)] = (texts, encode_all(tokenizer, [normalise(text) for text in texts]))
        view = known[id(texts)][1]
        return view.take(np.arange(len(view)), LONGEST)
    return encode


def static_embedder(table, tokenizer):
    """Unit mean rows of the table: the model with its blocks switched off."""
    encode = encoder(tokenizer)

    def embed(texts):
        matrix, used = averaging_matrix(*encode(texts))
        vectors = matrix @ table[used]
        return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return embed


def network_embedder(net, tokenizer):
    encode = encoder(tokenizer)

    def embed(texts):
        with torch.no_grad():
            return pooled(net, encode(texts)).numpy()
    return embed


class ModelFolder:
    """A model folder, read back: the weights are the dequantised ones, so figures hold for the file that ships."""

    def __init__(self, folder):
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            self.manifest = json.load(file)
        self.name, shape = self.manifest["id"], self.manifest["architecture"]
        self.coverage = shape.get("coverage", {}).get("power")
        self.threshold = shape.get("coverage", {}).get("threshold", 0.0)
        self.reference = Reference(os.path.join(folder, "onnx", "model_quantized.onnx"), shape["heads"], self.coverage, self.threshold)
        self.tokenizer = tokenizers.from_json(os.path.join(folder, "tokenizer.json"))
        self.table = self.reference.tensors["emb_q"].astype(np.float32) * self.reference.tensors["emb_s"]

    def network(self):
        shape = self.manifest["architecture"]
        features = shape.get("features") and (shape["features"]["hidden"], shape["features"]["size"])
        net = Encoder(shape["vocabulary"], shape["width"], shape["layers"], shape["heads"], shape["inner"], self.coverage, features, self.threshold)
        state = {name: torch.from_numpy(np.array(value)) for name, value in self.reference.weights().items()}
        net.load_state_dict(state)
        return net
