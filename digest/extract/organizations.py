"""Join the names of an article into organizations: "UNSC" and "Security Council" are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.extract.name_lexicon import Lexicon, lexicon
from digest.extract.names import Name, NameKind
from digest.extract.reading import Phrase, Reading
from digest.model import Article, Form, Mention, Organization

SMALL = frozenset({"of", "the", "for", "and", "on", "in", "&"})


def join_organizations(
    reading: Reading, names: Sequence[Name], *, taken: frozenset[tuple[int, int]]
) -> list[Organization]:
    """Find the organizations among the names that are nobody's (`taken` holds the people's places)."""
    lex = lexicon(reading.article.language)
    article = reading.article
    phrases = {phrase.index: phrase for phrase in reading.phrases}
    groups: dict[str, list[Mention]] = defaultdict(list)
    shown: dict[str, str] = {}
    acronyms: dict[str, str] = {}

    def add(key: str, name: str, start: int, end: int, sentence: int, form: Form) -> None:
        folded = key.casefold()
        shown.setdefault(folded, name)
        groups[folded].append(Mention(excerpt=article.excerpt(start, end), sentence=sentence, form=form))

    defined = _defined(phrases, names, article)
    for name in names:
        if (name.start, name.end) in taken:
            continue
        if name.kind is NameKind.ORGANIZATION or (name.kind is NameKind.OPEN and _looks(name, phrases, lex)):
            full = name.known or _clean(name.text)
            form = Form.NAME
            if name.text in defined and name.known is None:
                full, form = defined[name.text], Form.ACRONYM
            elif name.known and name.text != name.known and name.text.replace(".", "").isupper():
                form = Form.ACRONYM
                acronyms.setdefault(full.casefold(), name.text)
            elif name.known and name.text != name.known and len(name.parts) < len(name.known.split()):
                form = Form.PART
            add(full, full, name.start, name.end, name.sentence, form)
        elif name.text in defined and name.kind in (NameKind.ACRONYM, NameKind.OPEN):
            full = defined[name.text]
            acronyms.setdefault(full.casefold(), name.text)
            add(full, full, name.start, name.end, name.sentence, Form.ACRONYM)
        elif name.kind is NameKind.ACRONYM and _speaks(name, phrases[name.sentence], lex):
            add(name.text, name.text, name.start, name.end, name.sentence, Form.ACRONYM)
    for short, full in defined.items():
        acronyms.setdefault(full.casefold(), short)
    for key, start, end, sentence in _institutions(reading, names, lex):
        add(key, key, start, end, sentence, Form.NAME)
    _join_bare(groups, shown)
    found = [
        Organization(
            name=shown[key],
            mentions=tuple(sorted(mentions, key=lambda m: m.excerpt.span.start)),
            acronym=acronyms.get(key),
        )
        for key, mentions in groups.items()
    ]
    return sorted(found, key=lambda o: (o.mentions[0].excerpt.span.start, o.name))


def _clean(text: str) -> str:
    return " ".join(text.split())


# "Atomic Energy Regulatory Board (AERB)"
IN_BRACKETS = re.compile(r"\(\s?([A-Z][A-Za-z&]{1,9})\s?\)")


def _defined(phrases: dict[int, Phrase], names: Sequence[Name], article: Article) -> dict[str, str]:
    """Short forms that the article itself explains in brackets: short -> long."""
    defined = {}
    for name in names:
        if len(name.parts) < 2 or name.kind in (NameKind.DEMONYM, NameKind.PLACE):
            continue
        match = IN_BRACKETS.match(article.text, name.end + 1) if article.text[name.end : name.end + 1] == " " else None
        if match is None:
            continue
        short = match.group(1)
        initials = "".join(part[0] for part in name.text.replace("-", " ").split() if part not in SMALL)
        every = "".join(part[0] for part in name.text.replace("-", " ").split())
        if short.casefold() in (initials.casefold(), every.casefold()) or (
            short.isupper() and len(short) > 2 and initials.casefold().startswith(short.casefold()[:2])
        ):
            defined[short] = name.known or _clean(name.text)
    return defined


def _looks(name: Name, phrases: dict[int, Phrase], lex: Lexicon) -> bool:
    """Whether the words around an open name call it a group, a company or a newspaper."""
    phrase = phrases[name.sentence]
    following = phrase.words[name.last] if name.last < len(phrase.words) else ""
    if following in lex.publication_words or (following in lex.group_words and len(name.parts) <= 4):
        return name.first > 0 and (phrase.words[name.first - 1] in ("the", "The") or following in lex.publication_words)
    if name.parts[-1] in lex.organization_heads and len(name.parts) > 1:
        return name.parts[-1] not in lex.weak_heads
    return name.parts[0] in lex.organization_first and len(name.parts) > 1


def _speaks(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether an unexplained acronym acts: "the AERB said", "according to IDC"."""
    words = phrase.words
    if name.last < len(words) and words[name.last] in lex.speech_verbs:
        return True
    before = words[max(0, name.first - 2) : name.first]
    return before == ["according", "to"] or before[-1:] in (["the"], ["The"])


