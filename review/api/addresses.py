"""Where a webhook may go. Whoever may set an address could otherwise make this server ask its own network.

The host's name is resolved once, every address that it has is judged, and the connection is made to the very
address that was judged: a name that resolves otherwise a moment later (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from review.api import messages
from review.api.problems import Problem

PORTS = {"http": 80, "https": 443}


class Target(NamedTuple):
    """A judged address: where to connect to, and what the host calls itself."""

    url: str
    """The webhook's URL with the address in the host's place."""
    host: str
    """For the Host header: with the port where one was written."""
    name: str
    """For TLS: what the certificate has to say."""


def judge(url: str, *, allow_private: bool) -> Target:
    """The target of a webhook's URL. Problem `address-refused` where it must not be asked."""
    parts = _parts(url)
    name = parts.hostname or ""
    port = parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Problem("address-refused", messages.ADDRESS_UNKNOWN.format(host=name)) from error
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    for address in addresses:
        if not allow_private and not is_public(address):
            told = messages.ADDRESS_PRIVATE.format(host=name, address=address)
            raise Problem("address-refused", told)
    chosen = addresses[0]
    pinned = f"[{chosen}]" if chosen.version == 6 else str(chosen)
    path = parts.path or "/"
    query = f"?{parts.query}" if parts.query else ""
    return Target(f"{parts.scheme}://{pinned}:{port}{path}{query}", parts.netloc, name)


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is on the open network, looked at through IPv6 dresses of IPv4 addresses."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_public(inner)
        if address in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a port that is no number is told by reading it
    except ValueError as error:
        raise Problem("address-refused", messages.ADDRESS_SCHEME) from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise Problem("address-refused", messages.ADDRESS_SCHEME)
    if parts.username is not None or parts.password is not None:
        raise Problem("address-refused", messages.ADDRESS_CREDENTIALS)
    return parts
