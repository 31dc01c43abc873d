"""Join the names of an article into places, and see when a capital stands for its government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from digest.extract.countries import gazetteer
from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase, Reading
from digest.model import Form, Mention, Place


def join_places(reading: Reading, names: Sequence[Name], *, taken: frozenset[tuple[int, int]]) -> list[Place]:
    """Find the places among the names that are nobody's (`taken` holds the people's places)."""
    article = reading.article
    lex = reading.lex
    governments = gazetteer(article.language).governments
    phrases = reading.phrases
    mentions: dict[str, list[Mention]] = defaultdict(list)
    countries: dict[str, str | None] = {}
    for name in names:
        if (name.start, name.end) in taken:
            continue
        form, place, country = Form.NAME, " ".join(name.text.split()), None
        if name.kind is NameKind.DEMONYM and name.place is not None:
            form, place, country = Form.DEMONYM, name.place.place, name.place.country
        elif name.kind is NameKind.PLACE:
            if name.place is not None:
                place, country = name.place.place, name.place.country
                nation = governments.get(name.text)
                if nation and stands_for_government(name, phrases[name.sentence], lex):
                    form, place, country = Form.METONYM, nation, nation
        elif name.kind is not NameKind.OPEN or not _in_place(name, phrases[name.sentence], lex):
            continue
        countries.setdefault(place, country)
        mentions[place].append(
            Mention(excerpt=article.excerpt(name.start, name.end), sentence=name.sentence, form=form)
        )
    places = [Place(name=place, mentions=tuple(found), country=countries[place]) for place, found in mentions.items()]
    return sorted(places, key=lambda p: (p.mentions[0].excerpt.span.start, p.name))


def stands_for_government(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a capital acts, or is acted upon, as its government does: "Beijing says", "sanctions against Moscow"."""
    words = phrase.words
    before = words[name.first - 1].lower() if name.first else ""
    after = words[name.last] if name.last < len(words) else ""
    if before == "the" or before in lex.place_words or before == ",":
        return False
    if after == "," and name.last + 1 < len(words) and words[name.last + 1][0].isupper():
        return False
    if before in lex.government_words or before == "-" or after == "-":
        return True
    if after in ("'s", "’s"):
        return True
    return after in lex.speech_verbs or after in lex.acting_words or (len(after) > 3 and after.endswith(("ed", "es")))


def _in_place(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether an open name is a place because of "in" before it and a known place after it: "in Kayes, Mali"."""
    words = phrase.words
    if (
        len(name.parts) > 3
        or not name.text[-1].isalpha()
        or "-" in name.text
        or any(part.lower() in lex.ordinary for part in name.parts)
    ):
        return False
    before = words[name.first - 1].lower() if name.first else ""
    following = words[name.last + 1] if name.last + 1 < len(words) and words[name.last] == "," else ""
    entry = lex.known.get(following, ())
    if any(known.place is not None for known in entry):
        return before in ("in", "at", "near", "from", "of", "to", "outside")
    return before in ("in", "near") and (
        name.last >= len(words) or words[name.last] in (".", ",", "and", "on", "after")
    )
