"""Turns held-out logits into a temperature, a bias per focus and a threshold for voice.

    python calibrate.py --runs run-fold-0/ run-fold-1/ --labels real.jsonl --settled second-coded.tsv \
        --out calibration.json

joins what evaluate.py kept of each fold's run, so that every label was answered by a run that had not seen its body.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from encoder import FOCI
from passages import read, settle


def fit_calibration(focus: Tensor, voice: Tensor, rows: list[dict], pull: float = 0.3) -> dict:
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--settled", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = {row["id"]: row for row in settle(read(options.labels), options.settled) if row.get("id")}
    kept = [torch.load(run / "label-logits.pt", weights_only=True) for run in options.runs]
    labels = [rows[passage] for one in kept for passage in one["ids"]]
    calibration = fit_calibration(torch.cat([one["focus"] for one in kept]), torch.cat([one["voice"] for one in kept]),
                                  labels)
    options.out.write_text(json.dumps(calibration) + "\n")
    print(json.dumps({"labels": len(labels), **calibration}))


if __name__ == "__main__":
    main()
