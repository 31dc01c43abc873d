"""The one door to spaCy: find the names of an article with a pipeline that the user has on disk.

The pipeline decides what names a person, an organization or a place; countries, peoples and known organizations stay
those of the tables, on which the rest of the reading rests. Articles in other languages than its own are left to the
rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.diagnostics import DigestError, Location, error
from digest.extract.name import Name, NameKind
from digest.extract.names import made_name, names_in
from digest.extract.reading import Phrase, Reading

if TYPE_CHECKING:
    from spacy.language import Language

INSTALL = "pip install 'storydigest[spacy]'"
CONFIG = "config.cfg"  # every pipeline's folder has one
KINDS = {
    "PERSON": NameKind.PERSON,
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANIZATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
}
NOT_NEEDED = frozenset({"tagger", "parser", "senter", "lemmatizer", "attribute_ruler", "morphologizer", "textcat"})
ANY_LANGUAGE = "xx"
LONGEST = 100_000  # characters of one paragraph; spaCy's memory grows with them


class Pipeline(NamedTuple):
    """A pipeline on disk. `state` tells it from another one, or another version of spaCy, under the same path."""

    path: str
    state: str


class Found(NamedTuple):
    """A name that the pipeline found: words `first..last` of a sentence."""

    kind: NameKind
    sentence: int
    first: int
    last: int


def check_pipeline(folder: Path, *, location: Location | None = None) -> None:
    """Raises DigestError, with the way out, where spaCy is not installed or the folder holds no pipeline of it."""
    if find_spec("spacy") is None:
        hint = f"{INSTALL} brings it; or take the line out, and names are found by rules"
        raise DigestError([error("no-spacy", "spaCy is not installed", location=location, hint=hint)])
    if not (folder / CONFIG).is_file():
        hint = "name the folder that `nlp.to_disk` wrote, or that a model's package holds: the one with config.cfg"
        text = f"there is no spaCy pipeline in {folder.as_posix()}"
        raise DigestError([error("no-pipeline", text, location=location, hint=hint)])


def spacy_names(reading: Reading, pipeline: Pipeline) -> tuple[Name, ...]:
    """Find the names in an article, in its order; they never overlap.

    Raises DigestError where the pipeline cannot be loaded.
    """
    nlp = _loaded(pipeline)
    rules = names_in(reading)
    if nlp.lang not in (reading.article.language, ANY_LANGUAGE):
        return rules
    found = list(_found(reading, nlp))
    taken = {(one.sentence, word) for one in found for word in range(one.first, one.last)}
    names = [_made(one, reading, rules) for one in found]
    for name in rules:
        if not any((name.sentence, word) in taken for word in range(name.first, name.last)):
            unsure = name.kind in (NameKind.PERSON, NameKind.OPEN)
            names.append(name._replace(person=False) if unsure and not reading.phrases[name.sentence].titled else name)
    return tuple(sorted(names, key=lambda name: name.start))


def _made(found: Found, reading: Reading, rules: Sequence[Name]) -> Name:
    """A name of the pipeline's; what the tables know of the same words, and the titles before them, is kept."""
    same = next((n for n in rules if (n.sentence, n.first, n.last) == (found.sentence, found.first, found.last)), None)
    if same is not None and same.known is not None and found.kind is not NameKind.PERSON:
        return same
    inside = next((n for n in rules if n.sentence == found.sentence and n.last == found.last), None)
    titled, honorific = (inside.titled, inside.honorific) if inside is not None else (False, None)
    name = made_name(reading.phrases[found.sentence], reading, found.kind, found.first, found.last)
    return name._replace(titled=titled, honorific=honorific, person=found.kind is NameKind.PERSON)


def _found(reading: Reading, nlp: Language) -> Iterator[Found]:
    """What the pipeline finds, paragraph by paragraph, cut to the words of our sentences."""
    blocks = [block for block in reading.article.blocks if block.end - block.start <= LONGEST]
    by_block: dict[int, list[Phrase]] = {}
    for phrase in reading.phrases:
        by_block.setdefault(phrase.block, []).append(phrase)
    numbers = {(block.start, block.end): number for number, block in enumerate(reading.article.blocks)}
    texts = (reading.article.text[block.start : block.end] for block in blocks)
    for block, doc in zip(blocks, nlp.pipe(texts), strict=True):
        phrases = by_block.get(numbers[block.start, block.end], ())
        for entity in doc.ents:
            kind = KINDS.get(entity.label_)
            if kind is not None:
                start, end = block.start + entity.start_char, block.start + entity.end_char
                yield from _words(kind, start, end, phrases, reading)


def _words(kind: NameKind, start: int, end: int, phrases: Iterable[Phrase], reading: Reading) -> Iterator[Found]:
    """The words of a stretch of text, if a sentence has them all, without titles, articles and possessives around."""
    for phrase in phrases:
        if phrase.titled or not phrase.starts or not (phrase.starts[0] <= start and end <= phrase.ends[-1]):
            continue
        inside = [i for i, at in enumerate(phrase.starts) if at >= start and phrase.ends[i] <= end]
        while inside and _is_around(phrase.words[inside[0]], kind, reading):
            del inside[0]
        while inside and not phrase.words[inside[-1]][0].isalnum():
            del inside[-1]
        if inside and phrase.words[inside[0]][0].isalnum():
            yield Found(kind, phrase.index, inside[0], inside[-1] + 1)


def _is_around(word: str, kind: NameKind, reading: Reading) -> bool:
    lex = reading.lex
    if word.lower() in lex.function_words or not word[0].isalnum():
        return True
    return kind is NameKind.PERSON and (word in lex.honorifics or word in lex.short_roles or word.lower() in lex.roles)


@lru_cache(maxsize=2)
def _loaded(pipeline: Pipeline) -> Language:
    check_pipeline(Path(pipeline.path))
    import spacy  # noqa: PLC0415 - an extra that most do without, and slow to load

    try:
        nlp = spacy.load(pipeline.path)
        nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in NOT_NEEDED])
    except Exception as problem:  # a pipeline can be broken in many ways, and its parts be missing
        why = " ".join(str(problem).split())[:300]
        hint = "is it a pipeline for the spaCy that is installed, and are the packages that it needs?"
        text = f"the spaCy pipeline in {pipeline.path} cannot be loaded ({type(problem).__name__}: {why})"
        raise DigestError([error("broken-pipeline", text, hint=hint)]) from problem
    return nlp
