"""Runs an exported ONNX file with numpy alone, reading the tensors by name: the check that the file says what the README says."""
import math

import numpy as np
import onnx
from onnx import numpy_helper

from .network import MASKED


def _erf(x):
    """Error function to 1.5e-7 (Abramowitz & Stegun 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - poly * np.exp(-x * x))


def _named(tensors):
    """The tensors with their lasting names; in the first model the matrices are numbered in the order of the blocks."""
    numbered = sorted((int(name.split("_")[2]), name) for name in tensors if name.startswith("onnx_MatMul_") and name.endswith("_q"))
    for k, (_, name) in enumerate(numbered):
        lasting = f"blocks.{k // 4}.{('qkv', 'o', 'f1', 'f2')[k % 4]}.weight"
        tensors[lasting + "_q"], tensors[lasting + "_s"] = tensors.pop(name), tensors.pop(name[:-1] + "s")
    return tensors


class Reference:
    """`vector(ids)` is the unit vector of one text (float32)."""

    def __init__(self, path, heads, coverage=None, threshold=0.0):
        tensors = _named({t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer})
        self.tensors, self.heads, self.coverage, self.threshold = tensors, heads, coverage, threshold
        self.layers = len({name.split(".")[1] for name in tensors if name.startswith("blocks.")})

    def weights(self):
        """The dequantised weights under the names of network.Encoder."""
        out = {"emb.weight": self.tensors["emb_q"].astype(np.float32) * self.tensors["emb_s"]}
        for name, value in self.tensors.items():
            if name.endswith(".weight_q"):
                out[name[:-2]] = self._matrix(name[:-2]).T
            elif name in ("left", "right") or name.endswith((".n1.weight", ".n2.weight", ".bias")):
                out[name] = value
        return out

    def _matrix(self, name):
        return self.tensors[name + "_q"].astype(np.float32) * self.tensors[name + "_s"]

    def _affine(self, x, name):
        return x @ self._matrix(name + ".weight") + self.tensors[name + ".bias"]

    def _norm(self, x, name):
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + 1e-5) * self.tensors[name + ".weight"] + self.tensors[name + ".bias"]

    def hidden(self, ids, mask=None):
        """last_hidden_state [sequence, size] of one text."""
        ids = np.asarray(ids)
        mask = np.ones(len(ids)) if mask is None else np.asarray(mask)
        x = self.tensors["emb_q"][ids].astype(np.float32) * self.tensors["emb_s"][ids]
        ahead = np.arange(len(ids))[None, :] - np.arange(len(ids))[:, None]
        bias = -self.tensors["right"][0] * np.maximum(ahead, 0) - self.tensors["left"][0] * np.maximum(-ahead, 0) + (1 - mask) * MASKED
        for i in range(self.layers):
            x = x + self._attend(x, bias, f"blocks.{i}")
            y = self._affine(self._norm(x, f"blocks.{i}.n2"), f"blocks.{i}.f1")
            x = x + self._affine(y * 0.5 * (1 + _erf(y / math.sqrt(2))), f"blocks.{i}.f2")
        length = np.linalg.norm(x, axis=1, keepdims=True)
        unit = x / np.maximum(length, 1e-6)
        factor = 1 if self.coverage is None else self._coverage(unit, mask)
        return self._features(unit, factor * length, mask) if "features.output.bias" in self.tensors else x * factor

    def _features(self, unit, weight, mask):
        """The text's vector in every row that is no padding."""
        share = weight[:, 0] * mask
        mean = share / share.sum() @ np.maximum(self._affine(unit, "features.hidden"), 0)
        return self._affine(mean[None, :], "features.output") * mask[:, None]

    def _coverage(self, unit, mask):
        same = np.maximum(unit @ unit.T - self.threshold, 0) / (1 - self.threshold)
        return np.maximum(same @ mask, 1)[:, None] ** -self.coverage

    def _attend(self, x, bias, name):
        length, width = x.shape
        parts = self._affine(self._norm(x, name + ".n1"), name + ".qkv").reshape(length, 3, self.heads, width // self.heads)
        q, k, v = parts.transpose(1, 2, 0, 3)
        score = q @ k.transpose(0, 2, 1) / math.sqrt(width // self.heads) + bias
        weight = np.exp(score - score.max(-1, keepdims=True))
        seen = (weight / weight.sum(-1, keepdims=True)) @ v
        return self._affine(seen.transpose(1, 0, 2).reshape(length, width), name + ".o")

    def vector(self, ids):
        mean = self.hidden(ids).mean(0)
        return (mean / np.linalg.norm(mean)).astype(np.float32)
