"""Join the names of an article into organizations: "UNSC" and "Security Council" are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase, Reading
from digest.model import Article, Form, Mention, Organization, Span

LONGEST_NAME = 8  # words by which a short form is looked for inside a long one
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "&"})  # words that acronyms skip


@dataclass(frozen=True, slots=True)
class _Institution:
    """An institution in lower case, or an organization written out in brackets, at `start..end` of the text."""

    name: str
    start: int
    end: int
    sentence: int


class _Groups:
    """Mentions, gathered by the organization's name; upper and lower case are one."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self.acronyms: dict[str, str] = {}

    def add(self, name: str, place: Name | _Institution, form: Form) -> None:
        key = name.casefold()
        self.shown.setdefault(key, name)
        excerpt = self.article.excerpt(place.start, place.end)
        self.mentions[key].append(Mention(excerpt=excerpt, sentence=place.sentence, form=form))
        if form is Form.ACRONYM and excerpt.text != name:
            self.acronyms.setdefault(key, excerpt.text)

    def join_bare(self) -> None:
        """Give "the foreign ministry" to the only "Chinese foreign ministry" of the article."""
        longer: dict[str, list[str]] = defaultdict(list)
        for key in self.mentions:
            words = key.split()
            for i in range(1, min(len(words), LONGEST_NAME)):
                longer[" ".join(words[i:])].append(key)
        for key in sorted(self.mentions, key=len):
            whole = [other for other in longer.get(key, ()) if other in self.mentions]
            if len(whole) == 1:
                self.mentions[whole[0]] += [replace(m, form=Form.PART) for m in self.mentions.pop(key)]

    def add_last_words(self, names: Sequence[Name], reading: Reading) -> None:
        """Give "the Times" to the only organization of the article that ends in that word."""
        by_last: dict[str, list[str]] = defaultdict(list)
        for key, shown in self.shown.items():
            if key in self.mentions and " " in shown:
                by_last[shown.split()[-1]].append(shown)
        for name in names:
            words = reading.phrases[name.sentence].words
            bare = name.kind is NameKind.OPEN and len(name.parts) == 1 and name.text in reading.lex.organization_heads
            whole = by_last.get(name.text, ()) if bare and words[name.first - 1] in ("the", "The") else ()
            if len(whole) == 1:
                self.add(whole[0], name, Form.PART)

    def organizations(self) -> list[Organization]:
        found = [
            Organization(
                name=self.shown[key],
                mentions=tuple(sorted(mentions, key=lambda m: m.excerpt.span.start)),
                acronym=self.acronyms.get(key),
            )
            for key, mentions in self.mentions.items()
        ]
        return sorted(found, key=lambda o: (o.mentions[0].excerpt.span.start, o.name))


def join_organizations(
    reading: Reading, names: Sequence[Name], *, taken: frozenset[tuple[int, int]]
) -> list[Organization]:
    """Find the organizations among the names that are nobody's (`taken` holds the people's places)."""
    article = reading.article
    long = dict(_expansions(article))
    free = [
        name
        for name in names
        if (name.start, name.end) not in taken and not any(s.start <= name.start < s.end for s in long.values())
    ]
    defined = _defined(free, article) | {s: _clean(article.text[at.start : at.end]) for s, at in long.items()}
    groups = _Groups(article)
    for short, at in long.items():
        place = _Institution(defined[short], at.start, at.end, article.sentence_at(at.start))
        groups.add(defined[short], place, Form.NAME)
    for name in free:
        full, form = _organization(name, defined, reading)
        if full is not None:
            groups.add(full, name, form)
    for short, full in defined.items():
        groups.acronyms.setdefault(full.casefold(), short)
    for institution in _institutions(reading, free):
        groups.add(institution.name, institution, Form.NAME)
    groups.join_bare()
    groups.add_last_words(free, reading)
    return groups.organizations()


def _organization(name: Name, defined: Mapping[str, str], reading: Reading) -> tuple[str | None, Form]:
    """The organization that a name stands for, or None, and the form in which it does."""
    if name.known is not None and name.kind is NameKind.ORGANIZATION:
        if name.text == name.known:
            return name.known, Form.NAME
        if name.text.replace(".", "").isupper():
            return name.known, Form.ACRONYM
        return name.known, Form.PART if len(name.parts) < len(name.known.split()) else Form.NAME
    if name.text in defined and name.kind is not NameKind.PLACE:
        return defined[name.text], Form.ACRONYM
    if name.kind is NameKind.ACRONYM:
        return (name.text if _speaks(name, reading) else None), Form.ACRONYM
    called = name.kind is NameKind.OPEN and _is_called_a_group(name, reading)
    return (_clean(name.text) if called or name.kind is NameKind.ORGANIZATION else None), Form.NAME


