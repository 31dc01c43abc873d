"""Who said what, and without quotation marks: fragments in their sentence, no nameless heading, nothing twice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from render.test_render_figures import page, told

from digest.render.citations import quote
from digest.render.quoted_line import is_list_of_names
from digest.render.statements import Stated, says_as_well, states_again

CITED = re.compile(r" \[\[\d+\]\]\([^)]*\)")
WHOLE = "“The bridge will stand for a hundred years,” said Ann Ito, the mayor of Bern.\n"


SAID = (
    ("the dam", "hold"),
    ("a bridge", "sink into the river"),
    ("the zoo", "sell its goats to a circus"),
    ("three bakers", "strike for wages"),
    ("the market", "open again on Monday"),
    ("the school", "teach children Latin"),
    ("a tunnel", "leak water"),
)


def part(text: str, heading: str) -> list[str]:
    """The lines of a section, without citations."""
    below = page(told(text)).split(f"{heading}\n", 1)[-1].split("\n## ", 1)[0]
    return [CITED.sub("", line) for line in below.splitlines() if line]


def spoken(text: str) -> list[str]:
    return part(text, "## Who said what")


def stated(text: str) -> list[str]:
    return part(text, "## Said without quotation marks")


def test_a_whole_sentence_stands_in_marks() -> None:
    assert spoken(WHOLE) == [
        "### Ann Ito",
        "> “The bridge will stand for a hundred years”",
        "— Ann Ito · article 1",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Ito, the mayor, called the tunnel “a hole without any bottom at all” in a speech.",
        "The tunnel, Ann Ito said, would be “hideous and dark and deep”.",
    ],
)
def test_a_fragment_stands_in_its_sentence(sentence: str) -> None:
    assert spoken(WHOLE + sentence)[-2:] == [f"> {sentence}", "— article 1"]


def test_a_statement_that_the_table_of_figures_prints_with_its_source_is_not_told_again() -> None:
    counted = "About 2,000 cows drowned in the flood of Bern, the ministry of farming said."
    other = "The ministry of farming said that the dam of Bern would hold."
    assert f"| {counted} [[1]]" in page(told(f"{counted}\n{other}"))
    assert stated(f"{counted}\n{other}") == [f"- {other}"]
    again = "According to the ministry of farming, some 2,000 cows drowned in May."
    assert not [line for line in stated(f"{counted}\n{again}") if again in line]


@pytest.mark.parametrize(("words", "again"), [("signed", True), ("has not signed", False)])
def test_what_is_stated_in_other_words_is_told_again_only_if_neither_denies_it(words: str, again: bool) -> None:
    first = "The law on goats and bears came into force on Monday after Ann Ito signed it."
    assert states_again(f"Ann Ito, the mayor, {words} the law on goats and bears", first, "en") is again


def test_a_family_name_that_opens_a_sentence_says_who_is_meant() -> None:
    stands = "Ito has maintained that she would hold the dam of Bern."
    between = "Snow fell on Bern. Cows slept. Bakers sang in Bern. Goats ran."
    assert stated(f"{WHOLE}{between}\n{stands}") == [f"- {stands}"]
    nobody = "The Harbour League said on Friday that she would sail to Bern in May."
    assert nobody not in page(told(f"Mayor Ann Ito left Bern.\n{nobody}"))


def test_five_statements_are_shown_at_most() -> None:
    text = "\n".join(f"The ministry of farming said that {n} of Bern would {m}." for n, m in SAID)
    assert len([line for line in stated(text) if line.startswith("- ")]) == 5


def test_what_goes_on_in_the_next_sentence_stands_behind() -> None:
    first = "Ann Ito, the mayor, called the tunnel “a hole without any bottom at all” in a speech."
    second = "“The bridge will stand for a hundred years,” Ann Ito said."
    lines = [line for line in spoken(f"{first}\n{second}") if line.startswith("> ")]
    assert lines == [f"> {first}", "> “The bridge will stand for a hundred years”"]


@pytest.mark.parametrize(
    "sentence",
    ["The tunnel, Ann Ito said, would be “hideous”.", "Ann Ito, the mayor, spoke of a “deep dark hole” on Monday."],
)
def test_a_word_or_two_that_one_article_has_are_left_to_its_page(sentence: str) -> None:
    assert spoken(WHOLE + sentence) == spoken(WHOLE)


def test_a_word_that_an_editor_pinned_is_told() -> None:
    sentence = "The tunnel, Ann Ito said, would be “hideous”."
    story = told(WHOLE + sentence)
    pinned = tuple(replace(group, pinned=True) for group in story.comparison.quotes)
    assert f"> {sentence}" in page(replace(story, comparison=replace(story.comparison, quotes=pinned)))


def test_a_word_that_a_story_quotes_again_is_told() -> None:
    again = (
        "Ann Ito called the bridge a “no-go area”.\nThe governor of Bern, Jan Roth, called the tunnel a “no-go area”."
    )
    assert "> Ann Ito called the bridge a “no-go area”." in spoken(WHOLE + again)


def test_the_halves_of_an_interrupted_sentence_stand_in_it_together() -> None:
    sentence = "“We will look at every cable,” said Ann Ito, the mayor, “and then we will look at the piers.”"
    assert spoken(sentence) == ["### Ann Ito", f"> {sentence}", "— article 1"]


def test_one_who_is_only_described_has_no_heading() -> None:
    first = "“The bridge was closed at noon by the police,” a guard said."
    assert spoken(WHOLE + first)[3:] == ["### Others, in the words of the articles", f"> {first}", "— article 1"]


def test_words_go_back_to_the_sentence_that_says_whose_they_are() -> None:
    both = "“The bridge was closed at noon by the police,” a guard said. “Nobody told us why that was so.”"
    assert spoken(both) == ["### Others, in the words of the articles", f"> {both}", "— article 1"]


@pytest.mark.parametrize("words", ["“We could not even see it.”", "“This was the worst night of all for the ferry.”"])
def test_words_of_nobody_that_say_little_are_left_out(words: str) -> None:
    assert "Speaker not certain" not in page(told(f"It rained all night.\n{words}"))


def test_where_no_sentence_says_whose_words_they_are_nobody_is_named() -> None:
    alone = "“We could not even see the bridge any more that night.”"
    both = page(told(f"It rained all night.\n{alone}", f"The storm came from the sea at noon.\n{alone}"))
    assert f"### Speaker not certain\n\n> {alone} [[1]]" in both
    assert "— speaker not certain · article 1, article 2" in both


def test_words_of_nobody_in_one_source_are_left_to_its_page() -> None:
    alone = "“We could not even see the bridge any more that night.”"
    assert alone not in page(told(f"It rained all night.\n{alone}"))


def test_a_statement_is_told_in_its_whole_sentence() -> None:
    sentence = "Leading engineers initially told Bern that a bridge was safe."
    assert stated(f"It rained all night.\n{sentence}") == [f"- {sentence}"]


@pytest.mark.parametrize(
    "hanging",
    [
        "The group said the piers were sound.",
        "They said the piers were sound.",
        "The engineers said it was much worse than that.",
        "Some engineers said a pier of Bern's oldest bridge was cracked.",
        "The finding was based on a test of three piers, engineers said.",
        "Engineers of Bern said the collapse had been foreseen.",
        "But engineers said a pier of Bern's oldest bridge was cracked.",
    ],
)
def test_a_statement_that_nobody_understands_alone_is_left_out(hanging: str) -> None:
    assert "Said without quotation marks" not in page(told(f"It rained all night.\n{hanging}"))


def test_a_sentence_that_is_quoted_is_no_statement_as_well() -> None:
    text = "It rained all night.\nAnn Ito, the mayor, said the tunnel would be “a hole without any bottom at all”."
    assert "Said without quotation marks" not in page(told(text))


def test_what_leads_to_the_words_of_its_source_is_no_line_of_its_own() -> None:
    text = (
        "Ann Ito, the mayor of Bern, said Aar Bridge was sound.\n“We have looked at every cable since May,” Ito said."
    )
    assert "Said without quotation marks" not in page(told(f"It rained all night.\n{text}"))


def test_all_articles_take_turns_in_stating() -> None:
    many = "\n".join(f"Engineer Ann Ito said pier {number} was sound." for number in ("one", "two", "three") * 5)
    other = "The council of Bern said Aar Bridge would stay open."
    text = page(told(many.replace("three was", "three of Bern was"), other))
    assert f"- {other} [[2]]" in text


def test_words_that_point_back_stand_behind_the_sentence_they_point_at() -> None:
    both = "Bern wants a toll on lorries. “This would cost the villages nothing at all,” said Ann Ito, the mayor."
    assert spoken(WHOLE + both)[-2:] == [f"> {both}", "— article 1"]


def test_words_that_point_back_stand_in_their_own_sentence_where_a_paragraph_begins() -> None:
    own = "“This toll would cost the villages nothing at all,” Ann Ito, the mayor, wrote of the plan for lorries."
    assert spoken(f"{WHOLE}It rained all night.\n{own}")[-2:] == [f"> {own}", "— article 1"]


def test_words_that_point_at_those_before_them_follow_them_in_marks() -> None:
    both = "“The toll on lorries will be low,” said Ann Ito, the mayor. “This would cost the villages nothing at all.”"
    assert [line for line in spoken(both) if line.startswith(">")] == [
        "> “The toll on lorries will be low”",
        "> “This would cost the villages nothing at all.”",
    ]


def test_words_that_hang_go_back_over_a_paragraph_to_whom_they_mean() -> None:
    before = "Jan Maler was seen at the harbour of Bern.\n"
    own = "“He has never paid a toll,” said Ann Ito, the mayor."
    assert f"> {before.strip()} {own}" in spoken(f"{WHOLE}It rained all night.\n{before}{own}")


def test_words_that_hang_where_nobody_is_named_are_left_out() -> None:
    text = f"{WHOLE}It rained all night.\n“He has never paid a toll,” said Ann Ito, the mayor."
    assert not any("never paid" in line for line in spoken(text))


def test_words_go_right_behind_those_they_lean_on() -> None:
    text = (
        "“The lorries of the villages are far too heavy,” said Ann Ito, the mayor. “They break the piers.”\n"
        "It rained all night.\n“Every single stone of the old bridge was laid by hand,” said Ann Ito, the mayor."
    )
    said = [line for line in spoken(text) if line.startswith(">")]
    assert said.index("> “They break the piers.”") == 1 + said.index(
        "> “The lorries of the villages are far too heavy”"
    )


def test_words_of_another_occasion_stand_in_the_sentence_that_tells_it() -> None:
    own = (
        "“Every single stone must be looked at,” said Ann Ito, the mayor of Bern, in a speech after the flood of 2012."
    )
    assert f"> {own}" in spoken(f"{WHOLE}It rained all night.\n{own}")


@pytest.mark.parametrize(
    ("words", "names"),
    [("Ito, Holm, Lund and Per Berg", True), ("Ida Holm will not leave the council", False), ("We do", False)],
)
def test_a_list_of_names_says_little_by_itself(words: str, names: bool) -> None:
    assert is_list_of_names(words) is names


def test_a_fragment_whose_sentence_hangs_is_left_out() -> None:
    assert not any(
        "awful mess" in line for line in spoken(f"{WHOLE}It rained all night.\nThe two had found “an awful mess”.")
    )


def test_the_same_in_two_articles_is_said_once() -> None:
    one = "“The way the council looks at the harbour and solves its problems is wrong,” said Ann Ito, the mayor."
    other = "“I mean how the council looks at the harbour, how it solves problems,” said Ann Ito, the mayor."
    text = page(told(one, other))
    below = text.split("## Who said what\n", 1)[-1].split("\n## ", 1)[0]
    assert sum(line.startswith("> ") for line in below.splitlines()) == 1


@pytest.mark.parametrize(
    "empty",
    ["Ann Ito, the mayor, said nothing about the piers.", "The two said the piers were sound."],
)
def test_a_statement_that_tells_nothing_is_left_out(empty: str) -> None:
    assert "Said without quotation marks" not in page(told(f"It rained all night.\n{empty}"))


def test_the_name_of_a_song_is_nobodys_words() -> None:
    text = f"{WHOLE}It rained all night.\nThe brass band of Bern played “The Bells of Bern” and “Morning Over Thun”."
    assert not any("Bells" in line for line in spoken(text))


@pytest.mark.parametrize(
    "hanging",
    [
        "A guard of the harbour, asked about the night, said “this is the plan of the council of Thun”.",
        "“They broke every single pier of it in May,” a guard said.",
    ],
)
def test_words_of_nobody_known_that_hang_are_left_out(hanging: str) -> None:
    assert "Others, in the words" not in page(told(f"{WHOLE}It rained all night.\n{hanging}"))


def test_a_headline_leads_to_no_words() -> None:
    own = "“They have never been this heavy in all my years,” said Ann Ito, the mayor of Bern."
    assert "> Ferry sinks off Port Sand" not in page(told(f"{own}\n{WHOLE}"))


def test_words_of_nobody_known_are_not_led_on_to_what_hangs() -> None:
    first = "“The sailors of Bern know all the piers,” a guard of the harbour said."
    assert spoken(f"{WHOLE}It rained all night.\n{first} “The mayor of Bern should take back this awful wording.”")[
        -2:
    ] == [f"> {first}", "— article 1"]


def test_a_few_words_that_lean_stand_behind_the_sentence_that_explains_them() -> None:
    both = "The toll for lorries will double in May. “It worries me,” said Ann Ito, the mayor of Bern."
    assert spoken(f"{WHOLE}It rained all night.\n{both}")[-2:] == [f"> {both}", "— article 1"]


def test_a_few_words_that_lean_are_left_out_where_nothing_explains_them() -> None:
    assert spoken(f"{WHOLE}It rained all night.\n“It worries me,” said Ann Ito, the mayor of Bern.") == spoken(WHOLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was “a hole without any bottom at all”, Ann Ito, the mayor of Bern, said of late.",
        "Another candidate, Ann Ito, called the tunnel “a hole without any bottom at all”.",
        "One candidate, Ann Ito, called the tunnel “a hole without any bottom at all”.",
        "“Yes, the council can help,” said Ann Ito.",
        "“What on earth were you dreaming about?” asked Ann Ito.",
    ],
)
def test_a_sentence_that_only_the_one_before_it_explains_is_not_printed_alone(sentence: str) -> None:
    whole = "“The bridge will stand for a hundred years,” said Ann Ito, the mayor of Bern."
    assert spoken(f"{whole}\nIt rained.\n{sentence}") == spoken(WHOLE)


def test_one_of_several_is_printed_behind_the_sentence_that_tells_of_them() -> None:
    before = "Voters of Bern can choose among sailors this year."
    sentence = "One candidate, Ann Ito, called the tunnel “a hole without any bottom at all”."
    assert f"> {before} {sentence}" in spoken(f"{WHOLE}It rained.\n{before} {sentence}")


def test_each_sentence_is_cited_where_it_stands() -> None:
    both = ("Bern wants a toll on lorries.", "“This would cost the villages nothing at all,” said Ann Ito, the mayor.")
    line = next(
        line for line in page(told(WHOLE + " ".join(both))).splitlines() if line.startswith(f"> {both[0]} [[1]]")
    )
    assert line.endswith("#sentence-4)")
    assert f"#sentence-3) {both[1]} [[1]]" in line


def test_a_sentence_whose_mark_is_lost_is_not_printed() -> None:
    broken = "Ann Ito, the mayor of Bern, called the tunnel a hole” and then “a shame for all of Bern” on Monday."
    assert not any("shame" in line for line in spoken(WHOLE + broken))


@pytest.mark.parametrize("adding", ["Every stone but the oldest, she added.", "Only not the oldest, Ito said."])
def test_what_a_speaker_takes_back_stands_with_the_words(adding: str) -> None:
    whole = "“Every single stone of the harbour will be sold in May,” Ann Ito said."
    assert f"> {whole} {adding}" in spoken(f"It rained all night.\n{whole} {adding}")


def test_a_sentence_that_stands_above_is_not_repeated() -> None:
    one = "“The harbour of Bern is safe at night. The old pier will be rebuilt,” Ann Ito said."
    other = "“The old pier will be rebuilt. Divers have found a wreck below the lighthouse of Thun,” Ann Ito said."
    said = [line for line in spoken(f"{one}\nIt rained all night.\n{other}") if line.startswith("> ")]
    assert said == [
        "> “The harbour of Bern is safe at night. The old pier will be rebuilt”",
        "> “Divers have found a wreck below the lighthouse of Thun”",
    ]


@pytest.mark.parametrize(("source", "groups"), [("His response", 1), ("The answer of one diver", 2)])
def test_words_behind_his_response_may_be_those_that_another_article_gives_to_a_name(source: str, groups: int) -> None:
    words = "I have divers who looked at the old pier of Melk and nobody found a crack in it"
    one, other = f"“{words},” Jan Roth said on Monday.", f"Mayor Jan Roth met the council.\n{source}: “Well, {words}.”"
    assert len(told(one, other).comparison.quotes) == groups


@pytest.mark.parametrize(("end", "shown"), [("a speech.", True), ("a speech on self-", False)])
def test_a_sentence_that_ends_in_the_middle_is_not_printed(end: str, shown: bool) -> None:
    sentence = f"Ann Ito, the mayor, called the tunnel “a hole without any bottom at all” in {end}"
    assert (f"> {sentence}" in spoken(WHOLE + sentence)) is shown


def test_words_whose_tag_stands_elsewhere_are_not_printed_behind_a_sentence_about_others() -> None:
    before = "Bakers of Bern have often said that Mayor Ann Ito drowned the bridge and its keepers in flour."
    asked = f"{before} “Was it the bakers, or was it the flour, or was it them?” Ms. Ito said, her voice rising."
    assert not any("flour, or was it them" in line and "Ito said" not in line for line in spoken(WHOLE + asked))


def test_words_that_point_are_not_led_to_by_another_paragraph_about_others() -> None:
    other = "Bakers have called them ugly and loud.\n"
    own = "“This law keeps heavy lorries away from our children,” said Ann Ito, the mayor."
    assert not any("Bakers" in line for line in spoken(f"{WHOLE}It rained all night.\n{other}{own}"))


def test_a_garbled_sentence_is_not_printed() -> None:
    garbled = (
        "The mayor of the island slipped when when she introduced the “master of the herring and all its ships” there."
    )
    assert not any("herring" in line for line in spoken(WHOLE + garbled))


def test_what_a_source_without_a_name_says_in_the_words_of_a_named_one_stands_under_the_name() -> None:
    words = "in excellent shape and fit to carry lorries of every size"
    first = f"Bern released a report on Friday in which its engineer found the bridge “{words}.”"
    text = f"{first}\n“The bridge is {words},” Jan Maler, the engineer of Bern, said."
    assert not any(line.startswith("### Others") for line in spoken(text))


def test_words_over_two_sentences_cite_both() -> None:
    text = "“The ferry is old and slow. It will never reach Lusa in time again,” said Ann Ito, the mayor of Bern."
    story = told(text.replace("“", "").replace(",”", ","))
    article = story.articles[0]
    shown = quote(article.excerpt(article.text.index("The ferry is"), article.text.index(", said")), story)
    assert shown.count("[[1]]") == 2


HOLDS = "“I am sure that it is right,” Ann Ito said at noon.\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Jan Roth is a graduate of the old sailing school of Lusa.\n",  # another paragraph, and nothing of it
        "Jan Roth told the Lusa Herald that three ferries and a barge sank in the storm. ",
        "Ito was referring to a letter of three old sailors of Lusa. ",
        "Ito was cautious. ",
    ],
)
def test_what_does_not_lead_to_words_is_not_printed_before_them(lead: str) -> None:
    lines = "\n".join(spoken(f"{WHOLE}Snow fell on Bern.\n{lead}{HOLDS}"))
    assert lead.strip() not in lines


def test_what_leads_to_words_is_printed_before_them() -> None:
    lead = "Ito told sailors of a plan to build a second bridge at Lusa."
    assert f"> {lead} {HOLDS.strip()}" in spoken(f"{WHOLE}Snow fell on Bern.\n{lead} {HOLDS}")


def test_who_is_meant_in_words_alone_is_not_told_by_when_they_were_said() -> None:
    text = f"{WHOLE}Snow fell on Bern.\n“He had his coffee and his pipe with him,” Jan Roth said after the debate."
    assert "### Jan Roth" not in spoken(text)


def test_what_was_not_said_instead_stands_nowhere() -> None:
    line = "Instead, Ann Ito called for “a bridge of glass” over the river."
    assert f"> {line}" not in spoken(f"{WHOLE}Snow fell on Bern.\n{line}")
    assert f"> {line[9:]}" in spoken(f"{WHOLE}Snow fell on Bern.\n{line[9:]}")


def test_a_misprint_of_a_family_name_is_no_other_speaker() -> None:
    text = "Ann Hallen, the mayor of Bern, opened a bridge. Hallen sang.\n“The river is too deep,” said Hallen.\n"
    misprint = "“The bridge of Bern will stand for a hundred years,” said Hallan."
    assert spoken(f"{text}{misprint}")[-1] == "— Ann Hallen · article 1"
    assert spoken(f"{text}Jan Hallan, a sailor, left.\n{misprint}")[-1] != "— Ann Hallen · article 1"


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        ("the vote was free and fair", "the election was largely fair", True),
        ("the vote was free and fair", "the election was not fair", False),
        ("the old dam of Bern needs a new wall", "the wall of the dam is too old", True),
        ("the old dam of Bern needs a new wall", "three ferries sank off Lusa", False),
    ],
)
def test_one_source_says_the_same_in_other_words(one: str, other: str, again: bool) -> None:
    source = frozenset({"observer"})
    assert says_as_well(Stated(one, source), Stated(other, source), "en") is again
    assert not says_as_well(Stated(one, source), Stated(other, frozenset({"mayor"})), "en")


def test_who_is_only_described_is_not_told_beside_his_own_words() -> None:
    told_of = "The exiled head of the Harbour League said the pier would close if storms hit Lusa."
    text = f"{told_of} “If storms hit Lusa, the pier will close at once,” Jan Roth said."
    assert all("exiled head" not in line for line in stated(f"{WHOLE}Snow fell on Bern.\n{text}"))


def test_an_outlet_that_lacks_a_word_has_printed_it_differently() -> None:
    one = "“Ann Ito, Jan Roth and the mayor have nothing on this bridge,” said Ida Holm."
    two = "“Ann Ito, Jan Roth, the mayor have nothing on this bridge,” said Ida Holm."
    text = CITED.sub("", page(told(one, two)))
    assert "— Ida Holm · article 1, article 2" not in text


def test_what_takes_up_another_moment_is_not_printed_beside_enough_others() -> None:
    lines = [f"“We want {what} to {do} in Bern,” said Ann Ito, the mayor of Bern." for what, do in SAID[:3]]
    soon = "Soon, Jan Roth stopped by at the dam of Bern. “The dam of Bern is leaking again,” said Jan Roth, a sailor."
    clear = soon.replace("Soon, ", "").replace("stopped by", "stopped by on Monday")
    assert "leaking" in " ".join(spoken("\n\n".join([*lines, clear])))
    assert "stopped by" not in " ".join(spoken("\n\n".join([*lines, soon])))


def test_a_fragment_in_a_sentence_that_a_line_above_tells_is_not_printed() -> None:
    hopes = "Ann Ito said she hopes that sailors of Bern buy the ferry. “They would be glad to have it,” she said."
    again = "The mayor, Ann Ito, hopes that sailors of Bern buy the ferry “in a very great hurry.”"
    other = "The mayor, Ann Ito, wants bakers to rent the school “in a very great hurry.”"
    assert "a very great hurry" in " ".join(spoken(f"{hopes}\n\n{other}"))
    assert "a very great hurry" not in " ".join(spoken(f"{hopes}\n\n{again}"))
