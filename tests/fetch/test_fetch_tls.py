"""The server has to prove that it is the host that was asked for, though the connection goes to its IP address."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from webserver import Reply, WebServer

PROOF = Path(__file__).parent / "courier-example.pem"  # a key and certificate for these tests alone
PAGE = b"<!doctype html><p>The ferry runs again.</p>"


@pytest.fixture
def secure() -> Iterator[WebServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PROOF)
    server = WebServer(tls=context)
    server.answers["/a"] = Reply(PAGE)
    yield server
    server.close()


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=PROOF)


def test_a_server_that_proves_its_name(secure, guest):
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    guest.trust = trusting
    assert guest.one(secure.url("/a", host="courier.example", scheme="https")).outcome == "new"
    assert secure.asked[-1].headers["host"] == f"courier.example:{secure.port}"


def test_a_proof_of_another_name_is_none(secure, guest):
    guest.names.known["herald.example"] = [("127.0.0.1",)]
    guest.trust = trusting
    assert guest.code(secure.url("/a", host="herald.example", scheme="https")) == "certificate"
    assert not secure.asked


def test_a_proof_by_nobody_known_is_none(secure, guest):
    guest.settings = replace(guest.settings, retries=3)
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    assert guest.code(secure.url("/a", host="courier.example", scheme="https")) == "certificate"
    assert guest.times.waits == []


def test_a_redirect_from_https_to_http_is_told(secure, web, guest):
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    guest.trust = trusting
    secure.answers["/a"] = Reply(status=302, headers={"Location": web.url("/b")})
    web.answers["/b"] = Reply(PAGE)
    result = guest.one(secure.url("/a", host="courier.example", scheme="https"))
    assert [(problem.code, problem.level) for problem in result.problems] == [("not-secure", "warning")]


def test_a_list_of_authorities_that_is_not_there(web, guest, monkeypatch, tmp_path):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    web.answers["/a"] = Reply(PAGE)
    (problem,) = guest.one(web.url("/a")).problems
    assert problem.code == "certificate"
    assert "SSL_CERT_FILE" in problem.message
