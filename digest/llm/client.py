"""Talk to a chat server of the common form: a local one, or one elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digest.config.llm import LlmSettings
from digest.diagnostics import DigestError, Location, error

if TYPE_CHECKING:
    from openai import OpenAI

TOKENS = 1000  # that an answer may have
NO_KEY = "none"  # local servers ask for no key, but the library wants one


class NoReplyError(Exception):
    """The server gave no answer; the message says why."""


class MissingLibraryError(DigestError):
    """The library for asking is not installed."""


@dataclass(frozen=True, slots=True)
class Client:
    """A server that answers messages with text."""

    library: OpenAI
    model: str

    @classmethod
    def open(cls, settings: LlmSettings) -> Client:
        """Make ready to ask; nothing is sent yet. Raises DigestError where the library or the key is missing."""
        try:
            from openai import OpenAI  # noqa: PLC0415 - an extra that few install, and slow to load
        except ImportError:
            hint = 'pip install "storydigest[llm]"'
            raise MissingLibraryError(
                [error("no-llm", "the library for asking a model is missing", hint=hint)]
            ) from None
        key = os.environ.get(settings.key, "") if settings.key else NO_KEY
        if not key:
            place = Location(path="digest.yml")
            hint = f"export {settings.key}=…, or leave `key` out for a server that asks for none"
            raise DigestError([error("no-key", f"the environment has no {settings.key}", location=place, hint=hint)])
        library = OpenAI(base_url=settings.server, api_key=key, timeout=settings.timeout, max_retries=1)
        return cls(library, settings.model)

    def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """The server's answer. Raises NoReplyError where there is none, for whatever reason."""
        from openai import OpenAIError  # noqa: PLC0415

        listed: Any = list(messages)
        try:
            answer = self.library.chat.completions.create(
                model=self.model, messages=listed, temperature=0, max_tokens=TOKENS
            )
            text = answer.choices[0].message.content
        except OpenAIError as problem:
            raise NoReplyError(" ".join(str(problem).split())[:300] or type(problem).__name__) from None
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            raise NoReplyError("its answer has another form than that of a chat server") from None
        if not isinstance(text, str) or not text.strip():
            raise NoReplyError("its answer is empty")
        return text
