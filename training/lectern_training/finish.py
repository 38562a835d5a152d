"""From trained tables to the one that is used: averaged, mixed with the table it started from, sharpened, flattened."""
import numpy as np
import torch

from .transformer import pooled, start_network


def mixed(tables, earlier, keep):
    """The mean of the runs' tables with the share `keep` of the table they went on from in it: the mixture forgets less."""
    table = (1 - keep) * np.mean(tables, axis=0)
    table[:, :earlier.shape[1]] += keep * earlier / np.sqrt((earlier ** 2).mean())
    return table.astype(np.float32)


def sharpened(tables, settings):
    """The mean of the runs' tables, longer rows made longer."""
    table = np.mean(tables, axis=0)
    length = np.linalg.norm(table, axis=1, keepdims=True) + 1e-6
    return (table * (length / length.mean()) ** settings["sharpen"]).astype(np.float32)


def finished(tables, earlier, sources, settings, network):
    """A table that training went on from was sharpened and flattened before: done again, both cost two points within a language."""
    if earlier is not None:
        return mixed(tables, earlier, settings["keep"])
    return flattened(sharpened(tables, settings), sources, settings, network)


def flattened(table, sources, settings, network, most=200):
    """The table turned and stretched so that the directions text vectors differ most in weigh less (whitening to a small power).

    The directions are those of up to `most` texts of every view of the sources named in settings['flatten_on'] (of all, if none is there).
    """
    if not settings["flatten"]:
        return table
    net, rng, vectors = start_network(table, {**network, "layers": 0}), np.random.default_rng(0), []
    chosen = [s for s in sources if s["name"].startswith(settings["flatten_on"])] or sources
    for view in (view for source in chosen for view in source["views"]):
        rows = rng.choice(len(view), min(len(view), most), replace=False)
        rows = rows[view.lengths()[rows] > 3]
        if len(rows):
            with torch.no_grad():
                vectors.append(pooled(net, view.take(rows, 256)).numpy())
    spread, turn = np.linalg.eigh(np.cov(np.concatenate(vectors).T))
    return ((table @ turn) * (np.maximum(spread, 0) + 1e-6) ** -settings["flatten"]).astype(np.float32)
