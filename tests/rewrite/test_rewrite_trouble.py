"""A model's server may be slow, broken or gone: the story is told to have failed, and nothing is kept."""

from __future__ import annotations

import pytest
from chatserver import ChatServer, told

from digest.config.llm import LlmSettings
from digest.llm import Client, Outcome, rewrite


def asked(edition, folder, server, *, timeout=30, times=1):
    client = Client.open(LlmSettings(server=server, model="small", timeout=timeout))
    stories = list(edition.stories) * times
    return list(rewrite(stories, ask=client.ask, model="small", kept={}, folder=folder))


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, told("I would rather not."), "no JSON"),
        (200, told('{"sentences": [{"text": "half'), "JSON is broken"),
        (200, told({"sentences": []}), "no list of sentences"),
        (200, told({"sentences": "all of them"}), "no list of sentences"),
        (200, told([1, 2]), "no JSON"),
        (200, told(""), "empty"),
        (200, b'{"choices": []}', "another form"),
        (200, b"<html>", ""),
        (401, b'{"error": {"message": "who are you?"}}', "who are you?"),
        (500, b"", "500"),
    ],
)
def test_what_is_no_answer_is_told(edition, tmp_path, status, body, words):
    server = ChatServer(lambda _: (status, body))
    (result,) = asked(edition, tmp_path, server.address)
    server.close()
    assert result.outcome is Outcome.FAILED
    assert words in result.why[0]
    assert not list(tmp_path.iterdir())


def test_a_slow_server_is_left(edition, tmp_path):
    server = ChatServer(lambda _: (server.over.wait(60), (200, told("late")))[1])
    (result,) = asked(edition, tmp_path, server.address, timeout=1)
    server.close()
    assert "timed out" in result.why[0]


def test_a_server_that_fails_again_and_again_is_asked_no_more(edition, tmp_path):
    server = ChatServer(lambda _: (401, b"{}"))
    results = asked(edition, tmp_path, server.address, times=5)
    server.close()
    assert len(server.asked) == 3
    assert results[-1].why == ("not asked: the server failed before",)


def test_nobody_listens(edition, tmp_path):
    (result,) = asked(edition, tmp_path, "http://127.0.0.1:9/v1")
    assert result.outcome is Outcome.FAILED
