"""See whom "her father" and "the letter from Ms Ito" mean: a relative whom the article names, the one who wrote."""

from __future__ import annotations

from collections.abc import Iterable

from digest.extract.cues import Cues
from digest.extract.name_lexicon import lexicon
from digest.model import Article, Excerpt, Person

BEHIND = 20  # characters behind a letter in which it is said by whom it was released
OWNER = 40  # characters before a role in which its owner stands: "his late stepfather"


def relative(article: Article, description: Excerpt, people: Iterable[Person]) -> str | None:
    """The one person of the article who is called so: "her father", where "her father, Jan Ito," is named.

    Nobody where several are, or where the one belongs to a man and the other to a woman.
    """
    owner, *noun = description.text.lower().split()
    lex = lexicon(article.language)
    if len(noun) != 1 or noun[0] not in lex.kin or owner not in lex.bound:
        return None
    fitting = {
        person.name
        for person in people
        for role in person.roles
        if role.text.lower().split()[-1] == noun[0] and _owner(article, role) in (None, lex.bound[owner])
    }
    return fitting.pop() if len(fitting) == 1 else None


def _owner(article: Article, role: Excerpt) -> str | None:
    """Whose relative somebody is, as far as a pronoun tells: "f" for "her father"."""
    start = role.span.start
    before = article.text[max(0, start - OWNER) : start].split() + role.text.split()[:-1]
    bound = lexicon(article.language).bound
    return next((bound[word.lower()] for word in reversed(before[-3:]) if word.lower() in bound), None)


def writer_start(article: Article, description: Excerpt, words: Cues) -> int | None:
    """Where behind "the letter from" or "a statement released by" the words begin that name who wrote it."""
    end = description.span.end
    parts = (description.text + article.text[end : end + BEHIND].partition("\n")[0]).split()
    at = next((i for i, part in enumerate(parts) if part in words.written_by), 0)
    noun = at - 2 if at > 1 and parts[at - 1] in words.put_out else at - 1
    if noun != at - 1 and noun > 0 and parts[noun - 1].lower() in words.whose_letters:
        return None  # "a family statement released by Ms Ito": the family's
    inside = noun < len(description.text.split())
    if at and inside and parts[noun].lower() in words.letters and at + 1 < len(parts):
        return description.span.start + len(" ".join(parts[: at + 1])) + 1
    return None
