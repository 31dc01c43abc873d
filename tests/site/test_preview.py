"""`mkdocs serve` shows each save once, and survives a mistake."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 60  # seconds that a slow machine may take for one rebuild
BUILDING = "Building documentation"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Preview:
    """A running `mkdocs serve`, with what it has said so far."""

    def __init__(self, project: Path, log: Path, port: int) -> None:
        self.project, self.log, self.port = project, log, port
        self.slug = next((project / "docs/stories").glob("*.md")).stem

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
            return answer.read().decode("utf-8")

    def story(self) -> str:
        return self.page(f"stories/{self.slug}/")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if holds():
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"{what}\n{self.said()}")

    def settle(self) -> int:
        """Wait until no rebuild is under way or follows; return how many there have been."""
        quiet, seen = 0, -1
        while quiet < 12:
            time.sleep(0.25)
            now = self.said().count(BUILDING)
            quiet, seen = (quiet + 1, now) if now == seen else (0, now)
        return seen


@pytest.fixture
def preview(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    port = free_port()
    log = tmp_path_factory.mktemp("log") / "serve.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            command, cwd=project, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        try:
            running = Preview(project, log, port)
            running.until(lambda: "<main" in running.page(""), "the preview does not start")
            yield running
        finally:
            process.terminate()
            process.wait()


def test_each_save_is_shown_once_and_a_mistake_keeps_the_last_good_page(preview):
    story = preview.project / "stories" / f"{preview.slug}.yml"
    builds = preview.settle()

    story.write_text("note: Seen in the preview.\n", encoding="utf-8")
    preview.until(lambda: "Seen in the preview." in preview.story(), "an editor's file is not watched")
    assert preview.settle() == builds + 1

    template = preview.project / "site_templates" / "people.md.j2"
    template.write_text(template.read_text(encoding="utf-8") + "\nA line of the template.\n", encoding="utf-8")
    preview.until(lambda: "A line of the template." in preview.page("people/"), "templates are not watched")
    assert preview.settle() == builds + 2

    seed = preview.project / "seeds" / "harbour.txt"
    seed.write_text(
        "Ferry stays in harbour as storm nears\n\nThe ferry to the islands will not sail before Friday, "
        "the harbour master said. “Nobody goes out in this,” said Mary Byrne, the harbour master.\n",
        encoding="utf-8",
    )
    preview.until(lambda: "Ferry stays in harbour" in preview.page(""), "seeds are not watched")
    assert preview.settle() == builds + 3

    story.write_text("titel: A mistake\n", encoding="utf-8")
    preview.until(lambda: "unknown key" in preview.said(), "a mistake is not told")
    preview.settle()
    assert "Seen in the preview." in preview.story()

    story.write_text("note: Mended.\n", encoding="utf-8")
    preview.until(lambda: "Mended." in preview.story(), "the preview does not recover")
