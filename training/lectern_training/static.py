"""Stage 1: one vector a token, a text is their mean; aligned by a contrastive loss over large batches (Oord et al. 2018, both directions)."""
import time

import numpy as np
import torch

from .mixture import DICTIONARIES, draw, family, gather, piece_against_passage, piece_of_passage, probabilities, served
from .ragged import averaging_matrix


def unit(x):
    length = np.linalg.norm(x, axis=1, keepdims=True) + 1e-6
    return x / length, length


def text_vectors(table, view, cap=96, chunk=20000):
    """Unit mean vectors of every text of a view, float32."""
    out = np.zeros((len(view), table.shape[1]), np.float32)
    for i in range(0, len(view), chunk):
        rows = np.arange(i, min(len(view), i + chunk))
        ids, start, length = view.take(rows, cap)
        if len(ids):
            matrix, used = averaging_matrix(ids, start, length)
            out[rows] = unit(matrix @ table[used])[0]
    return out


class Neighbours:
    """Draws rows that look alike, so that the other rows of the batch are hard negatives."""

    def __init__(self, sources, table, least=3000):
        self.vectors = {}
        for source in sources:
            if source["n"] >= least and family(source) != "dict":
                langs = source.get("langs", [])
                view = langs.index("en") if "en" in langs else 1 if source["kind"] == "qa" else 0
                self.vectors[source["name"]] = torch.from_numpy(text_vectors(table, source["views"][view])).to(torch.bfloat16)

    def draw(self, source, size, rng, spread=4):
        """`size` rows among the `spread` × `size` nearest to a random row; None when the source is too small."""
        vectors = self.vectors.get(source["name"])
        if vectors is None:
            return None
        score = (vectors @ vectors[int(rng.integers(0, len(vectors)))]).float().numpy()
        pool = min(len(score), int(spread * size))
        return rng.choice(np.argpartition(-score, pool - 1)[:pool], size=min(size, pool), replace=False)


def contrast(xa, xb, temperature, half=True):
    """Gradients of the two-way InfoNCE loss for unit vectors, the share of rows that find their own, in bf16 products."""
    kind = torch.bfloat16 if half else torch.float32
    a, b = torch.from_numpy(xa).to(kind), torch.from_numpy(xb).to(kind)
    sim = (a @ b.T).float() / temperature
    n = len(xa)
    own = torch.arange(n)
    grad = (sim.softmax(1) + sim.softmax(0)) / (2 * n * temperature)
    grad[own, own] -= 1.0 / (n * temperature)
    right = float((sim.argmax(1) == own).float().mean())
    grad = (grad * n).to(kind)
    return (grad @ b).float().numpy() / n, (grad.T @ a).float().numpy() / n, right


class SparseAdam:
    """Adam that moves only the rows a batch has touched (Kingma & Ba 2015)."""

    def __init__(self, table):
        self.table, self.step = table, 0
        self.mean, self.square = torch.zeros_like(table), torch.zeros_like(table)

    def update(self, rows, grad, rate):
        self.step += 1
        rows, grad = torch.from_numpy(rows), torch.from_numpy(grad)
        self.mean[rows] = m = self.mean[rows].mul_(0.9).add_(grad, alpha=0.1)
        self.square[rows] = v = self.square[rows].mul_(0.999).addcmul_(grad, grad, value=0.001)
        self.table[rows] -= rate * (m / (1 - 0.9 ** self.step)) / (v / (1 - 0.999 ** self.step)).sqrt_().add_(1e-8)


SHORT = (*DICTIONARIES, "cldr", "osm", "messages-places")  # names and labels: nothing to take a piece of


