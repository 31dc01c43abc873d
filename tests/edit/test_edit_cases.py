"""What an editor writes changes a story as `cases/` says: one story, one file, and what is different afterwards."""

import difflib
from decimal import Decimal
from pathlib import Path

import pytest

from digest.clean.lines import plain_article
from digest.config.story import load_stories
from digest.edit import apply_edits
from digest.model import (
    Cluster,
    Comparison,
    EditorText,
    Excerpt,
    Figure,
    FigureRow,
    Findings,
    Form,
    Mention,
    Person,
    Quote,
    QuoteGroup,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Story,
    StoryPerson,
    SummarySentence,
    Verdict,
)

CASES = Path(__file__).parent / "cases"

COURIER = """\
The cranes have stood still since Monday. “The cranes stand still, and so do we,” said union leader Mara Quill.
She wants “not a cent less” than last year’s raise. Some 1,500 workers have walked out. The port called it a “no go”.
The port puts the damage at €2 million a day."""
HERALD = """\
The cranes have stood still since Monday. “The cranes stand still,” Maria Quill said, “and so do we.”
Over 1,500 workers stay at home. Port director Tom Reed spoke of a “harbour of shame” and called strikes a “no go”.
Exports fell by 12 per cent in the year to March."""


def story():
    """Two articles about a strike, with findings made by hand."""
    one = plain_article(COURIER, article_id="courier", title="Dock workers walk out")
    two = plain_article(HERALD, article_id="herald", title="Harbour at a standstill")

    def at(article, words):
        start = article.text.index(words)
        return Excerpt(span=Span(article_id=article.id, start=start, end=start + len(words)), text=words)

    def person(article, name):
        excerpt = at(article, name)
        mention = Mention(excerpt=excerpt, sentence=article.sentence_at(excerpt.span.start), form=Form.NAME)
        return Person(name=name, mentions=(mention,))

    def said(article, words, *, by=None, **more):
        excerpt = at(article, words)
        speaker = Speaker(name=by, kind=SpeakerKind.PERSON, mention=at(article, by)) if by else None
        sentence = article.sentence_at(excerpt.span.start)
        confidence = 0.9 if by else 0.0
        kind = QuoteKind.PARTIAL
        return Quote(excerpt=excerpt, sentence=sentence, kind=kind, speaker=speaker, confidence=confidence, **more)

    def figure(article, words, value, **more):
        excerpt = at(article, words)
        sentence = article.sentence_at(excerpt.span.start)
        return Figure(excerpt=excerpt, sentence=sentence, value=Decimal(value), unit="", key=True, **more)

    quill, maria, reed = person(one, "Mara Quill"), person(two, "Maria Quill"), person(two, "Tom Reed")
    q1 = said(one, "The cranes stand still, and so do we", by="Mara Quill")
    q2 = said(two, "The cranes stand still", by="Maria Quill")
    cent = said(one, "not a cent less")
    shame = said(two, "harbour of shame", by="Tom Reed")
    no_go1 = said(one, "no go", show=False)
    no_go2 = said(two, "no go", by="Tom Reed")
    f1, f2 = figure(one, "Some 1,500 workers", 1500), figure(two, "Over 1,500 workers", 1500)
    euro = figure(one, "€2 million", 2_000_000)
    fall = figure(two, "12 per cent", 12, source=Speaker(name="Maria Quill", kind="person", mention=at(two, "Reed")))
    statement = Statement(
        excerpt=at(two, "Over 1,500 workers stay at home"),
        sentence=two.sentence_at(two.text.index("Over")),
        speaker=Speaker(name="Maria Quill", kind=SpeakerKind.PERSON, mention=at(two, "Maria Quill")),
        cue=at(two, "said"),
    )
    first = one.sentence_excerpt(1)
    return Story(
        id="s1",
        slug="harbour-strike",
        title=one.headline,
        summary=(SummarySentence(excerpt=first, also=(two.sentence_excerpt(1),)),),
        articles=(one, two),
        findings=(
            Findings(article_id="courier", quotes=(q1, cent, no_go1), figures=(f1, euro), people=(quill,)),
            Findings(
                article_id="herald",
                quotes=(q2, shame, no_go2),
                figures=(f2, fall),
                people=(maria, reed),
                statements=(statement,),
            ),
        ),
        cluster=Cluster(article_ids=("courier", "herald"), similarity=((1.0, 0.5), (0.5, 1.0))),
        comparison=Comparison(
            quotes=(
                QuoteGroup(quotes=(q1, q2), speaker=q1.speaker),
                QuoteGroup(quotes=(cent,), speaker=None),
                QuoteGroup(quotes=(shame,), speaker=shame.speaker),
                QuoteGroup(quotes=(no_go2,), speaker=no_go2.speaker),
            ),
            figures=(
                FigureRow(figures=(f1, f2), verdict=Verdict.AGREE),
                FigureRow(figures=(euro,), verdict=Verdict.ONLY),
                FigureRow(figures=(fall,), verdict=Verdict.ONLY),
            ),
            people=(
                StoryPerson(
                    name="Mara Quill",
                    slug="mara-quill",
                    aliases=("Quill",),
                    roles=(at(one, "union leader"),),
                    mentions=(("courier", 1),),
                    first=(at(one, "Mara Quill"),),
                ),
                StoryPerson(
                    name="Maria Quill",
                    slug="maria-quill",
                    aliases=(),
                    roles=(),
                    mentions=(("herald", 1),),
                    first=(at(two, "Maria Quill"),),
                ),
                StoryPerson(
                    name="Tom Reed",
                    slug="tom-reed",
                    aliases=(),
                    roles=(at(two, "Port director"),),
                    mentions=(("herald", 1),),
                    first=(at(two, "Tom Reed"),),
                ),
            ),
        ),
    )


