"""How far a document's share of customers is off, by three ways of estimating it, on held-out labels.

    python share.py --runs run-fold-0/ run-fold-1/ --labels real.jsonl

For documents with many labels: predicted labels counted, probabilities summed (what the app does), and the latter
after the document's own mix was estimated by expectation maximisation (Saerens et al. 2002). Points, by words.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from encoder import FOCI
from passages import read

PROCEDURAL = FOCI.index("procedural")


def share(chances: Tensor, words: Tensor) -> float:
    """The customer share of the words that are not procedure, in points."""
    weighted = (chances * words[:, None]).sum(0)
    return 100 * float(weighted[0] / (weighted.sum() - weighted[PROCEDURAL]).clamp(min=1e-9))


def by_own_mix(chances: Tensor, usual: Tensor, held: float, rounds: int = 30) -> Tensor:
    """`held`: how many passages of the usual mix count as seen beside the document's own."""
    mix, leaning = usual, chances
    for _ in range(rounds):
        leaning = chances * mix / usual
        leaning = leaning / leaning.sum(1, keepdim=True)
        mix = (leaning.sum(0) + held * usual) / (len(leaning) + held)
    return leaning


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=Path, nargs="+", required=True, help="with what evaluate.py kept")
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--fewest", type=int, default=20, help="labels of a document that is measured")
    options = parser.parse_args()
    rows = {row["id"]: row for row in read(options.labels) if row.get("id")}
    documents: dict[str, list[tuple[Tensor, dict]]] = defaultdict(list)
    for run in options.runs:
        calibration = json.loads((run / "calibration.json").read_text())
        kept = torch.load(run / "label-logits.pt", weights_only=True)
        chances = (kept["focus"] / calibration["temperature"] + torch.tensor(calibration["bias"])).softmax(1)
        for passage, chance in zip(kept["ids"], chances):
            documents[rows[passage]["doc"]].append((chance, rows[passage]))
    every = [row["focus"] for of in documents.values() for _, row in of]
    usual = torch.tensor([every.count(focus) / len(every) for focus in FOCI])
    ways = {
        "labels counted": lambda chances: F.one_hot(chances.argmax(1), len(FOCI)).float(),
        "probabilities summed": lambda chances: chances,
        "summed, by the document's own mix": lambda chances: by_own_mix(chances, usual, 10),
    }
    measured = [of for of in documents.values() if len(of) >= options.fewest]
    print(f"{len(measured)} documents, {sum(map(len, measured))} labels")
    for name, estimate in ways.items():
        errors = []
        for of in measured:
            chances = torch.stack([chance for chance, _ in of])
            words = torch.tensor([float(len(row["text"].split())) for _, row in of])
            truth = F.one_hot(torch.tensor([FOCI.index(row["focus"]) for _, row in of]), len(FOCI)).float()
            errors.append(abs(share(estimate(chances), words) - share(truth, words)))
        print(f"{name}: {sum(errors) / len(errors):.1f} points on average, {max(errors):.1f} at worst")


if __name__ == "__main__":
    main()
