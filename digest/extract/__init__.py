"""Find what an article says: one file a kind of finding."""

from digest.extract.dates import find_dates
from digest.extract.entities import find_entities
from digest.extract.figures import find_figures
from digest.extract.frames.words import is_framed
from digest.extract.hearing import hear
from digest.extract.name import NameFinder
from digest.extract.names import names_in
from digest.extract.quotes import find_quotes, unattributed
from digest.extract.statements import find_statements
from digest.language import has_pack
from digest.model import Article, Findings

__all__ = ["extract"]


def extract(article: Article, *, finder: NameFinder = names_in) -> Findings:
    """Find everything in one article. Who and where come first: speech needs the people, figures need the speech.

    In a language without a pack the words in quotation marks are found, and nothing else: what the rules of another
    language would find there is no finding.
    """
    if not has_pack(article.language):
        return Findings(article_id=article.id, quotes=unattributed(article))
    entities = find_entities(article, finder=finder)
    dates = find_dates(article)
    heard = None if is_framed(article.language) else hear(article, entities)
    quotes = find_quotes(article, entities, heard)
    statements = find_statements(article, entities, heard)
    return Findings(
        article_id=article.id,
        quotes=quotes,
        statements=statements,
        figures=find_figures(article, dates=dates, quotes=quotes, statements=statements),
        people=entities.people,
        organizations=entities.organizations,
        places=entities.places,
        dates=dates,
    )
