"""The `llm` group of `digest.yml`: which language model may be asked to shorten summaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digest.config.schema import Group, Key
from digest.config.values import Address, Number, Text

LLM = Group(
    what="the keys server, model, key and timeout",
    keys={
        "server": Key(
            type=Address(),
            about="Where the server listens, up to the part before /chat/completions: http://localhost:11434/v1.",
            required=True,
            also=("base_url", "url", "address", "host"),
        ),
        "model": Key(type=Text(limit=100), about="The model's name there.", required=True, also=("name",)),
        "key": Key(
            type=Text(limit=100),
            about="The name of the environment variable that holds the server's key; never the key itself.",
            also=("api_key", "token", "key_env"),
        ),
        "timeout": Key(type=Number(least=1, most=600), about="Seconds to wait for an answer (60).", also=("seconds",)),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """Whom to ask. `key` names an environment variable, and is "" where the server wants no key."""

    server: str
    model: str
    key: str = ""
    timeout: float = 60


def llm_settings(values: Mapping[str, Any]) -> LlmSettings | None:
    """The settings out of what was read; None where none are given, or one that is needed is missing."""
    bare = {key: setting.value for key, setting in values.items()}
    return LlmSettings(**bare) if "server" in bare and "model" in bare else None
