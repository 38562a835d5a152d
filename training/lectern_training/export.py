"""Stage 3: weights and tokenizer → a model folder in the layout transformers.js loads, with manifest and checksums."""
import hashlib
import json
import os

import onnx

from . import onnx_graph

LONGEST = 512
SPECIAL = ["<pad>", "<unk>"]


def tokenizer_json(vocabulary):
    """tokenizer.json of a Unigram vocabulary [[piece, score], …]: piece 0 pads, piece 1 stands for what is unknown."""
    metaspace = dict(type="Metaspace", replacement="▁", add_prefix_space=True, prepend_scheme="always")
    sequence = [dict(Sequence=dict(id="A", type_id=0))]
    return dict(
        version="1.0", truncation=None, padding=None,
        added_tokens=[dict(id=i, content=piece, single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
                      for i, piece in enumerate(SPECIAL)],
        normalizer=dict(type="Sequence", normalizers=[
            dict(type="NFKC"), dict(type="Lowercase"), dict(type="Replace", pattern=dict(Regex=r"\s+"), content=" "),
            dict(type="Strip", strip_left=True, strip_right=True)]),
        pre_tokenizer=dict(type="Sequence", pretokenizers=[dict(type="WhitespaceSplit"), metaspace]),
        post_processor=dict(type="TemplateProcessing", single=sequence, pair=sequence + [dict(Sequence=dict(id="B", type_id=0))],
                            special_tokens={}),
        decoder=metaspace, model=dict(type="Unigram", unk_id=1, vocab=vocabulary, byte_fallback=False))


def architecture(weights, layers, heads, coverage, threshold):
    """What the network is, in numbers, for the manifest."""
    vocabulary, width = weights["emb.weight"].shape
    inner = weights["blocks.0.f1.weight"].shape[0] if layers else 0
    extra = {} if coverage is None else dict(coverage=dict(power=coverage, threshold=threshold))
    if "features.output.weight" in weights:
        size, hidden = weights["features.output.weight"].shape
        extra["features"] = dict(hidden=hidden, size=size, threshold=threshold)
    return dict(tokenizer="unigram", vocabulary=vocabulary, layers=layers, width=width, heads=heads, inner=inner,
                normalization="pre-layer-norm", normalizationEpsilon=onnx_graph.EPSILON, activation="gelu-erf",
                positionBias=dict(kind="two-sided-linear", left=_plain(weights["left"]), right=_plain(weights["right"])),
                maskBias=int(onnx_graph.MASKED), tables="int8 rows with a float32 scale", weights="int8 columns with a float32 scale",
                opset=onnx_graph.OPSET, irVersion=onnx_graph.IR_VERSION, **extra)


def _plain(array):
    return [round(float(x), 6) for x in array.reshape(-1)]


def _write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        if path.endswith("tokenizer.json"):  # no line end: the same vocabulary gives the same bytes as in earlier models
            json.dump(value, file, ensure_ascii=False)
            return
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def export(folder, name, version, licence, weights, layers, heads, vocabulary, coverage=None, threshold=0.0):
    """Writes the model folder; `weights` are numpy arrays named as in network.Encoder. Returns the manifest."""
    os.makedirs(os.path.join(folder, "onnx"), exist_ok=True)
    shape = architecture(weights, layers, heads, coverage, threshold)
    size = shape.get("features", {}).get("size", shape["width"])
    contents = {
        "config.json": dict(model_type="xlm-roberta", architectures=["LecternEncoder"], hidden_size=size,
                            num_hidden_layers=layers, num_attention_heads=heads, intermediate_size=shape["inner"],
                            vocab_size=shape["vocabulary"], max_position_embeddings=LONGEST, pad_token_id=0,
                            position_embedding_type="alibi-bidirectional", pooling="mean", normalize=True),
        "tokenizer.json": tokenizer_json(vocabulary),
        "tokenizer_config.json": dict(tokenizer_class="PreTrainedTokenizerFast", model_max_length=LONGEST, pad_token="<pad>",
                                      unk_token="<unk>", clean_up_tokenization_spaces=False),
        "special_tokens_map.json": dict(pad_token="<pad>", unk_token="<unk>"),
    }
    for file, value in contents.items():
        _write(os.path.join(folder, file), value)
    onnx.save(onnx_graph.build(weights, layers, heads, coverage, threshold), os.path.join(folder, "onnx", "model_quantized.onnx"))
    files = {file: digest(os.path.join(folder, file)) for file in [*contents, "onnx/model_quantized.onnx"]}
    manifest = dict(id=name, version=version, dimensions=size, pooling="mean", normalize=True, queryPrefix="", passagePrefix="",
                    maxTokens=LONGEST, licence=licence, architecture=shape, files=files)
    _write(os.path.join(folder, "manifest.json"), manifest)
    with open(os.path.join(folder, "SHA256SUMS"), "w", encoding="ascii") as file:
        file.writelines(f"{value}  {path}\n" for path, value in files.items())
    return manifest
