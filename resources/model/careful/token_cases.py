"""Writes what the Python tokenizer makes of sentences of our own, for tests/unit/focus/wordpiece-python.test.ts.

    python token_cases.py --checkpoint <folder> --out ../../../tests/unit/focus/wordpiece-cases.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tokenizers import Tokenizer

from passages import PassageEncoder

SENTENCES = [
    "Riders told us that the 5:40 p.m. bus is late; 37 complaints (last year: 21).",
    "Café Ångström’s tenants paid £1,250.00 – or $1,600 – in rent.",
    "Policyholders' lapses rose 3.5% quarter-on-quarter to 1.2m.",
    "MOTION: to approve the minutes of 03/12/2024, as amended. Carried unanimously.",
    "Soft\u00adhyphen, zero\u200bwidth, no\u00a0break, line\u2028separator, form\ffeed, tab\there.",
    "E-mail: clerk@example.org; https://example.org/a_b?c=d&e=f#g",
    "“Quoted” ‘text’ with … ellipsis • bullets ▪ squares → arrows ≥ signs ™ ©",
    "ﬁnance ofﬁce naïve coöperate Zürich Łódź İstanbul ΟΔΟΣ straße",
    "客户 satisfaction 顧客, 고객, клиент, عملاء, ग्राहक",
    "[CLS] [SEP] [MASK] [PAD] [UNK] ##ing ## [unused1]",
    "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
    "x" * 101 + " " + "x" * 100,
    "\ufeffA byte order mark, a \ufffd replacement, a \u0000 null and a \u0007 bell.",
    "👩‍👩‍👧 families 😀 rated us 4★ of 5★",
    "a\u0301e\u0300 combining; ½ ¼ ² ³ º ª №",
    "C$5m;€7bn;¥9;₹3 lakh;+12%;-4%;±0.1;<5;>9;=;~;^;`;|;{x}",
    "",
    " \n\r\t ",
]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    vocabulary = (options.checkpoint / "vocab.txt").read_text().split("\n")
    encoder = PassageEncoder(Tokenizer.from_file(str(options.checkpoint / "tokenizer.json")))
    cases = [{"text": text, "pieces": [[vocabulary[at] for at in ids] for _, ids in encoder.words(text)]}
             for text in SENTENCES]
    options.out.write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    main()
