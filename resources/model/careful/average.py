"""Averages the weights of runs that went on from the same weights (model soups, Wortsman et al. 2022).

    python average.py --out run/ run-11/ run-12/
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    saved = [torch.load(run / "model.pt", weights_only=True) for run in options.runs]
    weights = {name: sum(one["model"][name] for one in saved) / len(saved) for name in saved[0]["model"]}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({**saved[0], "model": weights}, options.out / "model.pt")


if __name__ == "__main__":
    main()
