"""A story in whose texts no headline stands goes by the title that is stated beside an article."""

from pipeline.newsroom import build, write

TEXT = (
    "The lighthouse keeper of Skarn, who has counted every ship since the war, retired on Tuesday at the age of 81, "
    "and nobody will follow him, because the lamp has turned by itself for a decade.\n"
)


def test_a_stated_title_names_the_story_and_is_nobodys_words(project):
    for seed in (project / "seeds").glob("*.txt"):
        seed.unlink()
    write(project, "keeper.txt", TEXT)
    write(project, "keeper.yml", "title: Last keeper of Skarn leaves\n")
    (project / "stories.lock").unlink()
    (story,) = build(project).stories
    assert story.slug == "last-keeper-of-skarn-leaves"
    page = (project / f"docs/stories/{story.slug}.md").read_text(encoding="utf-8")
    assert "\n# Last keeper of Skarn leaves\n" in page
    assert "written by the editor" not in page