def told(given):
    """A story in lines, so that two can be compared."""
    lines = [f"{_kind(given.title)}title: {given.title.text}"]
    lines += [f"{name}: {getattr(given, name)}" for name in ("tags", "note", "pinned", "order")]
    if isinstance(given.summary, EditorText):
        lines.append(f"editor's summary: {given.summary.text!r}")
    else:
        lines += [f"summary: {s.excerpt.text} [{_where(s.excerpt)}, {len(s.also)} more]" for s in given.summary]
    for group in given.comparison.quotes:
        cuts = " / ".join(f"{q.excerpt.text} [{_where(q.excerpt)}]" for q in group.quotes)
        lines.append(f"quotation: {cuts} — {_who(group.speaker)}")
    for row in given.comparison.figures:
        lines.append("figure: " + " / ".join(f"{f.excerpt.text} [{_where(f.excerpt)}]" for f in row.figures))
    for person in given.comparison.people:
        roles = [role.text for role in person.roles] + [f"editor: {person.editor_role}"] * bool(person.editor_role)
        also = f" also {', '.join(person.aliases)}" if person.aliases else ""
        lines.append(f"person: {person.name} ({person.slug}){also}; {', '.join(roles)}; in {len(person.mentions)}")
    for found in given.findings:
        lines += [f"{found.article_id}: “{q.excerpt.text}” — {_who(q.speaker)}, {q.confidence}" for q in found.quotes]
        lines += [f"{found.article_id}: {f.excerpt.text} — {_who(f.source)}" for f in found.figures]
        lines += [f"{found.article_id}: statement — {_who(s.speaker)}" for s in found.statements]
        lines += [f"{found.article_id}: {p.name}" for p in found.people]
    return lines


def _kind(title):
    return "editor's " if isinstance(title, EditorText) else ""


def _where(excerpt):
    return excerpt.span.article_id


def _who(speaker):
    if speaker is None:
        return "nobody"
    return f"{speaker.name}, by the editor ({speaker.mention.text})" if speaker.edited else speaker.name


def difference(text, folder):
    """What is different after an editor's file, and what is said about it."""
    (folder / "stories").mkdir(exist_ok=True)
    (folder / "stories" / "harbour-strike.yml").write_text(text + "\n", encoding="utf-8")
    (file,), problems = load_stories(folder / "stories", root=folder)
    assert not problems, str(problems[0])
    before = story()
    after, warnings = apply_edits(before, file)
    changes = [line for line in difflib.ndiff(told(before), told(after)) if line[0] in "+-"]
    return "\n".join([*changes, *map(str, warnings)]) or "(nothing)"


def cases():
    """Title, input and expected output of every case, parted by lines that hold a dot."""
    found = []
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").rstrip("\n.").split("\n.\n\n"):
            title, text, expected = case.split("\n.\n")
            found.append(pytest.param(text, expected, id=f"{file.stem}: {title.strip()}"))
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_case(text, expected, tmp_path):
    assert difference(text, tmp_path) == expected
