"""From a labelled passage to token ids and roles. Mirrored word for word in shared/analysis/focus/wordpiece.ts
and electron/worker/careful-model.ts; a test compares the two on tokens made here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from encoder import CONTEXT, CONTEXT_TERM, PASSAGE, PASSAGE_TERM

# Most tokens each part may hold: `before` keeps its last ones, all others their first.
LIMITS = {"terms": 12, "item": 24, "before": 44, "text": 128, "after": 24}
# Longer texts are cut before tokenising: no more than this many characters can matter.
CHARACTERS = 2000


@dataclass(frozen=True)
class Encoded:
    ids: list[int]
    roles: list[int]


def singular(word: str) -> str:
    """A crude singular, the same for a term and for the text it is looked for in."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


class PassageEncoder:
    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        # A document that writes "[SEP]" writes those five characters, not a mark of ours.
        tokenizer.encode_special_tokens = True
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.cls, self.sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def words(self, text: str) -> list[tuple[str, list[int]]]:
        """Each word of a text, lower-cased, with its token ids."""
        normalized = self.tokenizer.normalizer.normalize_str(text)
        out: list[tuple[str, list[int]]] = []
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        spans = self.tokenizer.pre_tokenizer.pre_tokenize_str(normalized)
        for word, _ in spans:
            out.append((word, []))
        for token, word in zip(encoding.ids, encoding.word_ids):
            out[word][1].append(token)
        return out

    def terms(self, customer_terms: list[str]) -> list[list[str]]:
        return [[singular(word) for word, _ in self.words(term)] for term in customer_terms if term.strip()]

    def part(self, text: str, terms: list[list[str]], plain: int, marked: int) -> tuple[list[int], list[int]]:
        words = self.words(text)
        stems = [singular(word) for word, _ in words]
        is_term = [False] * len(words)
        for start in range(len(words)):
            for term in terms:
                if stems[start:start + len(term)] == term:
                    for at in range(start, start + len(term)):
                        is_term[at] = True
        ids: list[int] = []
        roles: list[int] = []
        for (_, pieces), term in zip(words, is_term):
            ids += pieces
            roles += [marked if term else plain] * len(pieces)
        return ids, roles

    def encode(self, row: dict) -> Encoded:
        """[CLS] terms [SEP] item [SEP] before [SEP] text [SEP] after [SEP]"""
        customer_terms = row.get("customerTerms") or []
        terms = self.terms(customer_terms)
        before = (row.get("before") or "")[-CHARACTERS:]
        parts = [
            ("terms", ", ".join(customer_terms)[:CHARACTERS], CONTEXT, CONTEXT_TERM),
            ("item", (row.get("item") or "")[:CHARACTERS], CONTEXT, CONTEXT_TERM),
            ("before", before, CONTEXT, CONTEXT_TERM),
            ("text", row["text"][:CHARACTERS], PASSAGE, PASSAGE_TERM),
            ("after", (row.get("after") or "")[:CHARACTERS], CONTEXT, CONTEXT_TERM),
        ]
        ids, roles = [self.cls], [CONTEXT]
        for name, text, plain, marked in parts:
            part_ids, part_roles = self.part(text, terms, plain, marked)
            limit = LIMITS[name]
            if name == "before":
                part_ids, part_roles = part_ids[-limit:], part_roles[-limit:]
            ids += part_ids[:limit] + [self.sep]
            roles += part_roles[:limit] + [CONTEXT]
        return Encoded(ids, roles)


def read(paths: list[Path]) -> list[dict]:
    return [json.loads(line) for path in paths for line in path.read_text().splitlines() if line.strip()]


def settle(rows: list[dict], path: Path | None) -> list[dict]:
    """`rows` with the labels of those that were coded twice (`passage focus fromCustomers sure`, tab-separated)."""
    if path is None:
        return rows
    lines = [line.split("\t") for line in path.read_text().splitlines()[1:]]
    second = {passage: {"focus": focus, "fromCustomers": voice == "y", "sure": int(sure)}
              for passage, focus, voice, sure in lines}
    return [{**row, **second.get(row.get("id") or "", {})} for row in rows]
