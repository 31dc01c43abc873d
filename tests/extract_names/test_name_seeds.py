"""The two articles of seeds/, read whole: their people with roles and countries, and nobody else."""

from pathlib import Path

from digest.clean.lines import plain_article
from digest.extract.entities import Entities, find_entities

SEEDS = Path(__file__).parents[2] / "seeds"


def entities_of(start: str) -> Entities:
    path = next(SEEDS.glob(f"{start}*.txt"))
    return find_entities(plain_article(path.read_text(encoding="utf-8"), article_id=path.stem))


def test_the_people_of_the_first_seed() -> None:
    people = {person.name: person for person in entities_of("000").people}
    assert {name: person.country for name, person in people.items()} == {
        "Le Yucheng": "China",
        "Andrey Denisov": "Russia",
        "Vladimir Putin": "Russia",
    }
    assert "Russian ambassador to Beijing" in [role.text for role in people["Andrey Denisov"].roles]
    assert {"The Chinese diplomat", "He"} <= {m.excerpt.text for m in people["Le Yucheng"].mentions}


def test_the_people_of_the_second_seed() -> None:
    people = {person.name: person for person in entities_of("001").people}
    assert {name: person.country for name, person in people.items()} == {
        "Le Yucheng": "China",
        "Andrey Denisov": "Russia",
        "Qin Gang": "China",
        "Sergey Lavrov": "Russia",
    }
    assert [role.text for role in people["Qin Gang"].roles] == ["Chinese ambassador to the US"]
    assert {"Le", "he"} <= {m.excerpt.text for m in people["Le Yucheng"].mentions}
    assert "the Russian diplomat" in {m.excerpt.text for m in people["Andrey Denisov"].mentions}


def test_the_organizations_of_the_seeds() -> None:
    first = {o.name: o.acronym for o in entities_of("000").organizations}
    assert first["United Nations Security Council"] == "UNSC"
    assert {"Chinese foreign ministry", "NATO"} <= first.keys()
    second = {o.name for o in entities_of("001").organizations}
    assert {
        "United Nations",
        "UN General Assembly",
        "United Nations Security Council",
        "Chinese foreign ministry",
        "National Interest",
    } <= second


def test_the_places_of_the_seeds() -> None:
    assert {"China", "Russia", "Ukraine", "Donetsk", "Lugansk"} <= {p.name for p in entities_of("000").places}
    assert {"China", "Russia", "Ukraine", "United States"} <= {p.name for p in entities_of("001").places}
