"""Values of the settings about the web: a moment in time, a host or network, and who to write to."""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from dataclasses import dataclass
from typing import Any

from digest.config.nodes import Node, Report, Scalar
from digest.config.values import Setting, refuse

MOMENT = re.compile(  # "2026-03-04T08:00:00Z"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*"
)  # "news.example.org"
CONTACT = re.compile(r"[!-'*-~]{1,60}@[!-'*-~]{1,130}|https?://[!-'*-~]{1,190}")  # "desk@example.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time, with its zone."""

    what: str = "a time such as 2026-03-04T08:00:00Z"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[dt.datetime] | None:
        """Give the time, or report why it is none."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        text = node.text.strip()
        try:
            if MOMENT.fullmatch(text):
                return Setting(value=dt.datetime.fromisoformat(text.upper()), location=node.location)
            hint = "write the date, the time and the zone"
        except ValueError:
            hint = "there is no such time"
        report.add("bad-value", f"{name}: expected {self.what}, got '{text[:60]}'", node.location, hint=hint)
        return None

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HostOrNetwork:
    """The name of a host, an IP address, or a network of addresses. Given in small letters."""

    what: str = "a host such as intranet.example.org, or a network such as 10.0.0.0/8"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[str] | None:
        """Give the host or network, or report that it is none."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        found = host_or_network(node.text)
        if found is None:
            hint = "without https://, port and path" if "/" in node.text or ":" in node.text else ""
            report.add("bad-value", f"{name}: expected {self.what}, got '{node.text[:60]}'", node.location, hint=hint)
            return None
        return Setting(value=found, location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "string", "minLength": 1, "maxLength": 253}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A mail or web address that goes into the user agent, so that a server's keeper can write to somebody."""

    what: str = "a mail or web address such as desk@example.org"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[str] | None:
        """Give the address, or report that it is none."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        text = node.text.strip()
        if not CONTACT.fullmatch(text):
            report.add("bad-value", f"{name}: expected {self.what}, got '{text[:60]}'", node.location)
            return None
        return Setting(value=text, location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "string", "minLength": 3, "maxLength": 200}


def host_or_network(text: str) -> str | None:
    """The normal form of a host's name, an address or a network; None where it is none of these."""
    text = text.strip().lower().removesuffix(".")
    try:
        network = ipaddress.ip_network(text.strip("[]"), strict=False)
    except ValueError:
        return text if HOST.fullmatch(text) else None
    return str(network if network.num_addresses > 1 else network.network_address)
