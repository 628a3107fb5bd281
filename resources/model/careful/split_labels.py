"""Writes the labels of the boards in the folds and all others apart, since the last epochs dwell on boards.

    python split_labels.py --labels real.jsonl --folds folds/fold-0.txt folds/fold-1.txt --boards boards.jsonl \
        --others others.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folds", type=Path, nargs="+", required=True)
    for name in ("--labels", "--boards", "--others"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    bodies = {body for fold in options.folds for body in fold.read_text().split()}
    lines = [line for line in options.labels.read_text().splitlines() if line.strip()]
    for path, wanted in ((options.boards, True), (options.others, False)):
        path.write_text("".join(f"{line}\n" for line in lines if (json.loads(line)["org"] in bodies) == wanted))


if __name__ == "__main__":
    main()
