"""From the web into `seeds/`: ask politely and safely, and keep what comes. The only room with a network."""

from digest.fetch.commands import Fetching, Options, add, refresh
from digest.fetch.results import Outcome, Result
from digest.fetch.sources import sort_sources

__all__ = ["Fetching", "Options", "Outcome", "Result", "add", "refresh", "sort_sources"]
