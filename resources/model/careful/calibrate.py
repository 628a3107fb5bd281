"""Turns held-out logits into a temperature, a bias per focus and a threshold for voice."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from encoder import FOCI


def fit_calibration(focus: Tensor, voice: Tensor, rows: list[dict], pull: float = 0.02) -> dict:
    """
    One temperature and a bias for each focus (Guo et al. 2017, vector scaling with a shared slope), the likeliest
    for labels of bodies the model has not seen; `pull` draws the biases to 0. The threshold maximises F1.
    """
    gold = torch.tensor([FOCI.index(row["focus"]) for row in rows])
    slope = torch.ones(1, requires_grad=True)
    bias = torch.zeros(len(FOCI), requires_grad=True)
    optimizer = torch.optim.LBFGS([slope, bias], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = F.cross_entropy(focus * slope + bias, gold) + pull * (bias ** 2).mean()
        loss.backward()
        return loss

    optimizer.step(closure)
    customers = [at for at, row in enumerate(rows) if row["focus"] == "customer"]
    truth = torch.tensor([bool(rows[at].get("fromCustomers")) for at in customers])
    chance = torch.sigmoid(voice[customers])

    def f1(threshold: float) -> float:
        said = chance > threshold
        return 2 * float((said & truth).sum()) / max(1.0, float(said.sum() + truth.sum()))

    threshold = max((step / 50 for step in range(10, 41)), key=f1)
    return {"temperature": round(1 / float(slope.detach()), 4),
            "bias": [round(float(value), 4) for value in bias.detach() - bias.detach().mean()],
            "voiceThreshold": threshold}
