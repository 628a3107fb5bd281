"""Writes a trained run as what the app loads: careful.onnx (int8), careful.json and careful-vocabulary.txt.

    python export.py --run run/ --checkpoint <folder> --words words.txt --out ../../careful/
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from encoder import FOCI, Encoder, load_pretrained
from passages import LIMITS

FORMAT_VERSION = 1
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
# Latin and Greek letters, digits, punctuation, currency and mathematical signs: other scripts become [UNK].
LATIN = re.compile(r"^(##)?[\u0020-\u024f\u0370-\u03ff\u2010-\u2044\u20a0-\u20bf\u2100-\u22ff\u25a0-\u2606\ufb00-\ufb06]+$")


class RowInt8Embedding(nn.Module):
    """A word table at one byte a number, each row with a scale of its own."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("codes", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return nn.functional.embedding(ids, self.codes).to(torch.float32) * nn.functional.embedding(ids, self.scale)


class Int8Stored(nn.Module):
    """
    A linear layer stored at one byte a weight and computed in floats: its inputs, past the GELU, are too uneven
    for eight bits shared by all of them. onnxruntime unpacks it once, on loading.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.data.t().contiguous()
        scale = weight.abs().amax(0, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("codes", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        return x @ (self.codes.to(torch.float32) * self.scale) + self.bias


class Plain(nn.Module):
    """A linear layer with its weights already turned, so that the exporter need fold nothing (and unpack nothing)."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.weight = nn.Parameter(linear.weight.data.t().contiguous())
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight + self.bias


class Exported(nn.Module):
    """int32 in, so that the caller needs no 64-bit integers; the features out too, for who learns on top of them."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        features = self.model.features(ids.long(), roles.long())
        return self.model.focus(features), self.model.voice(features)[:, 0], features


def kept_pieces(vocabulary: list[str], words: set[str] | None) -> list[int]:
    """Ids of the pieces that ship: Latin ones, and of whole words those that the word list or the labels hold."""
    kept = []
    for at, piece in enumerate(vocabulary):
        if piece in SPECIAL:
            kept.append(at)
        elif LATIN.match(piece) and not piece.startswith("[unused"):
            if words is None or piece.startswith("##") or len(piece) <= 3 or piece in words:
                kept.append(at)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--float-outer", action="store_true", help="a fifth slower, nearer to the float model")
    parser.add_argument("--words", type=Path, help="whole words to keep, one a line; all Latin ones without it")
    parser.add_argument("--calibration", type=Path, required=True, help="what evaluate.py fitted on held-out bodies")
    parser.add_argument("--scores", type=Path, help="JSON of held-out scores to carry along")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    saved = torch.load(options.run / "model.pt", weights_only=True)
    model = load_pretrained(options.checkpoint, list(range(saved["layers"])))
    model.load_state_dict(saved["model"])
    model.eval()
    for layer in model.layers:
        for name in ("query_key_value", "output", "inner", "outer"):
            kind = Int8Stored if options.float_outer and name == "outer" else Plain
            setattr(layer, name, kind(getattr(layer, name)))

    vocabulary = (options.checkpoint / "vocab.txt").read_text().split("\n")
    vocabulary = vocabulary[:-1] if vocabulary[-1] == "" else vocabulary
    words = set(options.words.read_text().split()) if options.words else None
    kept = kept_pieces(vocabulary, words)
    longest = 2 + len(LIMITS) - 1 + sum(LIMITS.values())
    model.words = RowInt8Embedding(model.words.weight.data[kept])
    model.positions = nn.Embedding.from_pretrained(model.positions.weight.data[:longest])

    full = options.out / "careful-fp32.onnx"
    example = torch.ones(2, 20, dtype=torch.int32)
    torch.onnx.export(Exported(model), (example, example), str(full), dynamo=False, opset_version=17, do_constant_folding=False,
                      input_names=["ids", "roles"], output_names=["focus", "voice", "features"],
                      dynamic_axes={name: {0: "passages", 1: "tokens"} for name in ("ids", "roles")}
                      | {name: {0: "passages"} for name in ("focus", "voice", "features")})
    small = options.out / "careful.onnx"
    # Seven bits a weight: with eight, processors without VNNI overflow and answer otherwise.
    quantize_dynamic(full, small, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
                     weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(small))
    text = "\n".join(vocabulary[at] for at in kept) + "\n"
    (options.out / "careful-vocabulary.txt").write_text(text)
    calibration = json.loads(options.calibration.read_text())
    description = {
        "formatVersion": FORMAT_VERSION, "foci": FOCI, "temperature": calibration["temperature"],
        "bias": calibration["bias"], "voiceThreshold": calibration["voiceThreshold"], "longestPassage": longest,
        "trainedOn": saved["trainedOn"], "dataHash": saved["dataHash"],
        "modelHash": hashlib.sha256(small.read_bytes()).hexdigest(),
        "vocabularyHash": hashlib.sha256(text.encode()).hexdigest(),
        "scores": json.loads(options.scores.read_text()) if options.scores else None,
    }
    (options.out / "careful.json").write_text(json.dumps(description, indent=2) + "\n")
    print(len(kept), "pieces,", full.stat().st_size, "bytes as float,", small.stat().st_size, "as int8")
    full.unlink()


if __name__ == "__main__":
    main()
