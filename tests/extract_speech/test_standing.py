"""A page names as a source only what can speak: people, bodies, countries, documents."""

from pathlib import Path

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.extract.cues import cues
from digest.extract.standing import can_speak
from digest.model import Speaker, SpeakerKind

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "standing.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["source"]) for case in CASES])
def test_what_can_speak(case):
    article = plain_article(case["text"], article_id="a")
    start = article.text.index(case["source"])
    mention = article.excerpt(start, start + len(case["source"]))
    speaker = Speaker(name=case["source"], kind=SpeakerKind.DESCRIPTION, mention=mention)
    assert can_speak(speaker, article, cues("en")) is case["speaks"]
