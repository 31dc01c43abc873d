"""The day of publication as pages, feeds and mails write it in their data, and the moment: one, or none."""

from __future__ import annotations

from digest.language.days import day_of, moment_of, one_day, one_moment

__all__ = ["day_of", "moment_of", "one_day", "one_moment"]
