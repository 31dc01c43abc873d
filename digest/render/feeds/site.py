"""Where the site's pages are on the web: whole addresses where the site's own is known, else from the feed on."""

from __future__ import annotations

from dataclasses import dataclass

from digest.render.links import safe_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site as `mkdocs.yml` has it: `url` is "" where it says none. `feed_id` was given to its feed once."""

    name: str
    url: str = ""
    directory_urls: bool = True
    feed_id: str = ""

    @property
    def base(self) -> str:
        """What stands before every address: the site's own with a slash behind it, or nothing."""
        found = safe_url(self.url) if self.url else None
        return f"{found.partition('#')[0].partition('?')[0].rstrip('/')}/" if found else ""

    def address(self, page: str, anchor: str = "") -> str:
        """The address of a page by its path below `docs/`: "stories/x.md" -> "https://news.example/stories/x/"."""
        path = page.removesuffix(".md")
        end = "/" if self.directory_urls else ".html"
        return f"{self.base}{path}{end}{f'#{anchor}' if anchor else ''}"
