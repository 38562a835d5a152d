"""Retrieval figures: hit@1, hit@3, mean reciprocal rank, with bootstrap intervals over the questions."""
import numpy as np


def ranks(questions, passages, gold):
    """Rank (1 = first) of each question's passage under the dot product; ties count against the model."""
    return ranks_of_scores(questions @ passages.T, gold)


def ranks_of_scores(score, gold):
    """The same from a score matrix [questions, passages]."""
    own = score[np.arange(len(gold)), gold][:, None]
    return (score >= own).sum(1)


def summary(rank, draws=1000, seed=0):
    """{'hit1', 'hit3', 'mrr', 'low', 'high'} in per cent; low and high bound hit@1 (95 %, percentile bootstrap)."""
    rank = np.asarray(rank)
    hit = (rank == 1).astype(np.float64)
    rng = np.random.default_rng(seed)
    means = hit[rng.integers(0, len(hit), (draws, len(hit)))].mean(1)
    low, high = np.percentile(means, [2.5, 97.5])
    values = dict(hit1=hit.mean(), hit3=(rank <= 3).mean(), mrr=(1.0 / rank).mean(), low=low, high=high)
    return {name: round(100 * float(value), 2) for name, value in values.items()}
