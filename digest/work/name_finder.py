"""Choose what finds the names of articles: the rules, or a spaCy pipeline that `digest.yml` names."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from digest.config.values import Setting
from digest.extract.spacy_names import Pipeline, check_pipeline
from digest.work.fingerprint import files_digest


def chosen_pipeline(setting: Setting[str] | None, *, root: Path) -> Pipeline | None:
    """The pipeline under a path, which counts from the project's folder; None where the rules find the names.

    Raises DigestError where spaCy is not installed or no pipeline stands there.
    """
    if setting is None:
        return None
    folder = (root / Path(setting.value).expanduser()).resolve()
    check_pipeline(folder, location=setting.location)
    return Pipeline(path=str(folder), state=f"spacy {version('spacy')} {files_digest(folder)}")
