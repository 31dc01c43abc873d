"""A publisher that is named: known by its id or its name, or new."""

from __future__ import annotations

import pytest

from digest.config.publishers import publisher_named
from digest.model import Publisher

POST = Publisher(id="harbour-post", name="The Harbour Post")


@pytest.mark.parametrize("name", ["harbour-post", "The Harbour Post", "HARBOUR  POST", "the harbour-post!"])
def test_a_known_publisher(name: str) -> None:
    assert publisher_named(name, (POST,)) == POST


@pytest.mark.parametrize("name", ["Harbour", "Post", "", "…"])
def test_another_publisher(name: str) -> None:
    assert publisher_named(name, (POST,)).name == name


def test_new_publishers_have_ids_of_their_own() -> None:
    names = ("Gazeta Łódzka", "灯塔报", "海港报", "!")
    ids = [publisher_named(name, ()).id for name in names]
    assert ids[0] == "gazeta-lodzka"
    assert len(set(ids)) == len(names)
