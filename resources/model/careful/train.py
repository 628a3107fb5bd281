"""Fine-tunes the encoder on labelled passages. Deterministic for a given machine, thread count and seed;
an interrupted run goes on from its last checkpoint (then its dropout differs).

    python train.py --labels real.jsonl authored.jsonl --out run/            # all labels: what ships
    python train.py … --hold-out bodies.txt --out run/                       # without these bodies: what is measured
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import random
import time
from collections import defaultdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from encoder import FOCI, Encoder, load_pretrained
from passages import Encoded, PassageEncoder, read, settle


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--checkpoint", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--hold-out", type=Path, help="file of bodies (org), one a line, never trained on")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start-from", type=Path, help="model.pt of an earlier run to go on from with more labels")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="which layers of the checkpoint to keep")
    parser.add_argument("--freeze", type=int, default=0, help="how many of the lowest layers stay as they are")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay-by-layer", type=float, default=0.9)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--end-pace", type=float, default=0.02, help="what is left of the rates at the end")
    parser.add_argument("--per-body", type=int, default=300, help="most passages of one body seen in an epoch")
    parser.add_argument("--context-dropout", type=float, default=0.15)
    parser.add_argument("--rare-weight", type=float, default=0.5, help="0 plain, 1 fully balanced classes")
    parser.add_argument("--voice-weight", type=float, default=0.5)
    parser.add_argument("--replay", type=Path, nargs="*", default=[], help="labels of which some are seen again in each epoch")
    parser.add_argument("--replayed", type=int, default=1500, help="how many of them in an epoch")
    parser.add_argument("--settled", type=Path, help="second-coded.tsv: labels that take the place of the first ones")
    parser.add_argument("--average-from", type=float, default=0.6, help="weights are averaged from this part of the run on")
    parser.add_argument("--watch", type=int, default=600, help="held-out passages scored after each epoch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--float32", action="store_true")
    return parser.parse_args()


# What lies below a layer that stays as it is stays too.
FIRST = ("layers.", "roles.", "norm.")


def variant(row: dict, dropout: float, rng: random.Random, lenders: dict[str, list[dict]]) -> dict:
    """
    Leaves parts of the surroundings out now and then, so that a lone passage is nothing new. A passage in our own
    words that was written alone is lent neighbours of its kind of body half of the time, since real ones have them.
    """
    out = dict(row)
    of_kind = lenders.get(row.get("kind") or "", [])
    if of_kind and not row.get("before") and not row.get("after") and rng.random() < 0.5:
        out["before"], out["after"] = rng.choice(of_kind)["text"], rng.choice(of_kind)["text"]
    for part in ("item", "before", "after"):
        if rng.random() < dropout:
            out[part] = ""
    if rng.random() < dropout / 2:
        out["customerTerms"] = []
    elif len(out.get("customerTerms") or []) > 1:
        terms = list(out["customerTerms"])
        rng.shuffle(terms)
        out["customerTerms"] = terms
    return out


def collate(items: list[Encoded]) -> tuple[Tensor, Tensor]:
    # Lengths in steps of 16 keep the number of compiled kernels small.
    length = -(-max(len(item.ids) for item in items) // 16) * 16
    ids = torch.zeros(len(items), length, dtype=torch.long)
    roles = torch.zeros(len(items), length, dtype=torch.long)
    for at, item in enumerate(items):
        ids[at, :len(item.ids)] = torch.tensor(item.ids)
        roles[at, :len(item.roles)] = torch.tensor(item.roles)
    return ids, roles


def epoch_rows(rows: list[dict], per_body: int, rng: random.Random) -> list[dict]:
    bodies: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        bodies[row.get("org") or ""].append(row)
    out: list[dict] = []
    for body, of_body in bodies.items():
        out += of_body if not body else rng.sample(of_body, min(len(of_body), per_body))
    rng.shuffle(out)
    return out


def batches(rows: list[dict], encoder: PassageEncoder, size: int, dropout: float, rng: random.Random,
            lenders: dict[str, list[dict]]):
    encoded = [(encoder.encode(variant(row, dropout, rng, lenders)), row) for row in rows]
    groups: list[list[tuple[Encoded, dict]]] = []
    for start in range(0, len(encoded), size * 40):
        pool = sorted(encoded[start:start + size * 40], key=lambda pair: len(pair[0].ids))
        groups += [pool[at:at + size] for at in range(0, len(pool), size)]
    rng.shuffle(groups)
    return groups


def predict(model: Encoder, rows: list[dict], encoder: PassageEncoder, float32: bool = True) -> tuple[Tensor, Tensor]:
    """Focus logits [n, 5] and voice logits [n], in the order of `rows`."""
    model.eval()
    encoded = [encoder.encode(row) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: len(encoded[at].ids))
    focus, voice = torch.zeros(len(rows), len(FOCI)), torch.zeros(len(rows))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=not float32):
        for start in range(0, len(order), 32):
            part = order[start:start + 32]
            a, b = model(*collate([encoded[at] for at in part]))
            focus[part], voice[part] = a.float(), b.float()
    model.train()
    return focus, voice


def scores(focus: Tensor, voice: Tensor, rows: list[dict]) -> dict:
    gold = torch.tensor([FOCI.index(row["focus"]) for row in rows])
    said = focus.argmax(1)
    by_focus = {}
    for at, name in enumerate(FOCI):
        hit = int(((gold == at) & (said == at)).sum())
        by_focus[name] = round(2 * hit / max(1, int((gold == at).sum() + (said == at).sum())), 3)
    is_customer = gold == FOCI.index("customer")
    true_voice = torch.tensor([bool(row.get("fromCustomers")) for row in rows])
    hit = int((is_customer & true_voice & (voice > 0)).sum())
    total = int((is_customer & true_voice).sum() + (is_customer & (voice > 0)).sum())
    return {"macroF1": round(sum(by_focus.values()) / 5, 3), "byFocus": by_focus,
            "voiceF1": round(2 * hit / max(1, total), 3), "loss": round(float(F.cross_entropy(focus, gold)), 4)}


def fit_temperature(focus: Tensor, rows: list[dict]) -> float:
    """The one divisor of the logits that makes the held-out labels likeliest (Guo et al. 2017)."""
    gold = torch.tensor([FOCI.index(row["focus"]) for row in rows])
    grid = [0.5 + 0.02 * step for step in range(126)]
    return min(grid, key=lambda divisor: float(F.cross_entropy(focus / divisor, gold)))


def parameter_groups(model: Encoder, options: argparse.Namespace) -> list[dict]:
    depth = len(model.layers)
    groups: dict[tuple[float, float], list[Tensor]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        if name.startswith(("focus.", "voice.")):
            rate = options.head_rate
        elif name.startswith("layers.") and int(name.split(".")[1]) >= options.freeze:
            rate = options.rate * options.decay_by_layer ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("words.", "positions.")) or options.freeze > 0 and name.startswith(FIRST):
            # Frozen: words that no label shows keep their place among those that some do.
            parameter.requires_grad = False
            continue
        elif name.startswith("roles."):
            # The roles start alike and have far to go.
            rate = options.head_rate
        else:
            rate = options.rate * options.decay_by_layer ** depth
        groups[rate, 0.01 if parameter.dim() > 1 else 0.0].append(parameter)
    return [{"params": parameters, "lr": rate, "peak": rate, "weight_decay": decay}
            for (rate, decay), parameters in groups.items()]


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    log = (options.out / "log.txt").open("a", buffering=1)

    def say(**values: object) -> None:
        log.write(json.dumps(values) + "\n")

    held_out = set(options.hold_out.read_text().split()) if options.hold_out else set()
    labels = read(options.labels)
    rows = settle([row for row in labels if row.get("org") not in held_out], options.settled)
    replay = settle([row for row in read(options.replay) if row.get("org") not in held_out], options.settled)
    lenders: dict[str, list[dict]] = defaultdict(list)
    for row in rows + replay:
        if row.get("kind"):
            lenders[row["kind"]].append(row)
    watched = [row for row in labels if row.get("org") in held_out]
    if len(watched) > options.watch:
        watched = random.Random(1).sample(watched, options.watch)
    tokenizer = Tokenizer.from_file(str(options.checkpoint / "tokenizer.json"))
    encoder = PassageEncoder(tokenizer)
    model = load_pretrained(options.checkpoint, [int(at) for at in options.layers.split(",")])
    if options.start_from:
        model.load_state_dict(torch.load(options.start_from, weights_only=True)["model"])
    groups = parameter_groups(model, options)
    optimizer = torch.optim.AdamW(groups, fused=True)

    counts = [sum(row["focus"] == name for row in rows) for name in FOCI]
    weights = torch.tensor([(len(rows) / 5 / count) ** options.rare_weight for count in counts])
    weights = weights / sum(weight * count for weight, count in zip(weights, counts)) * len(rows)
    replayed = min(options.replayed, len(replay))
    per_epoch = math.ceil((len(epoch_rows(rows, options.per_body, random.Random(0))) + replayed) / options.batch)
    total = int(per_epoch * options.epochs)
    say(options={key: str(value) for key, value in vars(options).items()}, rows=len(rows), watched=len(watched),
        steps=total, counts=counts, weights=[round(float(weight), 3) for weight in weights])

    state_path = options.out / "state.pt"
    step, epoch, seen, average, averaged = 0, 0, 0, None, 0
    if state_path.exists():
        state = torch.load(state_path, weights_only=True)
        model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"])
        step, epoch, seen = state["step"], state["epoch"], state["seen"]
        average, averaged = state["average"], state["averaged"]
        say(resumed=step)

    def save() -> None:
        temporary = state_path.with_suffix(".part")
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "epoch": epoch,
                    "seen": seen, "average": average, "averaged": averaged}, temporary)
        os.replace(temporary, state_path)

    began, running = time.time(), 0.0
    model.train()
    while step < total:
        epoch_rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        of_epoch = epoch_rows(rows, options.per_body, epoch_rng) + epoch_rng.sample(replay, replayed)
        epoch_rng.shuffle(of_epoch)
        groups_of_epoch = batches(of_epoch, encoder, options.batch, options.context_dropout, epoch_rng, lenders)
        for group in groups_of_epoch[seen:]:
            if step >= total:
                break
            pace = min(1.0, (step + 1) / (0.08 * total)) * max(options.end_pace, 1 - step / total)
            for part in optimizer.param_groups:
                part["lr"] = part["peak"] * pace
            ids, roles = collate([encoded for encoded, _ in group])
            gold = torch.tensor([FOCI.index(row["focus"]) for _, row in group])
            trust = torch.tensor([0.5 if row.get("sure") == 1 else 1.0 for _, row in group])
            voice_gold = torch.tensor([float(bool(row.get("fromCustomers"))) for _, row in group])
            customer = (gold == 0).float() * trust
            with torch.autocast("cpu", torch.bfloat16, enabled=not options.float32):
                focus, voice = model(ids, roles)
            focus, voice = focus.float(), voice.float()
            loss = (F.cross_entropy(focus, gold, weights, reduction="none", label_smoothing=options.smoothing) * trust).mean()
            voice_loss = F.binary_cross_entropy_with_logits(voice, voice_gold, reduction="none")
            loss = loss + options.voice_weight * (voice_loss * customer).sum() / customer.sum().clamp(min=1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
            optimizer.step()
            step, seen = step + 1, seen + 1
            running = 0.98 * running + 0.02 * float(loss.detach())
            if step >= options.average_from * total and step % 10 == 0:
                averaged += 1
                current = model.state_dict()
                if average is None:
                    average = {name: value.clone() for name, value in current.items()}
                else:
                    for name, value in current.items():
                        average[name] += (value - average[name]) / averaged
            if step % 50 == 0:
                say(step=step, of=total, loss=round(running / (1 - 0.98 ** step), 4), seconds=round(time.time() - began))
            if step % 100 == 0:
                save()
        epoch, seen = epoch + 1, 0
        save()
        if watched:
            say(epoch=epoch, held_out=scores(*predict(model, watched, encoder, options.float32), watched))
    last = model.state_dict()
    model.load_state_dict(average if average is not None else last)
    if watched:
        focus, voice = predict(model, watched, encoder, options.float32)
        say(averaged=averaged, held_out=scores(focus, voice, watched), temperature=fit_temperature(focus, watched))
    digest = hashlib.sha256("".join(sorted(row["text"] + row["focus"] for row in rows)).encode()).hexdigest()
    torch.save({"model": model.state_dict(), "layers": len(model.layers), "trainedOn": len(rows), "dataHash": digest}, options.out / "model.pt")
    say(done=round(time.time() - began))


if __name__ == "__main__":
    main()
