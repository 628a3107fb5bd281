"""What a run says of labels of bodies it has not seen: kept beside the run, for calibrate.py and share.py.

    python evaluate.py --run run/ --checkpoint <folder> --labels real.jsonl --hold-out bodies.txt
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from encoder import load_pretrained
from passages import PassageEncoder, read, settle
from train import predict, scores


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("--run", "--checkpoint", "--hold-out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--settled", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    saved = torch.load(options.run / "model.pt", weights_only=True)
    model = load_pretrained(options.checkpoint, list(range(saved["layers"])))
    model.load_state_dict(saved["model"])
    encoder = PassageEncoder(Tokenizer.from_file(str(options.checkpoint / "tokenizer.json")))
    bodies = set(options.hold_out.read_text().split())
    labels = [row for row in settle(read(options.labels), options.settled) if row.get("org") in bodies]
    focus, voice = predict(model, labels, encoder, float32=False)
    print(json.dumps({"labels": len(labels), "heldOutLabels": scores(focus, voice, labels)}))
    torch.save({"focus": focus, "voice": voice, "ids": [row["id"] for row in labels]}, options.run / "label-logits.pt")


if __name__ == "__main__":
    main()
