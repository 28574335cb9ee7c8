#!/usr/bin/env python3
"""The labels that a teacher gave to plain text, kept without the text.

  scripts/taught.py pack DATA TAUGHT.jsonl LABELS.xz      labels alone, a byte a word, packed
  scripts/taught.py unpack DATA LABELS.xz TAUGHT.jsonl    text and labels together again

With LABELS.xz in the repository, the names model is rebuilt to the byte in minutes, without the teacher: it lays
labels on the same plain texts under DATA (checked by checksum). Needs Python alone.
"""
import hashlib
import json
import lzma
import os
import re
import sys

KINDS = ("person", "place", "organization", "other")
TAGS = ["O"] + [position + kind for kind in KINDS for position in ("B-", "I-")]
WORD = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]|\w+")
LINES_A_TEXT = 25  # of files that do not say where an article ends
UNSURE, NEXT_TEXT = 16, 255  # a flag on a tag's number; what stands between texts
LEARNED = 0.6  # as SURE in src/train/corpus.rs: nothing is learned from words that the teacher was less sure of
DIGEST = 32


def rows_of(corpus):
    with open(corpus, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def words_of(text):
    return [match.span() for match in WORD.finditer(text)]


def plain_texts(data):
    """Plain news and the texts of the machine-made corpus, in pieces of about an article."""
    for name in sorted(os.listdir(f"{data}/raw_text")):
        with open(f"{data}/raw_text/{name}", encoding="utf-8", errors="ignore") as file:
            lines = [line.strip() for line in file if line.strip() and not line.startswith("http")]
        if sum(map(len, lines)) > 2000 * len(lines):
            yield from lines  # an article a line
        else:
            for start in range(0, len(lines), LINES_A_TEXT):
                yield "\n".join(lines[start : start + LINES_A_TEXT])
    silver = [row["text"] for row in rows_of(f"{data}/names/gmb/train.jsonl")]
    for start in range(0, len(silver), LINES_A_TEXT):
        yield "\n".join(silver[start : start + LINES_A_TEXT])


def digest(texts):
    return hashlib.sha256("\0".join(texts).encode()).digest()


def to_bytes(text, row):
    """A byte a word: the number of its tag, with a flag where the teacher was unsure."""
    words = words_of(text)
    number = {start: n for n, (start, _) in enumerate(words)}
    labels = bytearray(len(words))
    for start, end, kind in row["entities"]:
        first = number[start]
        for n in range(first, len(words)):
            if words[n][0] >= end:
                break
            labels[n] = TAGS.index(("B-" if n == first else "I-") + kind)
    for start, _, sure in row["unsure"]:
        if sure < LEARNED:
            labels[number[start]] |= UNSURE
    return bytes(labels)


def from_bytes(text, labels):
    entities, unsure = [], []
    for (start, end), label in zip(words_of(text), labels):
        if label & UNSURE:
            unsure.append([start, end, 0])
        tag = TAGS[label & ~UNSURE]
        if tag.startswith("I-"):  # never first: see to_bytes
            entities[-1][1] = end
        elif tag != "O":
            entities.append([start, end, tag[2:]])
    return {"text": text, "entities": entities, "labels": KINDS, "unsure": unsure}


def pack(data, taught, out):
    rows = {row["text"]: row for row in rows_of(taught)}
    texts = list(plain_texts(data))
    labels = bytes([NEXT_TEXT]).join(to_bytes(text, rows[text]) for text in texts)
    with lzma.open(out, "wb", preset=9 | lzma.PRESET_EXTREME) as file:
        file.write(digest(texts) + labels)


def unpack(data, packed, out):
    texts = list(plain_texts(data))
    with lzma.open(packed) as file:
        content = file.read()
    if content[:DIGEST] != digest(texts):
        sys.exit(f"taught.py: the plain texts under {data} are not those that {packed} was made for; let scripts/teach-names label them")
    with open(out, "w", encoding="utf-8") as file:
        for text, labels in zip(texts, content[DIGEST:].split(bytes([NEXT_TEXT])), strict=True):
            file.write(json.dumps(from_bytes(text, labels), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](*sys.argv[2:])