def _clean(text: str) -> str:
    return " ".join(text.split())


# Examples: River Traffic Safety Board (RTSB); the Western Rivers Authority, or WRA.
IN_BRACKETS = re.compile(r" \(\s?([A-Z][A-Za-z&]{1,9})\s?\)")
OR_SHORT = re.compile(r", or (?:the )?([A-Z]{2,8})\b(?! [A-Z])")
# Example: WRA (Western Rivers Authority).
EXPANSION = re.compile(r" \((?:the )?([A-Z][^()\n]{3,100})\)")
SHORT = re.compile(r"\b[A-Z]{2,8}$")
LONGEST_SHORT = 8


def _expansions(article: Article) -> Iterator[tuple[str, Span]]:
    """Short forms of which the long one stands in brackets, with its place."""
    for match in EXPANSION.finditer(article.text):
        short = SHORT.search(article.text, max(0, match.start() - LONGEST_SHORT), match.start())
        if short and _initials(match[1]) == short[0]:
            yield short[0], Span(article_id=article.id, start=match.start(1), end=match.end(1))


def _initials(name: str) -> str:
    """The first letters of the words with a capital, if all the others are small ones: "Bank of the West" -> "BW"."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word not in SMALL) if len(words) > 1 else ""


def _defined(names: Sequence[Name], article: Article) -> dict[str, str]:
    """Short forms that the article itself explains in brackets: short -> long."""
    defined: dict[str, str] = {}
    for name in names:
        if len(name.parts) < 2 or name.kind in (NameKind.DEMONYM, NameKind.PLACE):
            continue
        either = OR_SHORT.match(article.text, name.end)
        if either is not None and either[1] == _initials(name.text):
            defined[either[1]] = name.known or _clean(name.text)
        match = IN_BRACKETS.match(article.text, name.end)
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


def _is_called_a_group(name: Name, reading: Reading) -> bool:
    """Whether the words of an open name, or those around it, call it a group, a company or a newspaper."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    following = words[name.last] if name.last < len(words) else ""
    before = words[name.first - 1] if name.first else ""
    if following in lex.publication_words and before:
        return True
    if following in lex.group_words and before in ("the", "The") and len(name.parts) <= 4:
        return True
    if len(name.parts) == 1:
        return False
    last = name.parts[-1]
    return (last in lex.organization_heads and last not in lex.weak_heads) or name.parts[0] in lex.organization_first


def _speaks(name: Name, reading: Reading) -> bool:
    """Whether an unexplained acronym acts: "the RTSB said", "according to RTSB"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    if name.last < len(words) and words[name.last] in lex.speech_verbs:
        return True
    before = words[max(0, name.first - 2) : name.first]
    return before == ["according", "to"] or before[-1:] in (["the"], ["The"])


def _institutions(reading: Reading, names: Sequence[Name]) -> Iterator[_Institution]:
    """Institutions in lower case, with the country before them: "the Chinese foreign ministry"."""
    lex, text = reading.lex, reading.article.text
    nations = {(n.sentence, n.last): n for n in names if n.kind in (NameKind.DEMONYM, NameKind.PLACE)}
    covered = {(name.sentence, i) for name in names for i in range(name.first, name.last)}
    starting = reading.institutional
    for phrase in reading.phrases:
        words = phrase.words
        if phrase.titled or starting.isdisjoint(words):
            continue
        for i in [i for i, word in enumerate(words) if word in starting]:
            if (phrase.index, i) in covered:
                continue
            last = _institution_end(words, i, lex)
            if last is None:
                continue
            possessive = i > 0 and words[i - 1] in ("'s", "’s")
            nation = nations.get((phrase.index, i - 1 if possessive else i))
            alone = tuple(w.lower() for w in words[i:last]) not in lex.institutions_with_country
            if nation is not None and (alone or _is_whole(phrase, last, lex)):
                start = nation.start
            elif nation is None and alone and i > 0 and words[i - 1] in ("the", "The"):
                start = phrase.starts[i]
            else:
                continue
            end = phrase.ends[last - 1]
            yield _Institution(_clean(text[start:end]), start, end, phrase.index)


def _institution_end(words: Sequence[str], i: int, lex: Lexicon) -> int | None:
    """Where the longest institution that starts at word i ends."""
    for institution in lex.institutions[words[i].lower()]:
        last = i + len(institution)
        if tuple(word.lower() for word in words[i:last]) == institution:
            return last
    return None


def _is_whole(phrase: Phrase, last: int, lex: Lexicon) -> bool:
    """Whether an institution ends at word `last`, and is no part of a longer noun: "the Russian military operation"."""
    word = phrase.words[last] if last < len(phrase.words) else "."
    return not word[0].isalpha() or word in lex.function_words or word in lex.speech_verbs or word.endswith("ed")
