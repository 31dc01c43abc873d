"""What editors want together and apart: who is linked with whom, and which of two wishes counts."""

from digest.config.story import StoryFile
from digest.config.values import Setting
from digest.diagnostics import Location
from digest.edit import link
from digest.model import story_node

STORIES = {"ferry": "s1", "storm": "s2", "vote": "s3"}
FERRY, STORM, VOTE = map(story_node, STORIES.values())


def file(slug, **keys):
    path = f"stories/{slug}.yml"

    def settings(values):
        place = Location(path=path, line=1, column=1)
        return tuple(Setting(value=v, location=place) if isinstance(v, str) else settings(v) for v in values)

    return StoryFile(slug=slug, path=path, **{key: settings(values) for key, values in keys.items()})


def messages(*files):
    return [(problem.location.path, problem.message) for problem in link(files, STORIES).diagnostics]


def test_each_wish_becomes_pairs():
    links, problems = link(
        (
            file("ferry", include=["a"], exclude=["b"], merge=["storm"]),
            file("any", together=[["d", "c", "d"], ["e", "f"]], apart=[["g", "h", "g"]]),
        ),
        STORIES,
    )
    assert problems == ()
    assert set(links.together) == {("a", FERRY), (FERRY, STORM), ("c", "d"), ("e", "f")}
    assert set(links.apart) == {("b", FERRY), ("g", "h")}
    assert links.takes == (("s1", "s2"),)


def test_an_article_in_two_stories_stays_in_the_first_and_joins_nothing():
    files = (file("storm", include=["a"]), file("ferry", include=["a", "b"]))
    links, _ = link(files, STORIES)
    assert set(links.together) == {("a", FERRY), ("b", FERRY)}
    assert messages(*files) == [("stories/storm.yml", "a is included by stories/ferry.yml already, and stays there")]


def test_an_article_may_be_included_twice_in_what_is_one_story():
    assert messages(file("ferry", include=["a"], merge=["storm"]), file("storm", include=["a"])) == []


def test_an_included_article_is_not_excluded():
    files = (file("ferry", include=["a"], exclude=["b", "a"]),)
    assert link(files, STORIES).links.apart == (("b", FERRY),)
    assert messages(*files) == [("stories/ferry.yml", "a cannot be excluded: it is included in this story")]


def test_what_is_included_in_two_stories_does_not_come_together():
    files = (file("ferry", include=["a"]), file("storm", include=["b"], together=[["a", "b"]]))
    assert set(link(files, STORIES).links.together) == {("a", FERRY), ("b", STORM)}
    said = "a and b cannot be together: they are included in two stories"
    assert messages(*files) == [("stories/storm.yml", said)]


def test_what_is_together_at_any_remove_cannot_be_apart():
    files = (
        file("x", together=[["a", "b"]], apart=[["a", "d", "z"]]),
        file("y", together=[["c", "d"]]),
        file("z", together=[["b", "c"]]),
    )
    assert link(files, STORIES).links.apart == (("a", "z"), ("d", "z"))
    assert messages(*files) == [("stories/x.yml", "a and d cannot be apart: `together` joins them")]


def test_stories_that_take_each_other_in_are_one_and_the_first_keeps_its_name():
    files = (file("ferry", merge=["storm"]), file("storm", merge=["ferry"]))
    links, _ = link(files, STORIES)
    assert (links.takes, links.together) == ((("s1", "s2"),), ((FERRY, STORM),))
    assert messages(*files) == [("stories/storm.yml", "'storm' and 'ferry' take each other in")]


def test_a_story_that_two_take_in_joins_both():
    files = (file("ferry", merge=["vote"]), file("storm", merge=["vote"]))
    assert set(link(files, STORIES).links.together) == {(FERRY, VOTE), (STORM, VOTE)}
    said = "'vote' is taken in by stories/ferry.yml as well, so all of them are one story"
    assert messages(*files) == [("stories/storm.yml", said)]


def test_an_unknown_story_is_told_with_the_nearest():
    (problem,) = link((file("ferry", merge=["strom"]),), STORIES).diagnostics
    assert (problem.code, problem.hint) == ("unknown-story", "did you mean 'storm'?")


def test_an_article_may_go_by_the_id_of_another_version():
    files = (file("ferry", include=["page"], together=[["page", "b"]]),)
    assert set(link(files, STORIES, {"page": "entry"}).links.together) == {("entry", FERRY), ("b", "entry")}
