"""Judge whether the words that stand for a source can speak: "the union" can, "the broken window" cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.extract.countries import gazetteer
from digest.extract.cues import Cues
from digest.extract.many import is_many
from digest.extract.name_lexicon import lexicon
from digest.language.background import rarity
from digest.language.terms import stem
from digest.model import Article, Speaker, SpeakerKind

DATELINE = re.compile(r"(?: \([\w. ]{2,20}\))? ?(?:—|–|--|- )")  # what follows "BERN" in "BERN (Agency) -- The …"
AFTER_QUOTE = re.compile(r",[\"”’'»“] $")  # “…,” Ito said
TWO_NAMES = re.compile(r"[A-Z][\w-]+ and [A-Z][\w-]+")  # "Bern and Thun"
YEAR = re.compile(r"[12]\d{3}$")
RARE = 6.0  # nats
FARTHEST = 100_000  # characters of an article in which a word is looked for; a longer one is no article
MOST_PLACES = 200  # where the word stands that are looked at
BEFORE = frozenset("abcdefghijklmnopqrstuvwxyz,;")  # what a space and a word in the middle of a sentence stand behind
CONTRACTED = re.compile(r"n[’']t$")  # "didn't"
POSSESSIVE = re.compile(r"[’']s?$")
PERSONS = re.compile(r"(?:ers?|ors?|ists?|[mM][ae]n|people|persons?|ians?|ants|ees|year-old)$")
"""How nouns for people end: "protesters", "investor", "economist", "cameraman"; the word lists know the exceptions."""


def can_speak(speaker: Speaker, article: Article, words: Cues) -> bool:
    """Whether a reader would take the speaker's name for somebody who says something.

    A known person, body or country can. A description can if its first noun, before "of" or "for", is a word for people
    for a body or for a document; a lone capitalised word if it is no adjective of a country and no dateline.
    """
    mention = speaker.mention.span
    if _dateline(article, mention.start, mention.end):
        return False
    if speaker.kind is SpeakerKind.DESCRIPTION:
        return TWO_NAMES.fullmatch(speaker.name) is not None or _described(speaker.name, article, mention.start, words)
    if speaker.kind is SpeakerKind.PERSON:
        if speaker.name.partition(" ")[0] in words.determiners or speaker.name.split()[-1].islower():  # "Ito's niece"
            return _described(speaker.name, article, mention.start, words)
        return _named(speaker.name, article, words)
    return True


def _dateline(article: Article, start: int, end: int) -> bool:
    """Whether the words open a paragraph and are followed by a dateline's dash."""
    opens = start == 0 or article.text[start - 1] == "\n"
    dash = DATELINE.match(article.text, end)
    return opens and dash is not None and (not dash[0].endswith("- ") or article.text[start:end].isupper())


def _named(name: str, article: Article, words: Cues) -> bool:
    """Whether a name is one: it does not end in a title, unless that is a surname ("Ann King"), or in an owner."""
    parts, lex = name.split(), lexicon(article.language)
    given = len(parts) > 1 and (parts[0] in lex.women or parts[0] in lex.men)
    return (
        parts[0][:1].isupper()
        and (given or parts[-1].rstrip(".") not in words.titles)
        and not any(POSSESSIVE.search(part) for part in parts[:-1])
    )


def _described(text: str, article: Article, start: int, words: Cues) -> bool:
    parts = text.split()
    if len(parts) > 2 and parts[0] in words.pronominal and parts[1] in words.owns:
        parts = parts[2:]  # "one of Ms Ito's aides"
    ends = [part in words.prepositions or part in words.after_noun for part in parts]
    head = next((i - 1 for i, end in enumerate(ends) if i and end), len(parts) - 1)
    noun, opener = parts[head], parts[0]
    if (
        text.lower() == "people"
        or ends[0]
        or opener in words.relatives
        or opener.lower() == "last"
        or YEAR.match(opener)
    ):
        return False
    if any(CONTRACTED.search(p) or p in words.pronouns or p in words.relatives for p in parts):
        return False
    lone = len(parts) == 1 and noun.islower() and not _are_several(noun, article, words)  # "in brief remarks"
    if lone or noun.lower() in words.issued or _has_verb(parts, head, words):
        return False
    if len(parts) == 1 and noun[:1].isupper():
        return _speaks(noun, article, words) or _lone_name(noun, article, start)
    if noun[:1].isupper():  # "The Post", but not "Often Bern", "The Spanish"
        peoples = gazetteer(article.language).people
        own = opener.lower() == "the" and noun not in peoples
        many = noun in peoples and noun.endswith("s") and opener not in words.determiners  # "Two Spaniards"
        return _speaks(noun, article, words) or own or many or _are_many(parts, head, article)
    return _speaks(noun, article, words)


