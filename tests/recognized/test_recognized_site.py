"""What was recognized or mended stands on the article's page, and the site still passes its own check."""

from __future__ import annotations

from pathlib import Path

from running import digest

SCRAPED = """Harbour opens again after the storm

By Jo Reed and Ann Poe, Science Editors

Published 4 March 2026 | Updated 5 March 2026

The harbour opened its gates again on Wednesday, two days after the storm had closed it to all of the ships.

â€œForty boats donâ€™t fit in here at once,â€\u009d said the harbour master, Max Mill, on Thursday morning.

The repairs to the eastern wall will take until the summer, and will be paid for by the town and by the port.
"""
GERMAN = """Fähre fährt wieder

Die Fähre zu den Inseln wird ab Donnerstag wieder fahren, teilte der Betreiber am Abend mit, weil der Wind nachlässt.

Wer gebucht hat, bekommt auf Wunsch sein Geld zurück oder kann ein späteres Schiff nehmen, sagte eine Sprecherin.
"""


def test_recognized_and_mended_articles_on_the_site(project: Path) -> None:
    (project / "seeds" / "harbour.txt").write_text(SCRAPED, encoding="utf-8", newline="\n")
    (project / "seeds" / "ferry.txt").write_text(GERMAN, encoding="utf-8", newline="\n")
    built = digest("build", cwd=project)
    assert built.returncode == 0, built.stderr
    assert "seeds/harbour.txt:9: note[encoding-mended]: 3 groups of letters" in built.stdout + built.stderr
    page = (project / "docs" / "articles" / "harbour.md").read_text(encoding="utf-8")
    assert "| Date | 4 March 2026 | recognized from the text, not stated |" in page
    assert "| Author | Jo Reed, Ann Poe | recognized from the text, not stated |" in page
    assert "“Forty boats don’t fit in here at once,”" in page
    german = (project / "docs" / "articles" / "ferry.md").read_text(encoding="utf-8")
    assert "| Language | German | recognized from the text, not stated |" in german
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr
