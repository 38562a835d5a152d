"""Stage 2: transformer blocks over the token table, the same contrastive loss, batches of rows that look alike, bfloat16 products."""
import time

import numpy as np
import torch
import torch.nn.functional as F

from .late_interaction import LateInteraction
from .mixture import join, probabilities, served, split
from .network import Encoder, padded
from .ragged import averaging_matrix
from .static import Neighbours, make_batch


def pooled(net, batch, chunk_tokens=6000):
    """Unit vectors of token lists (ids, start, length), in their order; texts of like length share a padded chunk."""
    ids, start, length = batch
    order, out, first = np.argsort(length, kind="stable"), [], 0
    while first < len(order):
        last = first + 1
        while last < len(order) and (last + 1 - first) * length[order[last]] <= chunk_tokens:
            last += 1
        rows = order[first:last]
        x, mask = padded(ids, start[rows], length[rows])
        h = net(torch.from_numpy(x), torch.from_numpy(mask))
        m = torch.from_numpy(mask).float()[..., None]
        out.append(F.normalize((h * m).sum(1) / m.sum(1).clamp(min=1), dim=-1))
        first = last
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    return torch.cat(out)[torch.from_numpy(back)]


def start_network(table, settings):
    """Untrained blocks over a table whose mean row has length `row_length`."""
    net = Encoder(len(table), table.shape[1], settings["layers"], settings["heads"], settings["inner"], settings["coverage"])
    scaled = table / np.linalg.norm(table, axis=1).mean() * settings["row_length"]
    net.emb.weight.data.copy_(torch.from_numpy(scaled))
    return net


def contrastive_loss(sim, temperature):
    """Two-way InfoNCE of a square matrix of cosines, and the share of rows that find their own."""
    own = torch.arange(len(sim))
    loss = (F.cross_entropy(sim / temperature, own) + F.cross_entropy(sim.T / temperature, own)) / 2
    return loss, float((sim.argmax(1) == own).float().mean())


def distillation_loss(sim, teacher, temperature, teacher_temperature):
    """How far the student's distribution over the passages is from the teacher's, for every question and for every passage."""
    loss = 0.0
    for s, t in ((sim, teacher), (sim.T, teacher.T)):
        loss = loss + F.kl_div((s / temperature).log_softmax(1), (t / teacher_temperature).softmax(1), reduction="batchmean") / 2
    return loss