def _are_many(parts: Sequence[str], head: int, article: Article) -> bool:
    """Whether the words are a name of many: "Western Republicans"."""
    lex = lexicon(article.language)
    whole = head == len(parts) - 1 and parts[0].lower() not in lex.function_words
    return whole and is_many(parts[-1], lex, article.language)


def _has_verb(parts: list[str], head: int, words: Cues) -> bool:
    """Whether the words hold a clause: "a spokesman for the party offered help", "issued a statement"."""
    if parts[0].endswith("ed") and len(parts) > 1 and parts[1] in words.determiners:
        return True
    if any(p in words.pasts and p not in words.also_nouns for p in (*parts[1:head], *parts[head + 1 :])):
        return True
    behind = head + 1 if parts[0] in words.determiners else 1
    done = range(behind, len(parts))  # "the letter from Bern obtained by the club" holds none
    return any(parts[i].islower() and parts[i].endswith("ed") and parts[i + 1 : i + 2] != ["by"] for i in done)


def _speaks(noun: str, article: Article, words: Cues) -> bool:
    """Whether a noun is a word for people, for a body or for a document."""
    lex = lexicon(article.language)
    low = POSSESSIVE.sub("", noun).lower()
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y"}
    if forms & lex.women_words or forms & lex.men_words:
        return True
    if forms & words.speaking or forms & words.heads or forms & words.channels or forms & words.stands_for.keys():
        return True
    return bool(PERSONS.search(low)) and not forms & words.silent and len(low) > 4


def _are_several(noun: str, article: Article, words: Cues) -> bool:
    """Whether a lone noun is one of several: "officials", "police"."""
    plural = noun.endswith("s") and not noun.endswith("ss")
    return (
        plural
        or noun in words.plurals | words.collectives
        or is_many(noun, lexicon(article.language), article.language)
    )


def is_body(text: str, article: Article, words: Cues) -> bool:
    """Whether a description is of a body, which nobody calls "he": "his group", "the ministry in Bern"."""
    parts = text.split()
    ends = (i for i, part in enumerate(parts) if i and (part in words.prepositions or part in words.after_noun))
    noun = POSSESSIVE.sub("", parts[next(ends, len(parts)) - 1])
    lex = lexicon(article.language)
    heads = lex.organization_heads - lex.weak_heads
    head = noun.capitalize() in heads and not PERSONS.search(noun)
    return head or noun.lower() in lex.group_words or noun in lex.institutions


def _lone_name(word: str, article: Article, start: int) -> bool:
    """Whether a lone capitalised word is a name: in the middle of some sentence too, and no country's adjective."""
    places = gazetteer(article.language)
    town = word.title() in places.names and word not in places.states  # where the article was written
    if len(word) < 2 or word in places.people or town:
        return False
    before = article.text[max(0, start - 3) : start]
    inside = before[1:2].isalpha() or AFTER_QUOTE.match(before) is not None
    if inside or _in_the_middle(word, article.text):
        return True
    return not word.endswith("ing") and _rare(word, article.language)  # "Rebutting charges that …" names nobody


def _in_the_middle(word: str, text: str) -> bool:
    """Whether a word stands behind another one, or behind a comma, anywhere in a text."""
    at = text.find(f" {word}", 0, FARTHEST)
    for _ in range(MOST_PLACES):
        if at < 0:
            return False
        after = text[at + 1 + len(word) : at + 2 + len(word)]
        if at and text[at - 1] in BEFORE and not (after.isalnum() or after == "_"):
            return True
        at = text.find(f" {word}", at + 1, FARTHEST)
    return False


def _rare(word: str, language: str) -> bool:
    """Whether a word is so rare in the language that it opens a sentence as a name only."""
    return rarity(stem(word, language=language), language=language) >= RARE
