"""Write what others find in the same records, for the same scorer, and say how fast they are: quantulum3, textacy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

import predict

Record = dict[str, Any]
Finder = Callable[[Record], Iterable[Record]]


def quantulum() -> Finder:
    """quantulum3 with its default settings; a value with an uncertainty is a range."""
    from quantulum3 import parser

    def find(record: Record) -> Iterator[Record]:
        for found in parser.parse(record["text"]):
            around = found.uncertainty or 0
            yield {
                "id": record["id"],
                "value": found.value - around,
                "value_to": found.value + around if around else None,
                "unit": "" if found.unit.name == "dimensionless" else found.unit.name,
                "change": "=",
            }

    return find


def textacy() -> Finder:
    """textacy's direct quotations, on the first English model of spaCy that is installed. None is downloaded."""
    import spacy
    from textacy.extract import direct_quotations

    model = spacy.load(english_models()[0])

    def find(record: Record) -> Iterator[Record]:
        for quote in direct_quotations(model(record["text"])):
            yield {
                "doc": record["id"],
                "start": quote.content.start_char,
                "end": quote.content.end_char,
                "text": quote.content.text,
                "speaker": " ".join(token.text for token in quote.speaker),
            }

    return find


def english_models() -> list[str]:
    """The English models of spaCy that are installed."""
    if find_spec("spacy") is None:
        return []
    import spacy

    return sorted(name for name in spacy.util.get_installed_models() if name.startswith("en"))


PEERS: Mapping[str, Mapping[str, Callable[[], Finder]]] = {
    "quantities": {"digest": lambda: predict.quantities, "quantulum3": quantulum},
    "quotes": {"digest": lambda: predict.quotes, "textacy": textacy},
}


def peers(job: str, source: Path, folder: Path) -> None:
    """Write `FOLDER/NAME.jsonl` for each of them, as benchmarks/predict.py does; what is not installed is left out."""
    with source.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in filter(str.strip, lines)]
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PEERS[job].items():
        missing = _missing(name)
        if missing:
            print(f"{name:12}left out: {missing}")
            continue
        found, speed = _run(make(), records)
        target = folder / f"{name}.jsonl"
        target.write_text("".join(f"{json.dumps(each)}\n" for each in found), encoding="utf-8")
        print(f"{name:12}{speed:8.0f} records a second, {len(found)} found -> {target}")


def _missing(name: str) -> str:
    if find_spec(name) is None:
        return "not installed"
    if name == "textacy" and not english_models():
        return "no English model of spaCy is installed, and none is downloaded"
    return ""


def _run(find: Finder, records: Sequence[Record]) -> tuple[list[Record], float]:
    """All that is found, and the records a second of CPU time, once everything is loaded."""
    list(find(records[0]))
    found: list[Record] = []
    began = process_time()
    for record in records:
        try:
            found += find(record)
        except Exception as problem:  # a peer's own: it finds nothing there
            print(f"{record.get('id')}: {type(problem).__name__}: {problem}")
    return found, len(records) / (process_time() - began)
