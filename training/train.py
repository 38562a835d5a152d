#!/usr/bin/env python3
"""Makes a model folder from prepared data.

usage: train.py --data DATA [--data MORE …] --work WORK --out MODELS/NAME [--dev DEV] [--start MODELS/OLD] [--smoke] [stage …]
stages: tokenizer prepare static transformer features export evaluate (all of them, in this order, when none is named)
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy as np
import torch

from lectern_training import dev_sets, export, features, finish, prepare, static, tokenizer, transformer
from lectern_training.config import FULL, SMOKE
from lectern_training.measure import network_embedder, static_embedder
from lectern_training.network import Encoder
from lectern_training.reference import Reference

HERE = os.path.dirname(os.path.abspath(__file__))
STAGES = ("tokenizer", "prepare", "static", "transformer", "features", "export", "evaluate")
LICENCE = "CC-BY-SA-4.0"


def say(text):
    print(text, flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stages", nargs="*", metavar="stage", help=" ".join(STAGES))
    parser.add_argument("--smoke", action="store_true", help="a tiny model from the bundled sample, in under two minutes")
    parser.add_argument("--data", action="append", help="folder with SOURCES.tsv; may be given several times")
    parser.add_argument("--work", required=True, help="folder for checkpoints")
    parser.add_argument("--out", required=True, help="model folder to write; its last part is the model's name")
    parser.add_argument("--dev", help="folder of the development sets, kept out of training")
    parser.add_argument("--start", help="model folder whose tokenizer and token table training goes on from")
    parser.add_argument("--version", default="1.0.0")
    chosen = parser.parse_args()
    unknown = [stage for stage in chosen.stages if stage not in STAGES]
    if unknown:
        parser.error(f"no stage {unknown[0]!r}; the stages are {' '.join(STAGES)}")
    sample = os.path.join(HERE, "smoke-data")
    chosen.data = chosen.data or ([sample] if chosen.smoke else [None])
    chosen.dev = chosen.dev or (os.path.join(sample, "dev") if chosen.smoke else None)
    for name, folder in [("dev", chosen.dev), *(("data", folder) for folder in chosen.data)]:
        if folder is None or not os.path.isdir(folder):
            parser.error(f"--{name} {folder!r}: no such folder")
    return chosen


class Run:
    """One run of the stages; what a stage makes lies in WORK, so that each can be repeated alone."""

    def __init__(self, chosen):
        self.chosen, self.settings = chosen, SMOKE if chosen.smoke else FULL
        self.dev = dev_sets.load(chosen.dev)
        os.makedirs(chosen.work, exist_ok=True)

    def path(self, name):
        return os.path.join(self.chosen.work, name)

    def spm(self):
        start = self.chosen.start
        return tokenizer.from_json(os.path.join(start, "tokenizer.json")) if start else tokenizer.load(self.chosen.work)

    def tokenizer(self):
        if not self.chosen.start:
            tokenizer.train(self.chosen.data, self.chosen.work, self.settings["tokenizer"])

    def prepare(self):
        prepare.prepare(self.chosen.data, self.chosen.work, self.spm(), list(dev_sets.all_texts(self.dev)), say)

    def static(self):
        start, settings, spm = self.chosen.start, self.settings["static"], self.spm()
        earlier = None
        if start:
            tensors = Reference(os.path.join(start, "onnx", "model_quantized.onnx"), 1).tensors
            earlier = tensors["emb_q"].astype(np.float32) * tensors["emb_s"]

        sets, tables = prepare.load(self.chosen.work), []
        for run in range(settings["runs"]):
            path = self.path(f"static-{run}.npy")
            tables.append(static.train(sets, spm.get_piece_size(), {**settings, "seed": settings["seed"] + run},
                                       lambda table, path=path: np.save(path, table), earlier, say))
        table = finish.finished(tables, earlier, sets, settings, self.settings["transformer"])
        np.save(self.path("static.npy"), table)
        say(f"static {dev_sets.headline(dev_sets.measure(self.dev, static_embedder(table, spm)))}")

    def transformer(self):
        spm, settings = self.spm(), self.settings["transformer"]

        def save(net):
            torch.save(net.state_dict(), self.path("network.pt"))
            say(f"network {dev_sets.headline(dev_sets.measure(self.dev, network_embedder(net, spm)))}")
        table = np.load(self.path("static.npy"))
        if settings["layers"]:
            transformer.train(prepare.load(self.chosen.work), table, settings, save, log=say)
        else:
            save(transformer.start_network(table, settings))

    def features(self):
        state, shape, settings = torch.load(self.path("network.pt")), self.settings["transformer"], self.settings["features"]
        table = state["emb.weight"]
        module = features.fit(table.numpy(), prepare.load(self.chosen.work), settings, shape["coverage"])
        state.update({f"features.{name}": value for name, value in module.state_dict().items()})
        torch.save(state, self.path("featured.pt"))
        net = Encoder(*table.shape, shape["layers"], shape["heads"], shape["inner"], shape["coverage"],
                      (settings["hidden"], settings["size"]), settings["threshold"])
        net.load_state_dict(state)
        say(f"features {dev_sets.headline(dev_sets.measure(self.dev, network_embedder(net, self.spm())))}")

    def export(self):
        weights = {name: value.numpy() for name, value in torch.load(self.path("featured.pt")).items()}
        shape = self.settings["transformer"]
        name = os.path.basename(os.path.normpath(self.chosen.out))
        export.export(self.chosen.out, name, self.chosen.version, LICENCE, weights, shape["layers"], shape["heads"], tokenizer.vocabulary(self.spm()),
                      shape["coverage"], self.settings["features"]["threshold"])
        say(f"wrote {self.chosen.out}")

    def evaluate(self):
        from evaluate import report
        say(report([self.chosen.out], self.dev))


def main():
    chosen = arguments()
    torch.set_num_threads(min(os.cpu_count() or 1, 16))
    run = Run(chosen)
    for stage in chosen.stages or STAGES:
        say(f"== {stage}")
        getattr(run, stage)()


if __name__ == "__main__":
    main()
