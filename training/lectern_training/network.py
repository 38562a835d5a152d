"""The encoder: token rows and pre-norm transformer blocks with a two-sided linear position bias (after ALiBi, Press et al. 2022).

The residual stream starts as the token row and every block's output starts at zero, so an untrained network is exactly the static
model it grows from. Pooling (mean over tokens) and scaling to length one are the caller's.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

MASKED = -1e4


def slopes(heads):
    """(left, right) penalties a token of distance. Head 0 sees everything equally, one head looks near to both sides, the others mostly one way."""
    left, right = [0.0, 0.25, 1.0, 0.06, 0.5, 0.02], [0.0, 0.25, 0.06, 1.0, 0.5, 0.02]
    return left[:heads], right[:heads]


def linear(x, layer, half):
    """Affine map; in bfloat16 where the processor multiplies that faster."""
    if not half:
        return layer(x)
    kind = torch.bfloat16
    return F.linear(x.to(kind), layer.weight.to(kind), layer.bias.to(kind))


class Block(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads, self.width = heads, width
        self.n1, self.qkv, self.o = nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.n2, self.f1, self.f2 = nn.LayerNorm(width), nn.Linear(width, inner), nn.Linear(inner, width)
        for layer in (self.o, self.f2):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x, bias, half):
        batch, length = x.shape[:2]
        parts = linear(self.n1(x), self.qkv, half).view(batch, length, 3, self.heads, self.width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4).unbind(0)
        weight = (torch.matmul(q, k.transpose(-1, -2)) * (self.width // self.heads) ** -0.5 + bias.to(q.dtype)).softmax(-1)
        x = x + linear(torch.matmul(weight, v).transpose(1, 2).reshape(batch, length, self.width), self.o, half).float()
        return x + linear(F.gelu(linear(self.n2(x), self.f1, half)), self.f2, half).float()


def alike(cosine, threshold):
    """The kernel between two tokens: how much they mean the same, 0 up to the threshold and 1 for equal directions."""
    return (cosine - threshold).clamp(min=0) / (1 - threshold)


def unit_rows(x):
    return x / x.norm(dim=-1, keepdim=True).clamp(min=1e-6)


def coverage_counts(x, attention_mask, threshold=0.0):
    """For each token, how many tokens of its text mean the same (the kernel's sum, at least 1): [batch, length, 1]."""
    unit = unit_rows(x)
    same = alike(torch.matmul(unit, unit.transpose(1, 2)), threshold)
    return torch.matmul(same, attention_mask.float()[..., None]).clamp(min=1)


def covered(x, attention_mask, power, threshold=0.0, of=None):
    """Token vectors (or what else stands for the tokens `of`) divided by how many tokens of the text mean the same, to the given power.

    With mean pooling, what a text repeats then counts little more than what it says once.
    """
    return x * coverage_counts(x if of is None else of, attention_mask, threshold) ** -power


class Features(nn.Module):
    """Explicit feature map of the token kernel: |x| · max(0, unit(x) · hidden) · output, [.., width] → [.., size].

    Its dot products stand for |x| · |y| · alike(cosine), so that a mean of features is near another where many tokens match well, which
    a mean of the rows, whose dot product adds up every faint likeness, cannot tell (match kernels: Bo & Sminchisescu 2009).
    """

    def __init__(self, width, hidden, size):
        super().__init__()
        self.hidden, self.output = nn.Linear(width, hidden), nn.Linear(hidden, size)

    def forward(self, x):
        return self.output(self.kernel_values(x)) * x.norm(dim=-1, keepdim=True)

    def kernel_values(self, x):
        """[.., width] → [.., hidden]: the kernel between each row and the landmarks."""
        return F.relu(self.hidden(unit_rows(x)))

    def of_text(self, x, weight):
        """The mean of the rows' features under `weight` [batch, length, 1], up to a factor: [batch, 1, size].

        The output is a matrix, so the mean may be taken before it: one product a text instead of one a token.
        """
        share = weight * x.norm(dim=-1, keepdim=True)
        share = share / share.sum(1, keepdim=True).clamp(min=1e-9)
        return self.output(torch.matmul(share.transpose(1, 2), self.kernel_values(x)))


class Encoder(nn.Module):
    """input_ids, attention_mask [batch, length] → last_hidden_state [batch, length, width or size of the features], float32.

    `features`: (hidden, size) of the feature map behind the blocks, or None; `threshold` is that of its kernel. With a feature map every
    row of the output is the vector of the whole text (of padding: zeros), so that their mean is it too.
    """

    def __init__(self, vocabulary, width, layers, heads, inner, coverage=None, features=None, threshold=0.0):
        super().__init__()
        self.coverage, self.threshold = coverage, threshold
        self.features = Features(width, *features) if features else None
        self.emb = nn.Embedding(vocabulary, width, sparse=True)
        self.blocks = nn.ModuleList([Block(width, heads, inner) for _ in range(layers)])
        left, right = slopes(heads)
        self.register_buffer("left", torch.tensor(left).view(1, heads, 1, 1))
        self.register_buffer("right", torch.tensor(right).view(1, heads, 1, 1))
        self.half = False

    def forward(self, input_ids, attention_mask):
        x = self.emb(input_ids)
        position = torch.arange(input_ids.shape[1])
        ahead = (position[None, :] - position[:, None]).float()
        bias = -(self.right * ahead.clamp(min=0) + self.left * (-ahead).clamp(min=0))
        bias = bias + (1.0 - attention_mask.float())[:, None, None, :] * MASKED
        for block in self.blocks:
            x = block(x, bias, self.half)
        if self.features is None:
            return x if self.coverage is None else covered(x, attention_mask, self.coverage, self.threshold)
        mask = attention_mask.float()[..., None]
        weight = mask if self.coverage is None else covered(mask, attention_mask, self.coverage, self.threshold, of=x)
        return self.features.of_text(x, weight) * mask

    def scale_blocks(self, factor):
        """Multiplies every block's output by `factor`."""
        with torch.no_grad():
            for block in self.blocks:
                for layer in (block.o, block.f2):
                    layer.weight *= factor
                    layer.bias *= factor


def padded(ids, start, length):
    """(input_ids, attention_mask) int64 numpy of texts of like length."""
    column = np.arange(max(1, int(length.max())))[None, :]
    mask = column < length[:, None]
    at = np.minimum(start[:, None] + column, max(0, len(ids) - 1))
    return np.where(mask, ids[at], 0), mask.astype(np.int64)
