"""A small BERT encoder with two heads, in plain PyTorch so that it exports to a few ONNX operators."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

FOCI = ["customer", "customer-in-numbers", "numbers", "other", "procedural"]

# What a token is to the question asked: the passage judged, or what stands around it,
# and whether it is one of the words by which this organisation names its customers.
CONTEXT, PASSAGE, CONTEXT_TERM, PASSAGE_TERM = range(4)


def shared_dropout(x: Tensor, chance: float, training: bool) -> Tensor:
    """Dropout with one mask for all tokens of a passage: as good here, and drawing a number for each is slow."""
    if not training or chance == 0:
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[-1], dtype=x.dtype).bernoulli_(1 - chance).div_(1 - chance)
    return x * mask


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query_key_value = nn.Linear(hidden, 3 * hidden)
        self.output = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.inner = nn.Linear(hidden, inner)
        self.outer = nn.Linear(inner, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        shape = (batch, length, self.heads, hidden // self.heads)
        query, key, value = (
            part.reshape(shape).transpose(1, 2) for part in self.query_key_value(x).chunk(3, dim=-1)
        )
        # Written out: the fused kernel's backward pass takes twice as long on processors.
        scores = (query * (hidden // self.heads) ** -0.5) @ key.transpose(2, 3) + bias.to(query.dtype)
        mixed = scores.softmax(-1) @ value
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attention_norm(x + shared_dropout(mixed, self.dropout, self.training))
        spread = self.outer(F.gelu(self.inner(x)))
        return self.norm(x + shared_dropout(spread, self.dropout, self.training))


class Encoder(nn.Module):
    """ids, roles: int64 [batch, length], 0 = padding. Returns focus logits [batch, 5] and voice logits [batch]."""

    def __init__(self, vocabulary: int, layers: int = 6, hidden: int = 384, heads: int = 12,
                 inner: int = 1536, positions: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(positions, hidden)
        self.roles = nn.Embedding(4, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout
        self.focus = nn.Linear(2 * hidden, len(FOCI))
        self.voice = nn.Linear(2 * hidden, 1)

    def features(self, ids: Tensor, roles: Tensor) -> Tensor:
        """What the heads look at: [CLS] and the mean of the passage's own tokens, [batch, 2 * hidden]."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length] + self.roles(roles)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        present = ids != 0
        bias = (1.0 - present.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        # Padding has role CONTEXT, so the passage's own tokens need no second mask.
        own = ((roles == PASSAGE) | (roles == PASSAGE_TERM)).to(x.dtype)[:, :, None]
        mean = (x * own).sum(1) / own.sum(1).clamp(min=1.0)
        return torch.cat([x[:, 0], mean], -1)

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        features = F.dropout(self.features(ids, roles), self.dropout, self.training)
        return self.focus(features), self.voice(features)[:, 0]


def load_pretrained(folder: Path, keep: list[int], **options: object) -> Encoder:
    """Fills an Encoder from a BERT checkpoint, keeping the layers named in `keep` (0-based)."""
    weights = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
    config = json.loads((folder / "config.json").read_text())
    model = Encoder(config["vocab_size"], len(keep), config["hidden_size"], config["num_attention_heads"],
                    config["intermediate_size"], config["max_position_embeddings"], **options)
    own: dict[str, Tensor] = {}
    prefix = "embeddings."
    own["words.weight"] = weights[prefix + "word_embeddings.weight"]
    own["positions.weight"] = weights[prefix + "position_embeddings.weight"]
    types = weights[prefix + "token_type_embeddings.weight"]
    # All roles start as the type the checkpoint was trained with; fine-tuning tells them apart.
    own["roles.weight"] = types[[0, 0, 0, 0]].clone()
    own["norm.weight"], own["norm.bias"] = weights[prefix + "LayerNorm.weight"], weights[prefix + "LayerNorm.bias"]
    for to, source in enumerate(keep):
        base = f"encoder.layer.{source}."
        for kind in ("weight", "bias"):
            own[f"layers.{to}.query_key_value.{kind}"] = torch.cat(
                [weights[f"{base}attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
            own[f"layers.{to}.output.{kind}"] = weights[f"{base}attention.output.dense.{kind}"]
            own[f"layers.{to}.attention_norm.{kind}"] = weights[f"{base}attention.output.LayerNorm.{kind}"]
            own[f"layers.{to}.inner.{kind}"] = weights[f"{base}intermediate.dense.{kind}"]
            own[f"layers.{to}.outer.{kind}"] = weights[f"{base}output.dense.{kind}"]
            own[f"layers.{to}.norm.{kind}"] = weights[f"{base}output.LayerNorm.{kind}"]
    missing, unexpected = model.load_state_dict(own, strict=False)
    if unexpected or any(not name.startswith(("focus.", "voice.")) for name in missing):
        raise ValueError(f"checkpoint does not fit: {missing} {unexpected}")
    nn.init.normal_(model.focus.weight, std=0.02), nn.init.zeros_(model.focus.bias)
    nn.init.normal_(model.voice.weight, std=0.02), nn.init.zeros_(model.voice.bias)
    return model
