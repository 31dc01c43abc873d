"""A page's own address, without what trackers hang on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit, urlunsplit

from digest.config.values import is_web_address

# Parameters that say how a reader came here, never which page it is.
TRACKERS = re.compile(
    r"(?:utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|_hs(?:enc|mi)"
    r"|fb_?clid|g(?:ad_source|braid|clid|clsrc)|wbraid|[dt]clid|ttclid|li_fat_id|msclkid|yclid|ysclid|_openstat|twclid"
    r"|igshid|igsh|mc_[ce]id|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_ga|_gl|__twitter_impression|rb_clickid"
    r"|s_cid|cmpid|ncid|ocid|icid|smid|smtyp|sr_share|taid|guce\w*|ftag|wt\.mc_id|wt_zmc|feature_id|ns_\w+|xtor)",
    re.IGNORECASE,
)


def own_address(stated: Iterable[str | None]) -> str | None:
    """The first of several addresses that is one of a page on the web, in the order given.

    A relative one is completed by the first complete one. The address of a site's front page is taken only where
    there is nothing better: it is stated by mistake on many an article.
    """
    found = [url.strip() for url in stated if url and url.strip()]
    base = next((url for url in found if is_web_address(url)), "")
    whole = [without_trackers(url) for url in (_joined(base, url) for url in found) if is_web_address(url)]
    return next((url for url in whole if _leads_somewhere(url)), whole[0] if whole else None)


def without_trackers(url: str) -> str:
    """Drop the fragment and the trackers' parameters: "https://x.example/a?id=7&utm_source=b#c" → "…/a?id=7"."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and not TRACKERS.fullmatch(pair.split("=", 1)[0])]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # "#!" names a page, not a place in one
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return ""


def _leads_somewhere(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