def _institutions(reading: Reading, names: Sequence[Name], lex: Lexicon) -> Iterator[tuple[str, int, int, int]]:
    """Institutions in lower case, with the country before them: "the Chinese foreign ministry"."""
    index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for institution in lex.institutions:
        index[institution[0]].append(institution)
    by_place = {(name.sentence, name.last): name for name in names if name.kind in (NameKind.DEMONYM, NameKind.PLACE)}
    covered = {(name.sentence, i) for name in names for i in range(name.first, name.last)}
    for phrase in reading.phrases:
        if phrase.titled:
            continue
        words = phrase.words
        i = 0
        while i < len(words):
            step = 1
            for institution in index.get(words[i].lower(), ()):
                if tuple(word.lower() for word in words[i : i + len(institution)]) != institution:
                    continue
                if (phrase.index, i) in covered:
                    continue
                nation = by_place.get((phrase.index, i)) or (
                    by_place.get((phrase.index, i - 1)) if i and words[i - 1] in ("'s", "’s") else None
                )
                last = i + len(institution)
                if institution in lex.institutions_with_country and not _ends(phrase, last, lex):
                    continue
                if nation is not None:
                    text = _clean(reading.article.text[nation.start : phrase.ends[last - 1]])
                    yield text, nation.start, phrase.ends[last - 1], phrase.index
                elif institution not in lex.institutions_with_country and i and words[i - 1] in ("the", "The"):
                    text = _clean(reading.article.text[phrase.starts[i] : phrase.ends[last - 1]])
                    yield text, phrase.starts[i], phrase.ends[last - 1], phrase.index
                step = len(institution)
                break
            i += step


def _ends(phrase: Phrase, last: int, lex: Lexicon) -> bool:
    """Whether an institution ends at word `last`, and is no part of a longer noun: "the Russian military operation"."""
    if last >= len(phrase.words):
        return True
    word = phrase.words[last]
    return not word[0].isalpha() or word in lex.function_words or word in lex.speech_verbs or word.endswith("ed")


def _join_bare(groups: dict[str, list[Mention]], shown: dict[str, str]) -> None:
    """Give "the foreign ministry" to the only "Chinese foreign ministry" of the article."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key in groups:
        words = key.split()
        for i in range(1, min(len(words), 8)):
            longer[" ".join(words[i:])].append(key)
    for key in sorted(groups, key=len):
        whole = [other for other in longer.get(key, ()) if other in groups]
        if len(whole) == 1:
            part = [Mention(excerpt=m.excerpt, sentence=m.sentence, form=Form.PART) for m in groups.pop(key)]
            groups[whole[0]].extend(part)
            shown.pop(key, None)
