"""Refuse addresses inside the user's own network: a feed from a stranger must not be able to ask a printer or a router.

What counts is the IP address that a name leads to, not the name: `http://intranet/`, `http://2130706433/` and a name of
a stranger's that leads to 127.0.0.1 are all refused. The tables are those of IANA's registries of special addresses.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.fetch.problems import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

LOCAL_LINK = "of the local link"  # where machines in a data centre keep their secrets: nothing for a reader of news
ALLOW_IT = "if it is yours, allow it: --allow {host}, or fetch: allow: in digest.yml"
NOT_PUBLIC_V4 = tuple(
    (ipaddress.IPv4Network(network), name)
    for network, name in (
        ("0.0.0.0/8", "of this machine"),
        ("10.0.0.0/8", "of a private network"),
        ("100.64.0.0/10", "of a provider's inner network"),
        ("127.0.0.0/8", "of this machine"),
        ("169.254.0.0/16", LOCAL_LINK),
        ("172.16.0.0/12", "of a private network"),
        ("192.0.0.0/24", "of a private network"),
        ("192.0.2.0/24", "for examples only"),
        ("192.88.99.0/24", "of a relay"),
        ("192.168.0.0/16", "of a private network"),
        ("198.18.0.0/15", "for measurements only"),
        ("198.51.100.0/24", "for examples only"),
        ("203.0.113.0/24", "for examples only"),
        ("224.0.0.0/4", "of a group of machines"),
        ("240.0.0.0/4", "reserved"),
    )
)
PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")  # all that has been given out; what lies outside is special
NOT_PUBLIC_V6 = tuple(
    (ipaddress.IPv6Network(network), name)
    for network, name in (
        ("::/128", "of this machine"),
        ("::1/128", "of this machine"),
        ("fc00::/7", "of a private network"),
        ("fe80::/10", LOCAL_LINK),
        ("ff00::/8", "of a group of machines"),
        ("2001::/23", "of a tunnel"),
        ("2002::/16", "of a tunnel"),
        ("2001:db8::/32", "for examples only"),
        ("3fff::/20", "for examples only"),
    )
)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What inside the user's own network may be asked all the same."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[str]) -> Allowed:
        """Sort hosts from networks, both as `host_or_network` gives them."""
        hosts, networks = set(), []
        for entry in entries:
            try:
                networks.append(ipaddress.ip_network(entry))
            except ValueError:
                hosts.add(entry)
        return cls(hosts=frozenset(hosts), networks=tuple(networks))

    def names(self, host: str) -> bool:
        """Whether the host itself is listed, by its name or as an IP address."""
        if host in self.hosts:
            return True
        try:
            return self.holds(ipaddress.ip_address(host))
        except ValueError:
            return False

    def holds(self, address: Address) -> bool:
        """Whether an IP address lies in one of the networks."""
        return any(address in network for network in self.networks if network.version == address.version)


def check(host: str, found: Sequence[str], allowed: Allowed) -> tuple[str, ...]:
    """The IP addresses of a host that may be asked: all of them, or FetchError.

    One that may not be asked spoils the others: a name that leads both to a public and to a private address is
    either a mistake or an attack.
    """
    for text in found:
        address = ipaddress.ip_address(text.partition("%")[0])
        if allowed.names(host) or allowed.holds(address):
            continue
        kind = LOCAL_LINK if "%" in text else not_public(address)
        if kind:
            is_name = host != text
            raise FetchError(
                "private-address",
                f"{f'{host} leads to {text}' if is_name else text}, an address {kind}; it is not asked",
                hint="" if kind == LOCAL_LINK else ALLOW_IT.format(host=host),
            )
    return tuple(found)


def not_public(address: Address) -> str:
    """What kind of address this is, if it is not one of the public internet's; else ""."""
    if isinstance(address, ipaddress.IPv4Address):
        return next((name for network, name in NOT_PUBLIC_V4 if address in network), "")
    inner = address.ipv4_mapped  # "::ffff:127.0.0.1"
    if inner is None and address in NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)  # "64:ff9b::7f00:1"
    if inner is not None:
        return not_public(inner)
    named = next((name for network, name in NOT_PUBLIC_V6 if address in network), "")
    return named or ("" if address in PUBLIC_V6 else "for special uses only")
