"""Check a page's claims against the articles that they cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Article
from digest.render import visible_text
from digest.rewrite import objection
from digest.verify.claims import Claim, read_page


def check_claims(markdown: str, *, path: str, articles: Mapping[str, Article]) -> Iterator[Diagnostic]:
    """Check that each claim stands, word for word, in the sentence that it cites."""
    page = read_page(markdown)
    for claim in page.claims:
        article = articles.get(claim.article_id)
        if article is None or not 1 <= claim.sentence <= len(article.sentences):
            yield _miss(claim, path, "cites a sentence that does not exist")
        elif claim.verbatim and not stands(claim.text, article, claim.sentence - 1):
            yield _miss(claim, path, f"does not stand in sentence {claim.sentence} of {article.path}")
    machines = [claim for claim in page.claims if claim.machine]
    for (text, _), claims in groupby(machines, key=lambda claim: (claim.text, claim.line)):
        yield from _check_machine(text, list(claims), path=path, articles=articles)
    printed = {proof.line for proof in page.evidence}
    for line in page.uncited:
        if line not in printed:
            yield error(
                "uncited-quotation",
                "a quotation without a citation",
                location=Location(path=path, line=line),
                hint="a page of digest quotes nothing without its source; build again",
            )


def check_evidence(markdown: str, *, path: str, article: Article) -> Iterator[Diagnostic]:
    """Check that an article's page prints its sentences as they are."""
    for printed in read_page(markdown).evidence:
        known = 1 <= printed.sentence <= len(article.sentences)
        if not known or visible_text(article.sentence_excerpt(printed.sentence - 1).text) != printed.text:
            yield error(
                "wrong-evidence",
                f"this is not sentence {printed.sentence} of {article.path}",
                location=Location(path=path, line=printed.line),
                source=printed.text,
            )


def stands(text: str, article: Article, index: int) -> bool:
    """Whether `text`, marks around it aside, stands in the article from somewhere in the sentence `index` on."""
    words = visible_text(text)
    if words.startswith("“") and words.endswith("”"):
        words = words[1:-1].strip()
    if not words:
        return False
    sentence = article.sentences[index]
    here = visible_text(article.text[sentence.start : sentence.end])
    reach = visible_text(article.text[sentence.start : sentence.end + 2 * len(words)])
    return 0 <= reach.find(words) < len(here)


def _check_machine(
    text: str, claims: Sequence[Claim], *, path: str, articles: Mapping[str, Article]
) -> Iterator[Diagnostic]:
    """Check that a machine's sentence says nothing but what the sentences say that it cites."""
    cited = [
        (article, article.sentence_excerpt(claim.sentence - 1).text)
        for claim in claims
        if (article := articles.get(claim.article_id)) and 1 <= claim.sentence <= len(article.sentences)
    ]
    language = cited[0][0].language if cited else ""
    if cited and (wrong := objection(text, [sentence for _, sentence in cited], language=language)):
        yield _miss(claims[0], path, wrong)


def _miss(claim: Claim, path: str, what: str) -> Diagnostic:
    return error(
        "unsupported-claim",
        f"“{claim.text}” {what}",
        location=Location(path=path, line=claim.line),
        hint="the page or the article was changed after the build; run `digest build` and look at what differs",
    )
