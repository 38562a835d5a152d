"""Builds the ONNX file of the encoder node by node, so that every tensor has a lasting name (listed in ../README.md)."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .network import MASKED

OPSET, IR_VERSION, EPSILON = 17, 8, 1e-5


def quantise(matrix, axis):
    """int8 values and float32 scales (one for every slice across `axis`), symmetric, so that value × scale ≈ matrix."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-8) / 127
    return np.round(matrix / scale).astype(np.int8), scale.astype(np.float32)


class Graph:
    """Collects nodes and initializers; every method returns the name of what it made."""

    def __init__(self):
        self.nodes, self.tensors, self.count = [], [], 0

    def constant(self, name, value):
        self.tensors.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind, *inputs, name=None, **attributes):
        self.count += 1
        name = name or f"t{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def matrix(self, name, value):
        """An int8 matrix [in, out] with one scale a column, widened to float where it is used."""
        whole, scale = quantise(value, 0)
        wide = self.node("Cast", self.constant(name + "_q", whole), to=TensorProto.FLOAT)
        return self.node("Mul", wide, self.constant(name + "_s", scale))

    def affine(self, x, name, weights):
        product = self.node("MatMul", x, self.matrix(name + ".weight", weights[name + ".weight"].T))
        return self.node("Add", product, self.constant(name + ".bias", weights[name + ".bias"]))

    def norm(self, x, name, weights):
        scale, shift = (self.constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=EPSILON)


def _rows(graph, table):
    whole, scale = quantise(table, 1)
    rows = graph.node("Gather", graph.constant("emb_q", whole), "input_ids")
    scales = graph.node("Gather", graph.constant("emb_s", scale), "input_ids")
    return graph.node("Mul", graph.node("Cast", rows, to=TensorProto.FLOAT), scales)


def _bias(graph, weights):
    """[batch, heads, sequence, sequence]: position penalty and mask."""
    length = graph.node("Gather", graph.node("Shape", "input_ids"), graph.constant("one_index", np.array(1, np.int64)))
    zero, one = graph.constant("zero_int", np.array(0, np.int64)), graph.constant("one_int", np.array(1, np.int64))
    position = graph.node("Cast", graph.node("Range", zero, length, one), to=TensorProto.FLOAT)
    column = graph.node("Unsqueeze", position, graph.constant("axis_1", np.array([1], np.int64)))
    ahead = graph.node("Sub", position, column)
    penalties = [graph.node("Mul", graph.constant(side, weights[side]), graph.node("Relu", way))
                 for side, way in (("right", ahead), ("left", graph.node("Neg", ahead)))]
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    hidden = graph.node("Mul", graph.node("Sub", graph.constant("one", np.array(1, np.float32)), mask),
                        graph.constant("masked", np.array(MASKED, np.float32)))
    spread = graph.node("Unsqueeze", hidden, graph.constant("axes_1_2", np.array([1, 2], np.int64)))
    return graph.node("Sub", spread, graph.node("Add", *penalties))


def _attention(graph, x, bias, name, weights, heads, width):
    size = width // heads
    joined = graph.affine(graph.norm(x, name + ".n1", weights), name + ".qkv", weights)
    split = graph.node("Reshape", joined, "heads_shape")
    turned = graph.node("Transpose", split, perm=[2, 0, 3, 1, 4])
    q, k, v = (graph.node("Gather", turned, f"part_{i}", axis=0) for i in range(3))
    score = graph.node("MatMul", q, graph.node("Transpose", k, perm=[0, 1, 3, 2]))
    weight = graph.node("Softmax", graph.node("Add", graph.node("Mul", score, "attention_scale"), bias), axis=-1)
    seen = graph.node("Transpose", graph.node("MatMul", weight, v), perm=[0, 2, 1, 3])
    return graph.node("Add", x, graph.affine(graph.node("Reshape", seen, "joined_shape"), name + ".o", weights))


def _feed_forward(graph, x, name, weights):
    y = graph.affine(graph.norm(x, name + ".n2", weights), name + ".f1", weights)
    bent = graph.node("Add", graph.node("Erf", graph.node("Div", y, "root_two")), "one")
    bent = graph.node("Mul", graph.node("Mul", y, bent), "half")
    return graph.node("Add", x, graph.affine(bent, name + ".f2", weights))


