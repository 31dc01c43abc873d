"""Sort what `digest add` was given: addresses, lists of addresses (OPML, CSV, standard input), and files to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.config.values import is_web_address
from digest.diagnostics import Diagnostic, Location, error, warning
from digest.fetch.entries import addresses_of_csv, feeds_of_opml
from digest.fetch.sniff import ending_of

STDIN = "-"
LARGEST_LIST = 20_000_000  # bytes
MOST_ADDRESSES = 1_000  # of one list


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is to be fetched, what is to be copied, and what is neither."""

    addresses: tuple[str, ...]
    files: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def sort_sources(sources: Iterable[str], *, stdin: Callable[[], bytes]) -> Sources:
    """Sort the sources, in their order. A list is not copied: what it lists is added."""
    addresses: list[str] = []
    files: list[Path] = []
    problems: list[Diagnostic] = []
    for source in sources:
        if source == STDIN:
            addresses += _checked(list(_lines(stdin()[:LARGEST_LIST])), "standard input", problems)
        elif "://" in source:
            addresses.append(source)
        else:
            path = Path(source)
            listed = _listed(path)
            if listed is None:
                files.append(path)
            elif not listed:
                words = "this list names no address"
                problems.append(error("empty-list", words, location=Location(path=path.as_posix())))
            else:
                addresses += _checked(listed, path.as_posix(), problems)
    return Sources(addresses=tuple(addresses), files=tuple(files), problems=tuple(problems))


def _listed(path: Path) -> list[tuple[int, str]] | None:
    """The addresses in an OPML or CSV file; None for a file that is no list."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_LIST:
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST_LIST)
    except OSError:
        return None
    if ending_of(data) == ".opml":
        return [(0, address) for address in feeds_of_opml(data)]
    if path.suffix.lower() in (".csv", ".tsv"):
        return [(0, address) for address in addresses_of_csv(data)]
    return None


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers; what follows # is a remark."""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        text = line.strip()
        if text and not text.startswith("#"):
            yield number, text


def _checked(listed: list[tuple[int, str]], of: str, problems: list[Diagnostic]) -> Iterator[str]:
    if len(listed) > MOST_ADDRESSES:
        words = f"{len(listed):,} addresses; the first {MOST_ADDRESSES:,} are added"
        problems.append(warning("too-many", words, location=Location(path=of), hint="make several lists of it"))
    for number, address in listed[:MOST_ADDRESSES]:
        if is_web_address(address):
            yield address
        else:
            words = f"this is no web address: {''.join(ch for ch in address[:60] if ch.isprintable())}"
            problems.append(error("bad-address", words, location=Location(path=of, line=number)))
