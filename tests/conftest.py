"""What the tests share: this repository as a project, and copies of it to break."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.config.project import find_project
from digest.pipeline import Edition, make_edition

ROOT = Path(__file__).parent.parent
PROJECT = ("mkdocs.yml", "stories.lock", "stories.history", "seeds", "stories", "site_templates", "docs")


@pytest.fixture(scope="session", autouse=True)
def own_secret(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the secret of the person who runs the tests alone, and the clock, also in the programs that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
        yield


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The edition that this repository's own articles give."""
    return make_edition(find_project(ROOT))


@pytest.fixture(scope="session")
def gold() -> dict:
    """What a perfect reader finds in the two articles of `seeds/`; offsets are into the raw files."""
    return json.loads((ROOT / "tests" / "gold" / "seeds.json").read_text(encoding="utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this repository's project, to change and to break."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        elif source.is_file():
            shutil.copy(source, tmp_path / name)
    return tmp_path
