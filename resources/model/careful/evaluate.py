"""Answers labelled passages with a run that has not seen their bodies, for the scorer.

    python evaluate.py --run run/ --checkpoint <folder> --labels real.jsonl --hold-out bodies.txt \
        --passages dev-passages.jsonl --out predictions.jsonl

Calibration is fitted on the run's held-out *labels*, never on the passages answered.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from calibrate import fit_calibration
from encoder import FOCI, load_pretrained
from passages import PassageEncoder, read
from train import predict, scores


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("--run", "--checkpoint", "--hold-out", "--passages", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--most", type=int, default=1500, help="held-out labels that calibration looks at")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    saved = torch.load(options.run / "model.pt", weights_only=True)
    model = load_pretrained(options.checkpoint, list(range(saved["layers"])))
    model.load_state_dict(saved["model"])
    encoder = PassageEncoder(Tokenizer.from_file(str(options.checkpoint / "tokenizer.json")))
    bodies = set(options.hold_out.read_text().split())
    passages = [row for row in read([options.passages]) if row["org"] in bodies]
    answered = {row["text"] for row in passages}
    labels = [row for row in read(options.labels) if row.get("org") in bodies and row["text"] not in answered]
    labels = random.Random(2).sample(labels, min(options.most, len(labels)))
    focus, voice = predict(model, labels, encoder, float32=False)
    calibration = fit_calibration(focus, voice, labels)
    (options.run / "calibration.json").write_text(json.dumps(calibration) + "\n")
    print(json.dumps({"labels": len(labels), "heldOutLabels": scores(focus, voice, labels), **calibration}))
    torch.save({"focus": focus, "voice": voice, "ids": [row["id"] for row in labels]}, options.run / "label-logits.pt")
    focus, voice = predict(model, passages, encoder, float32=False)
    torch.save({"focus": focus, "voice": voice, "ids": [row["id"] for row in passages]}, options.run / "gold-logits.pt")
    chances = (focus / calibration["temperature"] + torch.tensor(calibration["bias"])).softmax(1)
    with options.out.open("w") as out:
        for row, chance, said in zip(passages, chances.tolist(), torch.sigmoid(voice).tolist()):
            best = max(range(len(FOCI)), key=lambda at: chance[at])
            out.write(json.dumps({"id": row["id"], "focus": FOCI[best], "confidence": chance[best],
                                  "probabilities": dict(zip(FOCI, chance)),
                                  "fromCustomers": said > calibration["voiceThreshold"]}) + "\n")


if __name__ == "__main__":
    main()
