"""Check, from the files alone, that every claim on every page stands in its source."""

from digest.verify.edition import verify_edition
from digest.verify.project import Report, verify_project

__all__ = ["Report", "verify_edition", "verify_project"]