def make_batch(source, settings, rng, near):
    """Two aligned token lists, drawn as the settings say; None when too few rows are left."""
    pieces = source["kind"] != "qa" and not source["name"].startswith(SHORT) and rng.random() < settings["pieces"]
    size = settings["batch"] * (2 if pieces else 1)
    rows, a, b = draw(source, size, rng, near, mixed=rng.random() < settings["mixed"])
    if len(rows) < 48:
        return None
    if source["kind"] == "qa":
        passages = gather(source["views"], b, rows, 288)
        if rng.random() < settings["cloze"]:
            return piece_of_passage(passages, rng)
        return gather(source["views"], a, rows, 96), passages
    if rng.random() < 0.5:
        a, b = b, a
    left, right = gather(source["views"], a, rows, 96), gather(source["views"], b, rows, 96)
    return piece_against_passage(left, right, rng) if pieces else (left, right)


def start_table(vocabulary, width, rng, earlier=None):
    """A random table with unit variance, or an earlier one scaled to it and widened by small random columns."""
    table = rng.standard_normal((vocabulary, width)).astype(np.float32)
    if earlier is not None:
        scale = np.sqrt((earlier ** 2).mean())
        table[:, earlier.shape[1]:] *= 0.3
        table[:, :earlier.shape[1]] = earlier / scale
    return torch.from_numpy(table)


def train(sources, vocabulary, settings, save, earlier=None, log=print):
    """Trains for settings['minutes'] (or ['steps']) and returns the table [vocabulary, width] (float32 numpy).

    The result is the mean of the tables after the share `average_from` of the time: rare tokens move a full step whenever they are
    met, and the mean forgets that noise.
    """
    rng = np.random.default_rng(settings["seed"])
    sources = served(sources)
    chance = probabilities(sources, settings["parts"])
    table = start_table(vocabulary, settings["width"], rng, earlier)
    adam, began, saved, seen = SparseAdam(table), time.time(), time.time(), 0
    neighbours = Neighbours(sources, table.numpy()) if earlier is not None else None
    refresh, total, count = 0.0, np.zeros(table.shape, np.float32), 0
    while True:
        spent = (time.time() - began) / (60 * settings["minutes"]) if "minutes" in settings else adam.step / settings["steps"]
        if spent >= 1:
            break
        if spent - refresh > 0.25:
            neighbours, refresh = Neighbours(sources, table.numpy()), spent
        temperature = settings["temperature"][0] + (settings["temperature"][1] - settings["temperature"][0]) * spent
        rate = settings["rate"] * min(1, (adam.step + 1) / 50) * max(0.1, 1 - spent)
        source = sources[rng.choice(len(sources), p=chance)]
        near = neighbours.draw(source, settings["batch"] // 2, rng) if neighbours and rng.random() < settings["near"] else None
        batch = make_batch(source, settings, rng, near)
        if batch is None:
            continue
        dropout = 0.0 if family(source) == "dict" else settings["token_dropout"]  # a word of one token has none to spare
        right = _step(table, adam, batch, rate, temperature, dropout, rng)
        seen += len(batch[0][1])
        if spent > settings["average_from"] and adam.step % 10 == 0:
            total += table.numpy()
            count += 1
        if adam.step % 100 == 0:
            log(f"step {adam.step} {spent:.0%} {source['name']} right {right:.2f} pairs/s {seen / (time.time() - began):.0f}")
        if time.time() - saved > 240:
            saved = time.time()
            save(total / count if count else table.numpy())
    result = total / count if count else table.numpy()
    save(result)
    return result


def _step(table, adam, batch, rate, temperature, dropout, rng):
    sides = []
    for ids, start, length in batch:
        matrix, used = averaging_matrix(ids, start, length, (rng.random(len(ids)) > dropout).astype(np.float32))
        vectors, norms = unit(matrix @ table[torch.from_numpy(used)].numpy())
        sides.append((matrix, used, vectors, norms))
    (ma, ua, xa, na), (mb, ub, xb, nb) = sides
    ga, gb, right = contrast(xa, xb, temperature)
    used = np.union1d(ua, ub)
    grad = np.zeros((len(used), table.shape[1]), np.float32)
    for matrix, own, x, norm, g in ((ma, ua, xa, na, ga), (mb, ub, xb, nb, gb)):
        grad[np.searchsorted(used, own)] += matrix.T @ ((g - (g * x).sum(1, keepdims=True) * x) / norm)
    adam.update(used, grad, rate)
    return right
