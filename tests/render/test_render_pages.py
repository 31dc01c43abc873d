"""The pages of small stories: their order, their citations, and what they say where nothing is known."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from render.render_stories import alone, find, storm

from digest.diagnostics import DigestError
from digest.model import Excerpt, Known, Origin, Story
from digest.render import render_pages
from digest.render.citations import cite, marked_quote, opening, quote
from digest.verify.claims import read_page

TEMPLATES = Path(__file__).parents[2] / "site_templates"


def pages(*stories: Story, templates: tuple[Path, ...] = (TEMPLATES,)) -> dict[str, str]:
    return {p.path: p.text for p in render_pages(stories, site_name="The Digest", templates=templates)}


def story_text(story: Story) -> str:
    return pages(story)[f"stories/{story.slug}.md"]


def headings(text: str) -> list[str]:
    return re.findall(r"^##? (.*)$", text, re.MULTILINE)


def test_there_is_a_page_for_everything() -> None:
    assert list(pages(storm(), alone())) == [
        "articles/alone.md",
        "articles/bay.md",
        "articles/post.md",
        "cleaning.md",
        "feed.json",
        "feed.xml",
        "index.md",
        "outlets.md",
        "people.md",
        "people/mary-byrne.md",
        "sources.md",
        "stories/alone.md",
        "stories/harbour-closes.md",
        "topics.md",
    ]


def test_the_same_stories_give_the_same_pages() -> None:
    assert pages(storm(), alone()) == pages(storm(), alone())


def test_the_sections_of_a_story_stand_in_their_order() -> None:
    assert headings(story_text(storm())) == [
        "Harbour closes as storm nears [[1]](../articles/bay.md#sentence-1)",
        "Summary",
        "Key figures",
        "People",
        "Who said what",
        "What the articles agree on",
        "Where they differ",
        "Only in one of the 2 articles here",
        "Said without quotation marks",
        "Sources",
        "Why these articles are one story",
    ]


def test_sections_with_nothing_to_say_are_left_out() -> None:
    text = story_text(alone())
    assert headings(text) == ["A title of ours", "Summary", "Nothing to compare", "Sources"]
    assert "Only one article here tells this story" in text
    assert "*Headline written by the editor.*" in text
    assert "*Summary written by the editor.*" in text


def test_every_claim_stands_in_the_sentence_that_it_cites() -> None:
    story = storm()
    texts = {article.id: article for article in story.articles}
    checked = 0
    for path, page in pages(story).items():
        for claim in read_page(page).claims:
            article = texts[claim.article_id]
            sentence = article.sentences[claim.sentence - 1]
            onward = " ".join(article.text[sentence.start :].split())  # several sentences are cited by their first
            assert claim.text or not claim.verbatim  # a cell of a table may hold a citation alone
            begins = onward.find(claim.text.strip("“”"))
            assert not claim.verbatim or 0 <= begins < sentence.end - sentence.start, (path, claim)
            checked += 1
    assert checked > 20


def test_every_cited_sentence_is_printed_on_its_article_page() -> None:
    made = pages(storm(), alone())
    printed = {(path[9:-3], proof.sentence) for path, text in made.items() for proof in read_page(text).evidence}
    assert {(claim.article_id, claim.sentence) for text in made.values() for claim in read_page(text).claims} <= printed


def test_a_supporting_sentence_is_marked_as_saying_the_same() -> None:
    line = "The harbour of Kilronan closed on Friday. [[1]](../articles/bay.md#sentence-2)"
    assert f'{line} [[2]](../articles/post.md#sentence-2 "reports this too")' in story_text(storm())


def test_a_point_that_the_summary_has_told_stands_there_in_its_first_words() -> None:
    story = storm()
    (point,) = story.comparison.points
    told = "The harbour of Kilronan closed on Friday."
    only = dataclasses.replace(point, tellers=tuple(t for t in point.tellers if t.text == told))
    text = story_text(dataclasses.replace(story, comparison=dataclasses.replace(story.comparison, points=(only,))))
    cited = '[[1]](../articles/bay.md#sentence-2 "the words in quotation marks")'
    assert f'1. As the summary says: “{told}” {cited} [[2]](../articles/post.md#sentence-2 "reports this too")' in text
    long = quoted_opening(only.tellers[0], story)
    assert [claim.text for claim in read_page(long).claims] == ["“The harbour”"]


def quoted_opening(sentence: Excerpt, story: Story) -> str:
    """The first words of a sentence, as a page prints them."""
    words = story.article(sentence.span.article_id).excerpt(sentence.span.start, sentence.span.start + 11)
    return f"As the summary says: {opening(words, story)}"


def test_the_cuts_of_a_quotation_stand_side_by_side() -> None:
    text = story_text(storm())
    assert "> “No boat leaves in this, not even I” [[1]](../articles/bay.md#sentence-3)" in text
    assert "— Mary Byrne · The Bay &#42;Times&#42;; printed differently in article 2" in text
    lines = [line for line in text.splitlines() if line.startswith("| ") and "“No boat" in line]
    cited = '[[1]](../articles/bay.md#sentence-3 "the words in quotation marks")'
    assert lines == [
        "| The Bay &#42;Times&#42; | “No boat leaves in this, not even I” "
        "[[1]](../articles/bay.md#sentence-3) | 8 words |",
        "| article 2 | “No boat leaves in this” [[2]](../articles/post.md#sentence-3) | 5 words; leaves out "
        f"“not even I” {cited} at the end |",
    ]


def test_words_that_another_article_prints_otherwise_are_not_cited_as_its_own() -> None:
    story = storm()
    both = [find(article, words) for article, words in zip(story.articles, ("The storm", "the village"), strict=True)]
    first, second = "[[1]](articles/bay.md#sentence-5)", '[[2]](articles/post.md#sentence-4 "reports this too")'
    assert marked_quote(both, story) == quote(both, story) == f"“The storm” {first} {second}"


def test_wording_shows_the_sentence_around_a_word() -> None:
    line = "Kilronan shut its harbour on Friday. [[2]](../articles/post.md#sentence-2)"
    assert f"| harbour | shut | article 2 | twice | {line} |" in story_text(storm())


def test_a_speaker_who_is_not_certain_is_not_named() -> None:
    story = storm(confidence=0.5)
    long = story.findings[0].quotes[0]
    group = dataclasses.replace(story.comparison.quotes[0], quotes=(long,))
    comparison = dataclasses.replace(story.comparison, quotes=(group,))
    text = story_text(dataclasses.replace(story, comparison=comparison))
    sentence = "“No boat leaves in this, not even I,” said Mary Byrne, the harbour master."
    assert f"### Others, in the words of the articles\n\n> {sentence} [[1]](../articles/bay.md#sentence-3)" in text
    assert "### Mary Byrne" not in text


def test_words_that_nobody_stands_for_are_not_printed() -> None:
    story = storm()
    hidden = tuple(dataclasses.replace(q, show=False) for q in story.comparison.quotes[0].quotes)
    group = dataclasses.replace(story.comparison.quotes[0], quotes=hidden)
    text = story_text(dataclasses.replace(story, comparison=dataclasses.replace(story.comparison, quotes=(group,))))
    assert "Who said what" not in text


def test_a_figure_that_differs_says_so() -> None:
    text = story_text(storm())
    assert "| Some 300 passengers [[1]](../articles/bay.md#sentence-4) |" in text
    assert "2 of 2 articles; they differ |" in text


def test_the_front_page_keeps_the_order_and_tells_what_is_pinned() -> None:
    text = pages(alone(), storm())["index.md"]
    assert text.index("[A title of ours](stories/alone.md)") < text.index("(stories/harbour-closes.md)")
    assert "Pinned by the editor" in text
    assert "2 stories · 3 articles · 1 publisher · 1 quotation" in text


def test_what_is_not_known_is_said() -> None:
    text = pages(storm())["articles/post.md"]
    for words in ("| Publisher | not known | not stated |", "no date given", "no author given", "no address given"):
        assert words in text


def test_an_article_page_tells_moment_and_language_each_with_its_origin() -> None:
    story = storm()
    told = dataclasses.replace(
        story.articles[0],
        published_time=Known(value=dt.datetime.fromisoformat("2024-03-01T23:30:00-05:00"), origin=Origin.META),
        language="ga",
        language_origin=Origin.LINKED_DATA,
    )
    text = pages(dataclasses.replace(story, articles=(told, story.articles[1])))["articles/bay.md"]
    assert "| Time | 23&#58;30 UTC-05&#58;00 | stated in the page's meta tags |" in text
    assert "| Language | Irish | stated in the page's linked data |" in text
    bare = pages(story)["articles/bay.md"]
    assert "| Language | not known | not stated; read as English |" in bare
    assert "| Time |" not in bare


def test_an_article_page_leads_to_the_sentence_in_the_original() -> None:
    text = pages(storm())["articles/bay.md"]
    assert (
        "(https://bay.example/storm?a=1&amp;b=2#:~:text=The%20harbour%20of%20Kilronan%20closed%20on%20Friday.)" in text
    )
    assert "| The Bay &#42;Times&#42; | recognized from the text, not stated |" in text
    assert "| 1 March 2024 | given in the file |" in text
    assert "| 9 | SHARE &#124; THIS | share line |" in text


def test_an_address_that_is_not_safe_is_no_link() -> None:
    story = storm()
    bad = dataclasses.replace(story.articles[0], url=Known(value="javascript:alert(1)", origin=Origin.SIDECAR))
    made = pages(dataclasses.replace(story, articles=(bad, story.articles[1])))
    assert "an address that cannot be linked" in made["articles/bay.md"]
    assert not any("javascript" in text for text in made.values())


def test_a_project_can_override_one_section(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "people.md.j2").write_text("## Our people\n", encoding="utf-8")
    text = pages(storm(), templates=(tmp_path, TEMPLATES))["stories/harbour-closes.md"]
    assert "## Our people" in text
    assert "## Key figures" in text


def test_a_mistake_in_a_template_stops_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "people.md.j2").write_text("## People\n\n{{ storry.slug }}\n", encoding="utf-8")
    with pytest.raises(DigestError, match=r"people\.md\.j2:3: error\[template\]: 'storry' is undefined"):
        pages(storm(), templates=(tmp_path, TEMPLATES))


def test_no_page_needs_raw_html() -> None:
    for text in (text for path, text in pages(storm(), alone()).items() if path.endswith(".md")):
        assert not re.search(r"<[a-zA-Z/!]", text)


def test_several_articles_with_the_same_words_share_the_text() -> None:
    story = storm()
    both = (find(story.articles[0], "Friday"), find(story.articles[1], "Friday"))
    assert cite(both, story) == "Friday [[1]](articles/bay.md#sentence-2) [[2]](articles/post.md#sentence-2)"
    assert quote(both[0], story, up="../") == "“Friday” [[1]](../articles/bay.md#sentence-2)"


def test_what_an_editor_corrected_is_marked() -> None:
    story = storm()
    group = story.comparison.quotes[0]
    corrected = dataclasses.replace(group.speaker, edited=True)
    person = dataclasses.replace(story.comparison.people[0], editor_role="keeper of the light")
    comparison = dataclasses.replace(
        story.comparison, quotes=(dataclasses.replace(group, speaker=corrected),), people=(person,)
    )
    made = pages(dataclasses.replace(story, comparison=comparison))
    assert "(speaker corrected by the editor)" in made["stories/harbour-closes.md"]
    for name in ("stories/harbour-closes.md", "people.md", "people/mary-byrne.md"):
        assert "keeper of the light (role, as the editor puts it)" in made[name]
    assert "speaker corrected by the editor" in made["people/mary-byrne.md"]


def test_a_story_that_was_taken_in_leads_to_the_one_that_has_it() -> None:
    made = pages(dataclasses.replace(storm(), former=("ferry-adrift",)))
    moved = made["stories/ferry-adrift.md"]
    assert 'moved: "stories/harbour-closes.md"' in moved
    assert "](../stories/harbour-closes.md)" in moved


def test_a_story_without_a_sentence_for_its_summary_says_so() -> None:
    bare = dataclasses.replace(storm(), summary=())
    made = pages(bare)
    assert "None of the articles' sentences can be understood on its own." in made[f"stories/{bare.slug}.md"]
    assert "written by the editor" not in made["index.md"]


def test_an_editors_note_keeps_its_paragraphs() -> None:
    text = story_text(dataclasses.replace(storm(), note="First part\nof it.\n\nSecond *part*."))
    assert "**Editor’s note:** First part of it.\n\nSecond &#42;part&#42;.\n" in text
