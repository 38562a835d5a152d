"""Late interaction over the token table: every word of the question looks for its best match in the passage (after ColBERT, Khattab & Zaharia 2020).

Needs no network and no stored vectors: a passage is its token ids. Used twice: the trained model re-ranks with it, and in training it
is the teacher whose order of passages the single vectors learn to give.
"""
import numpy as np
import torch

from .ragged import averaging_matrix


class LateInteraction:
    """Scores of all questions against all passages; a token counts with its row's length to the power `power`."""

    def __init__(self, table, power=2.0):
        length = np.linalg.norm(table, axis=1) + 1e-6
        self.rows = torch.from_numpy(table / length[:, None]).to(torch.bfloat16)
        self.weight = ((length / length.mean()) ** power).astype(np.float32)

    def scores(self, questions, passages):
        """[questions, passages] float32 in −1…1: the weighted mean, over a question's tokens, of the greatest cosine in the passage."""
        asked, told = np.unique(questions[0]), np.unique(passages[0])
        cosines = (self.rows[torch.from_numpy(told)] @ self.rows[torch.from_numpy(asked)].T).float()
        position = torch.from_numpy(np.searchsorted(told, passages[0]))
        best = torch.stack([cosines[position[s:s + max(1, n)]].amax(0) for s, n in zip(passages[1], passages[2])])
        matrix, _ = averaging_matrix(*questions, keep=self.weight[questions[0]])
        total = np.asarray(matrix.sum(1)).reshape(-1, 1) + 1e-9
        return torch.from_numpy((matrix @ best.numpy().T / total).astype(np.float32))