def _unit(graph, x):
    """(rows at length one, their lengths)."""
    length = graph.node("ReduceL2", x, axes=[-1], keepdims=1)
    return graph.node("Div", x, graph.node("Max", length, graph.constant("least_length", np.array(1e-6, np.float32)))), length


def _mask_column(graph):
    """The attention mask as float [batch, sequence, 1]."""
    return graph.node("Unsqueeze", graph.node("Cast", "attention_mask", to=TensorProto.FLOAT), graph.constant("axis_2", np.array([2], np.int64)))


def _coverage(graph, unit, mask, power, threshold):
    """Factor of every token, as network.covered has it; a padded row counts as one, so that nothing divides by zero."""
    same = graph.node("MatMul", unit, graph.node("Transpose", unit, perm=[0, 2, 1]))
    if threshold:
        shifted = graph.node("Sub", same, graph.constant("alike_threshold", np.array(threshold, np.float32)))
        same = graph.node("Div", shifted, graph.constant("alike_range", np.array(1 - threshold, np.float32)))
    count = graph.node("Max", graph.node("MatMul", graph.node("Relu", same), mask), "one")
    return graph.node("Pow", count, graph.constant("coverage_power", np.array(-power, np.float32)))


def _features(graph, unit, weight, mask, weights):
    """The text's vector in every row that is no padding: the mean is taken before the last matrix, which then runs once a text."""
    total = graph.node("ReduceSum", weight, graph.constant("axis_1_of_3", np.array([1], np.int64)), keepdims=1)
    share = graph.node("Div", weight, graph.node("Max", total, graph.constant("least_weight", np.array(1e-9, np.float32))))
    hidden = graph.node("Relu", graph.affine(unit, "features.hidden", weights))
    mean = graph.node("MatMul", graph.node("Transpose", share, perm=[0, 2, 1]), hidden)
    return graph.node("Mul", graph.affine(mean, "features.output", weights), mask)


def _block_constants(graph, heads, width):
    graph.constant("heads_shape", np.array([0, 0, 3, heads, width // heads], np.int64))
    graph.constant("joined_shape", np.array([0, 0, width], np.int64))
    for i in range(3):
        graph.constant(f"part_{i}", np.array(i, np.int64))
    for name, value in (("attention_scale", (width // heads) ** -0.5), ("root_two", 2 ** 0.5), ("half", 0.5)):
        graph.constant(name, np.array(value, np.float32))


def _told(graph, x, weights, coverage, threshold):
    """What stands behind the blocks: coverage, and the features of the text in the place of rows."""
    mapped = "features.hidden.weight" in weights
    if coverage is None and not mapped:
        return x
    (unit, length), mask = _unit(graph, x), _mask_column(graph)
    factor = None if coverage is None else _coverage(graph, unit, mask, coverage, threshold)
    if not mapped:
        return graph.node("Mul", x, factor)
    weight = graph.node("Mul", length, mask if factor is None else graph.node("Mul", factor, mask))
    return _features(graph, unit, weight, mask, weights)


def build(weights, layers, heads, coverage=None, threshold=0.0):
    """The model of a state dict of numpy arrays (names as in network.Encoder)."""
    graph, width = Graph(), weights["emb.weight"].shape[1]
    if layers:
        _block_constants(graph, heads, width)
    x = _rows(graph, weights["emb.weight"])
    bias = _bias(graph, weights)
    for i in range(layers):
        x = _attention(graph, x, bias, f"blocks.{i}", weights, heads, width)
        x = _feed_forward(graph, x, f"blocks.{i}", weights)
    graph.node("Identity", _told(graph, x, weights, coverage, threshold), name="last_hidden_state")
    axes = ["batch", "sequence"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name in ("input_ids", "attention_mask")]
    size = len(weights["features.output.bias"]) if "features.output.bias" in weights else width
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, axes + [size])
    model = helper.make_model(helper.make_graph(graph.nodes, "lectern-embed", inputs, [output], graph.tensors),
                              opset_imports=[helper.make_opsetid("", OPSET)], producer_name="lectern")
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model
