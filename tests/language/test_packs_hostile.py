"""Whatever a text holds, the packs find words of it at their place, and read it to its end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.extract import extract
from digest.language import packs

WORDS = """
sagte dijo según laut dass que er ella 1.234,5 3. 2,5 Millionen y Euro % März 2026 zwischen entre bis a und wie
zufolge Polizei Bonn Vigo zweihundertfünfzig treinta „ “ ” » « — – , . : ( ) - € $ \u200b ٣ A\u0301
"""
PHRASES = [
    "Anna Weber",
    "la alcaldesa",
    "mil millones",
    "vor zwei",
    "hace dos",
    "de marzo",
    "von der",
    "de la",
    "\n\n",
    " ",
]
PIECES = st.sampled_from([*WORDS.split(), *PHRASES])


@pytest.mark.parametrize("language", packs())
@given(pieces=st.lists(PIECES, max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_finding_stands_verbatim_at_its_place(language, pieces):
    article = plain_article(" ".join(pieces), article_id="a", language=language)
    found = extract(article)
    excerpts = [q.excerpt for q in found.quotes] + [s.excerpt for s in found.statements]
    excerpts += [f.excerpt for f in found.figures] + [f.measure for f in found.figures if f.measure]
    excerpts += [d.excerpt for d in found.dates] + [m.excerpt for p in found.people for m in p.mentions]
    excerpts += [q.speaker.mention for q in found.quotes if q.speaker]
    assert all(article.text[e.span.start : e.span.end] == e.text for e in excerpts)


TEXTS = {
    "cues": "sagte Anna Weber, dass er sagte, ",
    "marks": "„a “ «b » ",
    "dashes": "—a —dijo —b ",
    "numbers": "zwischen 1 und 2 Euro, zwei hundert y treinta ",
    "names": "Anna Weber von der und Ana Ruiz de la ",
    "words": "zweihundertdreiundzwanzigtausend" * 3 + " ",
}


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_long_lines_are_read_to_their_end(language, kind):
    text = TEXTS[kind] * (30_000 // len(TEXTS[kind]))
    found = extract(plain_article(text, article_id="a", language=language))
    assert all(text[q.excerpt.span.start : q.excerpt.span.end] == q.excerpt.text for q in found.quotes)
