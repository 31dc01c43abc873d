"""Turn the words that name a source into a speaker: "he" and "the minister" into the person they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from digest.extract.antecedents import Antecedents
from digest.extract.apposed import is_named
from digest.extract.called import is_body_called
from digest.extract.countries import gazetteer
from digest.extract.cues import Cues
from digest.extract.entities import Entities
from digest.extract.full_names import ENDING, NAME, full_name, full_names
from digest.extract.introduced import introduced
from digest.extract.joined import before_name, with_other
from digest.extract.kin import relative, writer_start
from digest.extract.many import is_many
from digest.extract.meant import has_shape, is_of_a_people, may_take_up, meant, near_start
from digest.extract.mentions import Known
from digest.extract.name_lexicon import lexicon
from digest.extract.stated_roles import has_role, stands_for
from digest.extract.strangers import somebody_speaks
from digest.model import Article, Excerpt, Form, KnownBy, Mention, Person, Speaker, SpeakerKind

WORD = re.compile(r"\w+(?:-\w+)*")
MARK_OR_WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
CALLED = 40  # characters before a name that tell what is called so
CLAUSE = 40  # characters behind a name that tell of a woman or a man: "acknowledged that she"
RECENT = 40  # mentions back in which the bearer of an office is looked for
NEW = 1500  # characters back in which somebody new is looked for
OWNS = ("'s ", "’s ")
AHEAD = 4  # characters before a name: "the", "Ms."


class Names(Antecedents):
    """The same with the words of English sentences: who is meant by the words that name a source."""

    def __init__(self, article: Article, entities: Entities, words: Cues) -> None:
        super().__init__(article, entities, words)
        self.countries = gazetteer(article.language)

    @cached_property
    def full(self) -> Mapping[str, str]:
        """Last names with the full name that the article gives first: "Ito" -> "Ann Ito"."""
        return full_names(self.article, self.words)

    @cached_property
    def first_at(self) -> Mapping[str, int]:
        """Where the article first has each word, in lower case."""
        matches = list(WORD.finditer(self.article.text))
        matches.reverse()  # so that the first one stays
        return {match[0].lower(): match.start() for match in matches}

    def named_within(self, start: int, end: int) -> frozenset[str]:
        """The people whom the words at `start..end` name, not counting pronouns and descriptions."""
        forms = (Form.NAME, Form.PART)
        return frozenset(m.name for m in self.at(start, end) if m.kind is SpeakerKind.PERSON and m.form in forms)

    def speaker(self, start: int, end: int, form: Form, *, but: Set[str] = frozenset()) -> Speaker | None:
        """The speaker whom the words at `start..end` name; None for a pronoun that stands for nobody known.

        `but` are people whom a pronoun or a description cannot mean: nobody tells or names himself.
        """
        excerpt = self.article.excerpt(start, end)
        if form is Form.PRONOUN and (clitic := ENDING.search(excerpt.text)):  # "he’s predicting"
            excerpt = self.article.excerpt(start, end - len(clitic[0]))
        known = self._known(excerpt, form)
        if known and known.form is Form.DESCRIPTION and self._is_other(excerpt, known.name):
            known = None
        if known and (known.name not in but or known.form in (Form.NAME, Form.PART)):
            one = Speaker(name=known.name, kind=known.kind, mention=excerpt, known_by=self._how(known))
            return (
                one
                if form is Form.PRONOUN
                else with_other(one, known.start if is_named(known) else start, self, self.words)
            )
        if form is Form.PRONOUN:
            return self.antecedent(excerpt, but)
        whole = self._with_the(excerpt)
        if whole != excerpt and is_of_a_people(excerpt.text, self.countries):  # "the Pole"
            excerpt, form = whole, Form.DESCRIPTION
        return with_other(self._by_words(excerpt, form, but), excerpt.span.start, self, self.words)

    def _by_words(self, excerpt: Excerpt, form: Form, but: Set[str]) -> Speaker:
        """The speaker whom a name or a description means that is no mention of anybody known."""
        end = excerpt.span.end
        text = ENDING.sub("", excerpt.text)
        who, perhaps = self._taken_up(excerpt, but)
        apposed, described = self.apposed(end) or self.named_before(excerpt), self._described(excerpt, but)
        if form is Form.DESCRIPTION and not apposed and (one := self._related(excerpt, but)):
            return one
        if who and not apposed and not described:
            mention = self._with_the(excerpt)
            return Speaker(name=who.name, kind=SpeakerKind.PERSON, mention=mention, known_by=KnownBy.NEAR)
        if form is Form.NAME:
            return self._by_name(excerpt, text)
        if apposed or described:
            how = KnownBy.NAME if apposed else KnownBy.ROLE
            return Speaker(name=apposed or described or "", kind=SpeakerKind.PERSON, mention=excerpt, known_by=how)
        if unknown := self.apposed_name(excerpt):
            return unknown
        how = KnownBy.PERHAPS if perhaps else KnownBy.ITSELF
        return Speaker(name=text, kind=SpeakerKind.DESCRIPTION, mention=excerpt, known_by=how)

    def _by_name(self, excerpt: Excerpt, text: str) -> Speaker:
        """The speaker whom a name means that the article's people, bodies and places do not have."""
        bare = self._without_titles(text)
        full = self.full.get(bare, bare)
        name = bare if self._is_of_other_sex(full, excerpt.span.end) else full
        other = before_name(self.article.text, excerpt.span.start, self.words)
        kind = SpeakerKind.DESCRIPTION if other else self._kind(name, text)
        if kind is SpeakerKind.PERSON and name not in self.kinds:
            before = self.article.text[max(0, excerpt.span.start - CALLED) : excerpt.span.start].split()
            if is_body_called(before, self.words.called, lexicon(self.article.language).organization_heads):
                kind = SpeakerKind.ORGANIZATION
        return Speaker(name=f"{other} and {name}" if other else name, kind=kind, mention=excerpt)

    def _related(self, excerpt: Excerpt, but: Set[str]) -> Speaker | None:
        """Whom "her father" and "the woman" mean, or who wrote "the letter from Ms Ito"."""
        name = relative(self.article, excerpt, self.by_name.values())
        start = writer_start(self.article, excerpt, self.words)
        wrote = self._writer(start) if start is not None else None
        if wrote is not None:
            return Speaker(name=wrote.name, kind=wrote.kind, mention=excerpt, known_by=KnownBy.NAME)
        whose = self.article.text[start : excerpt.span.end] if start is not None else ""  # "the airline"
        if whose.startswith("the ") and self.words.prepositions.isdisjoint(whose.split()):
            return Speaker(name=whose, kind=SpeakerKind.DESCRIPTION, mention=excerpt, known_by=KnownBy.ITSELF)
        name = name or introduced(self.article, excerpt, self.by_name.values(), self.words.indefinite)
        if name is None or name in but:
            return None
        return Speaker(name=name, kind=SpeakerKind.PERSON, mention=excerpt, known_by=KnownBy.ROLE)

    def _writer(self, start: int) -> Known | None:
        """Who is named right behind "a letter from", if the name is no part of more: "a letter from Ito supporters"."""
        wrote = next((m for m in self.at(start, start + AHEAD + 1) if m.start >= start), None)
        if wrote is not None and self.article.text.startswith(OWNS, wrote.end):
            return None  # "a letter from Ito's office"
        if wrote is None or wrote.form not in (Form.NAME, Form.PART, Form.ACRONYM, Form.METONYM):
            return None
        behind = WORD.match(self.article.text, wrote.end + 1)
        closed = behind is None or self.article.text[wrote.end] != " "
        goes_on = self.words.prepositions | self.words.put_out | self.words.speech
        return wrote if closed or (behind is not None and behind[0] in goes_on) else None

    def _how(self, known: Known) -> KnownBy:
        """How a mention that the article's people have leads to its person."""
        if known.form is Form.PRONOUN:
            return self.pronouns.get(known.start, KnownBy.FIRST)
        return KnownBy.ROLE if known.form is Form.DESCRIPTION else KnownBy.NAME

    def _taken_up(self, excerpt: Excerpt, but: Set[str]) -> tuple[Person | None, bool]:
        """The one person nearby whom "the climber" and "the Pole" mean, and whether they may mean somebody unsaid."""
        whole = self._with_the(excerpt)
        if not has_shape(whole):
            return None, False
        low, high = near_start(self.article, whole), whole.span.start
        near = self.persons[bisect_left(self.person_starts, low) : bisect_left(self.person_starts, high)]
        named = [self.by_name[name] for name in dict.fromkeys(m.name for m in near) if name not in but]
        others = self._unknown(low, high)
        noun = whole.text.rpartition(" ")[2].lower()
        new = min(self.first_at.get(form, high) for form in (noun, f"{noun}s")) >= high
        who = meant(self.article, whole, [*named, *others], self.words, new=new)
        somebody = new and bool(named or others) and may_take_up(self.article, whole, self.words)
        return who, who is None and somebody

    def _unknown(self, low: int, high: int) -> list[Person]:
        """Full names in a stretch of text that are nothing known: people, as likely as not."""
        found: dict[str, list[Mention]] = {}
        for match in NAME.finditer(self.article.text, low, high):
            parts = full_name(match, self.words)
            if parts and self._may_be_somebody(match[0], parts) and not self.at(match.start(), match.end()):
                excerpt = self.article.excerpt(match.start(), match.end())
                mention = Mention(excerpt=excerpt, sentence=self.article.sentence_at(match.start()), form=Form.NAME)
                found.setdefault(" ".join(parts), []).append(mention)
        return [Person(name=name, mentions=tuple(mentions)) for name, mentions in found.items()]

    def _may_be_somebody(self, text: str, parts: Sequence[str]) -> bool:
        """Whether a name has no short form ("RAF Thun"), and is not of two lines ("Bern Games" and "Speaking …")."""
        short = any(len(part) > 1 and part.isupper() for part in parts)
        return not short and "\n" not in text and parts[-1] not in self.words.prepositions

    def _with_the(self, excerpt: Excerpt) -> Excerpt:
        """The words with the article before them: a lone "Pole" is read as a name."""
        start = excerpt.span.start
        opens = start >= 4 and self.article.text[start - 4 : start] in ("the ", "The ")
        return self.article.excerpt(start - 4, excerpt.span.end) if opens else excerpt

    def _known(self, excerpt: Excerpt, form: Form) -> Known | None:
        """The mention that the words end in; of a description only one that is the whole, or a person named last."""
        start, end = excerpt.span.start, excerpt.span.end
        for mention in reversed(self.at(start, end)):
            if mention.end < end - 2 or mention.form is Form.DEMONYM:
                continue
            before = self.article.text[start : mention.start].split()
            while before and before[-1].rstrip(".") in self.words.titles:
                del before[-1]  # "the letter to Mayor Ito"
            if form is not Form.DESCRIPTION or not before or (len(before) == 1 and before[0].lower() == "the"):
                return mention
            if mention.kind is SpeakerKind.PERSON and (
                stands_for(self.by_name[mention.name], start, mention.start)
                or not (before[-1] in self.words.prepositions or any(w in self.words.belongs for w in before))
            ):
                return mention
        return None

    def _is_of_other_sex(self, name: str, end: int) -> bool:
        """Whether the clause behind a lone name tells that another person than `name` bears it: "Ito said she"."""
        verb, *behind = self.article.text[end : end + CLAUSE].split()[:3] or [""]
        told = [word for word in behind if word not in self.words.that][:1] if verb in self.words.speech else []
        gender = lexicon(self.article.language).pronouns.get(told[0]) if told else None
        return gender is not None and self.genders.get(name, gender) != gender

    def _kind(self, name: str, text: str) -> SpeakerKind:
        """What a name is: as the article's own, or as far as the looks of an unknown one tell."""
        if name in self.kinds:
            return self.kinds[name]
        parts, lex = name.split(), lexicon(self.article.language)
        many = is_many(parts[-1], lex, self.article.language) or (len(parts) > 1 and parts[-1] in lex.no_names)
        if parts[0] not in lex.given and many:
            return SpeakerKind.DESCRIPTION  # "Western Republicans"
        if len(parts) > 1 and self._is_body(parts):
            return SpeakerKind.ORGANIZATION
        if text.partition(" ")[0].rstrip(".") in self.words.titles or (len(parts) > 1 and parts[0] != "The"):
            return SpeakerKind.PERSON
        return SpeakerKind.DESCRIPTION

    def _is_body(self, parts: Sequence[str]) -> bool:
        """Whether words are a body's: "Police" of "Bern Police", "Bern Zoo", "Bern Mayor's Office"."""
        lex = lexicon(self.article.language)
        if parts[0] not in lex.given and parts[-1] in lex.organization_heads - lex.weak_heads:
            return True
        if ENDING.search(parts[-2]) and parts[-1].lower() in self.words.heads | self.words.speaking:
            return True
        of_place = any(len(known.words) == 1 for known in lex.known.get(parts[0], ()))
        return of_place and parts[0] not in lex.given | lex.weak_given

    def _described(self, excerpt: Excerpt, but: Set[str]) -> str | None:
        """The person whom "the Chinese diplomat" stands for: the last one named before whose role or country fits."""
        parts = excerpt.text.split()
        if len(parts) < 2 or parts[0].lower() not in ("the", "this", "that") or len(parts) > 6:
            return None
        head = parts[-1].lower()
        roles = self.words.stands_for.get(head, (head,))
        country = next((self.countries.people[p].country for p in parts[1:-1] if p in self.countries.people), None)
        upto = bisect_left(self.person_starts, excerpt.span.start)
        language = self.article.language
        low = near_start(self.article, excerpt) if head in lexicon(language).common_roles else 0
        near = (m for m in reversed(self.persons[max(0, upto - RECENT) : upto]) if m.start >= low)
        recent = [m.name for m in near if m.name not in but]
        lesser = any(part.lower() in self.words.lesser for part in parts[1:-1])  # "the former vice president"
        if not self.words.prepositions.isdisjoint(parts):  # "the mayor of Mesa"
            roles = (" ".join(parts[1:]).lower(),)
        people = [self.by_name[name] for name in dict.fromkeys(recent)]
        own = [p.name for p in people if has_role(p, roles, self.words, language, lesser=lesser, field=parts[-2])]
        fitting = [name for name in own if not self._is_new(excerpt, name)]
        if country is not None:
            own = [name for name in fitting if self.by_name[name].country == country]
            fitting = own or [name for name in fitting if self.by_name[name].country is None]
        return fitting[0] if fitting else None

    def _is_other(self, description: Excerpt, name: str) -> bool:
        """Whether a description that fits somebody means another: somebody new, or one of a higher role."""
        parts = description.text.lower().split()
        if self._is_new(description, name) or any(part in self.words.lesser for part in parts):
            return self._is_new(description, name)
        low = has_role(self.by_name[name], parts[-1:], self.words, self.article.language, lesser=True)
        return low and not has_role(self.by_name[name], parts[-1:], self.words, self.article.language, lesser=False)

    def _is_new(self, description: Excerpt, name: str) -> bool:
        """Whether, after somebody was named, another one came whom "the official" takes up: "one official"."""
        high = description.span.start
        named = [m.end for m in self.persons if m.name == name and m.end <= high and m.form in (Form.NAME, Form.PART)]
        noun = description.text.rpartition(" ")[2]
        low = max(named, default=0)
        starts = "|".join(sorted(self.words.indefinite))
        new = rf"\b(?:{starts})(?: [\w.'’-]+){{0,4}} {re.escape(noun)}\b"
        between = self.article.text[max(low, high - NEW) : high] if named else ""
        lex = lexicon(self.article.language)
        if noun in lex.common_roles and somebody_speaks(MARK_OR_WORD.findall(between), lex):
            return True  # "one investigator said"
        found = (between[: match.start()].split() for match in re.finditer(new, between, re.IGNORECASE))
        return any(len(before) > 2 for before in found)  # but "Ann Ito, an official" and "Ann Ito is an official"

    def _without_titles(self, text: str) -> str:
        parts = text.split()
        while len(parts) > 1 and parts[0].rstrip(".") in self.words.titles:
            parts = parts[1:]
        return " ".join(parts)
