"""Make the table of how common a language's words are, from a word list that an installed package ships.

    pip install --no-deps spacy-lookups-data==1.0.5
    python benchmarks/background/make_background.py digest/language/en/background.tsv.gz
    python benchmarks/background/make_background.py --language de digest/language/de/background.tsv.gz

One line a value: the value, a tab, and the words that have it, separated by spaces. The value is ten times the
Zipf scale (log10 of the occurrences in a billion words), rounded. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

# "state-run", "o'neill"; of other languages the letters that they write, so that scraps of other scripts stay out
WORDS = {
    language: re.compile(rf"[{letters}][{letters}'-]*[{letters}]|[{letters}]")
    for language, letters in {"en": "a-z", "de": "a-zäöüßé", "es": "a-záéíóúüñ"}.items()
}
SIZE = 60_000


def from_spacy(language: str) -> Mapping[str, float]:
    """Occurrences in a billion words, of spacy-lookups-data's log probabilities, upper and lower case summed."""
    packed = (files("spacy_lookups_data") / "data" / f"{language}_lexeme_prob.json.gz").read_bytes()
    found: dict[str, float] = defaultdict(float)
    for word, log_probability in json.loads(gzip.decompress(packed)).items():
        found[word.lower()] += math.exp(log_probability) * 1e9
    return found


def render(frequencies: Mapping[str, float], *, size: int, language: str = "en") -> bytes:
    """Keep the most frequent words and write them grouped by value, rarest last, compressed without a time stamp."""
    known = {word: count for word, count in frequencies.items() if WORDS[language].fullmatch(word)}
    kept = sorted(known, key=lambda word: (-known[word], word))[:size]
    groups: dict[int, list[str]] = defaultdict(list)
    for word in kept:
        groups[round(10 * math.log10(known[word]))].append(word)
    text = "".join(f"{value}\t{' '.join(sorted(groups[value]))}\n" for value in sorted(groups, reverse=True))
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", filename="", mtime=0, compresslevel=9) as packed:
        packed.write(text.encode("utf-8"))
    return buffer.getvalue()


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--language", choices=sorted(WORDS), default="en")
    args = parser.parse_args()
    data = render(from_spacy(args.language), size=args.size, language=args.language)
    args.target.write_bytes(data)
    print(f"{args.target}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
