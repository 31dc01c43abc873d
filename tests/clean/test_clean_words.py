"""The quick ways to look at a line find what the slow ones find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.clean.freeze import KeptLine, freeze
from digest.clean.look import PARAGRAPH, look_at
from digest.clean.words import WORD, is_sentence, make_tokens, plain
from digest.ingest import raw_from_text
from digest.model import BlockKind

TEXTS = st.one_of(st.text(), st.text("ab1 '’.-–—…_éß₂中\xa0", max_size=40))


@given(TEXTS)
def test_words_are_those_of_the_pattern(text: str) -> None:
    line = plain(text)
    assert make_tokens(line) == WORD.findall(line)


def test_words_of_a_long_paragraph_are_told_apart_when_they_are_asked_for() -> None:
    text = "The ferry-man’s boat left. " * 40
    look = look_at(text.strip())
    assert len(text) > PARAGRAPH
    assert look.tokens == WORD.findall(plain(text))


@given(st.sampled_from(["ended", "ended.", "ended.”", "“ended.” ", "ended…", "ended. )", "ended,", "ended [3]", ""]))
def test_the_end_of_a_sentence(text: str) -> None:
    assert is_sentence(text) == (text in ("ended.", "ended.”", "ended…", "ended. )"))


@given(st.text("aJé .!?”\xa0\u3000\u2009\u0301\t", min_size=1, max_size=30).filter(lambda text: text.strip() == text))
def test_sentences_are_pieces_of_the_text_in_their_order(text: str) -> None:
    frozen = freeze(raw_from_text(text, article_id="a"), [KeptLine(BlockKind.BODY, 0, len(text), 1)])
    ends = [0]
    for sentence in frozen.sentences:
        assert ends[-1] <= sentence.start < sentence.end <= len(text)
        assert not text[ends[-1] : sentence.start].strip()
        ends.append(sentence.end)
    assert not text[ends[-1] :].strip()


def test_a_sentence_ends_behind_two_closing_marks():
    text = "They are “no ‘thieves.’” The crowd left. “He asked ‘Why?’” Ito said."
    frozen = freeze(raw_from_text(text, article_id="a"), [KeptLine(BlockKind.BODY, 0, len(text), 1)])
    found = [text[sentence.start : sentence.end] for sentence in frozen.sentences]
    assert found == ["They are “no ‘thieves.’”", "The crowd left.", "“He asked ‘Why?’” Ito said."]
