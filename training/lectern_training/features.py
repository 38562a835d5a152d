"""Stage 4: the feature map of the token kernel, in closed form (network.Features says what it is for).

The kernel's values at landmark tokens, whitened (Nyström approximation: Williams & Seeger 2001), and of these features the directions in
which text vectors differ most.
"""
import numpy as np
import torch

from .network import Features, alike, coverage_counts, padded, unit_rows

LEAST_EIGENVALUE = 0.1  # of the landmarks' kernel: what is below is noise, and the kernel is not quite positive there


def importance(table, sources):
    """What a token's share in text vectors is, roughly: √count × squared length, mean 1: float32 [vocabulary]."""
    count = sum(np.bincount(view.ids, minlength=len(table)) for source in sources for view in source["views"])
    weight = (count + 1) ** 0.5 * (np.linalg.norm(table, axis=1) ** 2 + 1e-6)
    return (weight / weight.mean()).astype(np.float32)


def landmarks(unit, weight, count, rounds=6, seed=0):
    """`count` directions among the tokens' (spherical k-means), drawn and weighed by importance: [count, width]."""
    chosen = np.random.default_rng(seed).choice(len(unit), count, replace=False, p=weight.numpy().astype(np.float64) / weight.double().sum().item())
    centre = unit[torch.from_numpy(chosen)].clone()
    for _ in range(rounds):
        nearest = (unit @ centre.T).argmax(1)
        total = torch.zeros_like(centre).index_add_(0, nearest, unit * weight[:, None])
        length = total.norm(dim=1, keepdim=True)
        centre = torch.where(length > 1e-9, total / length.clamp(min=1e-9), centre)
    return centre


def eigenvectors(symmetric):
    """In double precision: LAPACK's single one refuses matrices of this size."""
    value, vector = torch.linalg.eigh(symmetric.double())
    return value.float(), vector.float()


def whitening(centre, threshold):
    """[landmarks, landmarks]: makes dot products of kernel values at the landmarks nearly the kernel."""
    value, vector = eigenvectors(alike(centre @ centre.T, threshold))
    power = torch.where(value > LEAST_EIGENVALUE, value.clamp(min=LEAST_EIGENVALUE) ** -0.5, torch.zeros_like(value))
    return vector * power @ vector.T


def sample(sources, names, most, seed=0):
    """Token lists of up to `most` texts of every view of the sources named (of all, if none is there)."""
    rng, lists = np.random.default_rng(seed), []
    chosen = [s for s in sources if s["name"].startswith(names)] or sources
    for view in (view for source in chosen for view in source["views"]):
        rows = rng.choice(len(view), min(len(view), most), replace=False)
        ids, start, length = view.take(rows[view.lengths()[rows] > 3], 200)
        lists += [ids[s:s + n] for s, n in zip(start, length)]
    return lists


def text_vectors(features, table, lists, coverage, threshold):
    """Unit vectors of token lists under features of unit rows: [texts, size]."""
    out = []
    for ids in lists:
        x, mask = padded(ids, np.zeros(1, np.int64), np.array([len(ids)]))
        rows = table[torch.from_numpy(x)]
        weight = rows.norm(dim=-1, keepdim=True) * coverage_counts(rows, torch.from_numpy(mask), threshold) ** -coverage
        out.append((features[torch.from_numpy(x[0])] * weight[0]).sum(0))
    return unit_rows(torch.stack(out))


def main_directions(vectors, size, flatten):
    """[size of the features, size]: the directions in which text vectors vary most, the greatest first, evened out by the power `flatten`."""
    value, vector = eigenvectors(vectors.T @ vectors / len(vectors))
    value, vector = value.flip(0)[:size], vector.flip(1)[:, :size]
    return vector * value.clamp(min=1e-9) ** -flatten


def fit(table, sources, settings, coverage):
    """network.Features for a token table [vocabulary, width] (numpy): settings are those of config.FULL['features']."""
    rows, threshold = torch.from_numpy(table), settings["threshold"]
    unit, weight = unit_rows(rows), torch.from_numpy(importance(table, sources))
    centre = landmarks(unit, weight, settings["hidden"])
    white, values = whitening(centre, threshold), alike(unit @ centre.T, threshold)
    texts = text_vectors(values @ white, rows, sample(sources, settings["texts"], settings["most"]), coverage, threshold)
    output = white @ main_directions(texts, settings["size"], settings["flatten"])
    return _as_module(centre, threshold, output / (values @ output).norm(dim=1).mean())


def _as_module(centre, threshold, output):
    """Landmarks and output as the two affine maps of network.Features: max(0, (cosine − threshold) / (1 − threshold)) · output."""
    module = Features(centre.shape[1], len(centre), output.shape[1])
    with torch.no_grad():
        module.hidden.weight.copy_(centre / (1 - threshold))
        module.hidden.bias.fill_(-threshold / (1 - threshold))
        module.output.weight.copy_(output.T)
        module.output.bias.zero_()
    return module
