"""A webhook reaches the open network and nothing else."""

import ipaddress
import socket

import pytest

from review.api import addresses
from review.api.problems import Problem

PRIVATE = """
http://127.0.0.1/ http://localhost:8000/x http://10.1.2.3/ http://172.16.0.1/ http://192.168.1.1/ http://169.254.169.254/
http://0.0.0.0/ http://100.64.0.1/ http://[::1]/ http://[fe80::1]/ http://[fc00::1]/ http://[::ffff:127.0.0.1]/
http://[::ffff:10.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[2002:7f00:1::]/ http://2130706433/ http://0x7f.1/
http://224.0.0.1/ http://255.255.255.255/ http://[::]/ http://127.1/
""".split()


@pytest.mark.parametrize("url", PRIVATE)
def test_addresses_inside_are_refused(url: str) -> None:
    with pytest.raises(Problem) as raised:
        addresses.judge(url, allow_private=False)
    assert raised.value.kind == "address-refused"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "http:///x",
        "//8.8.8.8",
        "http://8.8.8.8:99999/",
        "http://[::1",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(Problem):
        addresses.judge(url, allow_private=True)


def test_names_and_passwords_in_an_address_are_refused() -> None:
    with pytest.raises(Problem):
        addresses.judge("http://user:secret@8.8.8.8/", allow_private=True)


def test_the_connection_goes_to_the_judged_address_under_the_hosts_own_name() -> None:
    target = addresses.judge("https://8.8.8.8:8443/hook?a=1", allow_private=False)
    assert target == ("https://8.8.8.8:8443/hook?a=1", "8.8.8.8:8443", "8.8.8.8")


def test_a_name_is_resolved_once_and_every_address_of_it_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.5", port)),
        ]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", resolve)
    with pytest.raises(Problem, match=r"10\.0\.0\.5"):
        addresses.judge("https://office.example/hook", allow_private=False)
    target = addresses.judge("https://office.example/hook", allow_private=True)
    assert target.url == "https://93.184.216.34:443/hook"
    assert (target.host, target.name) == ("office.example", "office.example")
    assert asked == ["office.example", "office.example"]


def test_where_it_is_allowed_an_address_inside_is_reached() -> None:
    assert addresses.judge("http://[::1]:80/", allow_private=True).url == "http://[::1]:80/"
    assert not addresses.is_public(ipaddress.ip_address("::1"))
    assert addresses.is_public(ipaddress.ip_address("2606:4700::1111"))