def best_window(questions, passages, table, longest):
    """Passages longer than `longest` cut to the window whose mean row is nearest to the question's."""
    ids, start, length = passages
    start, kept = start.copy(), np.minimum(length, longest)
    for i in np.nonzero(length > longest)[0]:
        asked = table[questions[0][questions[1][i]:questions[1][i] + questions[2][i]]].sum(0)
        along = np.concatenate([[0.0], np.cumsum(table[ids[start[i]:start[i] + length[i]]] @ asked)])
        first = np.append(np.arange(0, length[i] - longest, longest // 2), length[i] - longest)
        start[i] += first[np.argmax(along[first + longest] - along[first])]
    return ids, start, kept


def foreign_batch(sources, neighbours, size, rng):
    """Questions of one question set and passages of another on a like subject, with no right answers: for the teacher to order; None without two such sets."""
    sets = [s for s in sources if s["kind"] == "qa" and s["name"] in neighbours.vectors]
    if len(sets) < 2:
        return None
    asking, telling = (sets[i] for i in rng.choice(len(sets), 2, replace=False))
    told = neighbours.draw(telling, size, rng, spread=2)
    told = told[np.unique(telling["group"][told], return_index=True)[1]]
    centre = neighbours.vectors[telling["name"]][torch.from_numpy(told)].float().mean(0).to(torch.bfloat16)
    score = (neighbours.vectors[asking["name"]] @ centre).float().numpy()
    pool = min(len(score), 3 * size)
    asked = rng.choice(np.argpartition(-score, pool - 1)[:pool], size=min(size, pool), replace=False)
    return asking["views"][0].take(asked, 96), telling["views"][1].take(told, 288)


class Teacher:
    """The frozen table's single-vector and late-interaction scores, added."""

    def __init__(self, table, share):
        self.table, self.share, self.late = table, share, LateInteraction(table)

    def scores(self, questions, passages):
        means = []
        for side in (questions, passages):
            matrix, used = averaging_matrix(*side)
            x = matrix @ self.table[used]
            means.append(torch.from_numpy(x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-6)))
        return means[0] @ means[1].T + self.share * self.late.scores(questions, passages)


def packed(batch):
    """Token lists without the gaps that cutting left."""
    return join(split(batch))


def _next_batch(sources, chance, neighbours, teacher, settings, rng):
    """(questions, passages, whether row i answers row i, name of the source) or None."""
    longest = settings["longest"] * (2 if rng.random() < 0.15 else 1)
    if rng.random() < settings["foreign"]:
        pair = foreign_batch(sources, neighbours, settings["batch"] // 2, rng)
        if pair is None:
            return None
        a, b = pair
        return packed(cut(a, 64)), packed(cut(b, longest)), False, "foreign"
    source = sources[rng.choice(len(sources), p=chance)]
    hard = rng.random() < (settings["near_qa"] if source["kind"] == "qa" else settings["near"])
    near = neighbours.draw(source, settings["batch"] * 2, rng, spread=1.5) if hard else None
    batch = make_batch(source, settings, rng, near)
    if batch is None:
        return None
    a, b = (packed(cut(tuple(side), 288)) for side in batch)
    a, b = first_rows(a, settings["batch"]), first_rows(b, settings["batch"])
    return packed(cut(a, 64)), packed(best_window(a, b, teacher.table, longest)), True, source["name"]


def train(sources, table, settings, save, net=None, log=print):
    """Trains for settings['minutes'] (or ['steps']) and returns the network."""
    torch.manual_seed(settings["seed"])
    rng = np.random.default_rng(settings["seed"] + 1)
    sources = served(sources)
    chance = probabilities(sources, settings["parts"])
    net = net or start_network(table, settings)
    net.half = settings["half"]
    blocks = [p for name, p in net.named_parameters() if not name.startswith("emb")]
    optimisers = [(torch.optim.SparseAdam(list(net.emb.parameters()), settings["token_rate"]), settings["token_rate"])]
    if blocks:
        optimisers.append((torch.optim.AdamW(blocks, settings["rate"], betas=(0.9, 0.98), weight_decay=0.01), settings["rate"]))
    neighbours, teacher = Neighbours(sources, table, least=settings["least"]), Teacher(table, settings["late_share"])
    began, saved, step, seen = time.time(), time.time(), 0, 0
    while True:
        spent = (time.time() - began) / (60 * settings["minutes"]) if "minutes" in settings else step / settings["steps"]
        if spent >= 1:
            break
        for optimiser, top in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = top * min(1, (step + 1) / 60) * max(0.03, 1 - spent)
        batch = _next_batch(sources, chance, neighbours, teacher, settings, rng)
        if batch is None:
            continue
        a, b, aligned, name = batch
        sim = pooled(net, a) @ pooled(net, b).T
        taught = distillation_loss(sim, teacher.scores(a, b), settings["temperature"], settings["teacher_temperature"])
        told, right = contrastive_loss(sim, settings["temperature"]) if aligned else (0.0, float("nan"))
        loss = told + settings["taught"] * taught
        for optimiser, _ in optimisers:
            optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(blocks, 1.0)
        for optimiser, _ in optimisers:
            optimiser.step()
        step += 1
        seen += len(a[0]) + len(b[0])
        if step % settings["report"] == 0:
            log(f"step {step} {spent:.0%} {name} rows {len(sim)} told {float(told):.3f} taught {taught.item():.3f} right {right:.2f} "
                f"tokens/s {seen / (time.time() - began):.0f}")
        if time.time() - saved > settings.get("save_every", 300):
            saved = time.time()
            save(net)
    save(net)
    return net


def cut(batch, longest):
    """Token lists cut to `longest` tokens."""
    ids, start, length = batch
    return ids, start, np.minimum(length, longest)


def first_rows(batch, count):
    return batch[0], batch[1][:count], batch[2][:count]
