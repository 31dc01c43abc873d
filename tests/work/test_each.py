"""The results are the same, and in the same order, whoever does the work and however it is parted."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest
from editions import pages_of
from hypothesis import given
from hypothesis import strategies as st

from digest import pipeline
from digest.clean import clean_article, find_publisher
from digest.diagnostics import Diagnostic, DigestError, Location, error
from digest.model import Known, Origin, Publisher, RawArticle
from digest.work import each as module
from digest.work.each import each
from digest.work.processes import Processes
from digest.work.step import Step

PROBLEM = error("bad", "it is bad", location=Location(path="a.yml", line=3, column=4), hint="mend it", source="x: y")


def double(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number} is negative")
    return 2 * number


def refuse(number: int) -> int:
    raise DigestError([PROBLEM])


def die_in(worker: tuple[int, int]) -> int:
    """Die, unless this is the process of the number."""
    number, main = worker
    if number == 7 and os.getpid() != main:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def step(run, *, portion: int = 1) -> Step:
    return Step(name="doubling", run=run, kind=int, inputs=_all, size=_one, portion=portion)


def _all(item):
    return (item,)


def _one(item) -> int:
    return 1


class Backwards(Executor):
    """Does what it gets in the end, the last first."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future, object, tuple]] = []

    def submit(self, fn, /, *args):
        future: Future = Future()
        self.waiting.append((future, fn, args))
        return future


@given(numbers=st.lists(st.integers(0, 1000), max_size=30), portion=st.integers(1, 40))
def test_results_come_in_the_order_of_the_values(numbers, portion):
    with ThreadPoolExecutor(3) as executor:
        found = each(step(double, portion=portion), numbers, executor=executor)
    assert found == [2 * number for number in numbers] == each(step(double), numbers)


def test_the_order_in_which_work_is_done_does_not_matter(monkeypatch):
    executor = Backwards()

    def done_last_first(running, **_):
        for future, fn, args in reversed(executor.waiting):
            future.set_result(fn(*args))
        executor.waiting.clear()
        return set(running), set()

    monkeypatch.setattr(module, "wait", done_last_first)
    assert each(step(double, portion=3), range(20), executor=executor) == [2 * n for n in range(20)]


@pytest.mark.parametrize("executor", [None, "threads"])
def test_progress_counts_up_to_all(executor):
    heard = []
    with ThreadPoolExecutor(2) as threads:
        each(
            step(double, portion=2),
            range(7),
            executor=threads if executor else None,
            progress=lambda *told: heard.append(told),
        )
    assert heard == [("doubling", done, 7) for done in range(1, 8)]


def test_an_error_of_a_worker_is_raised_as_it_is():
    with ProcessPoolExecutor(1) as processes, pytest.raises(ValueError, match="-3 is negative"):
        each(step(double), [1, 2, -3, 4], executor=processes)


def test_a_users_problem_travels_with_its_place_and_its_hint():
    with ProcessPoolExecutor(1) as processes, pytest.raises(DigestError) as raised:
        each(step(refuse), [1], executor=processes)
    assert raised.value.diagnostics == (PROBLEM,)
    assert "a.yml:3:4" in str(raised.value)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is killed in another way here")
@pytest.mark.parametrize("portion", [1, 4])
def test_what_a_dead_worker_leaves_is_done_here(portion):
    told: list[Diagnostic] = []
    items = [(number, os.getpid()) for number in range(20)]
    with Processes(2, alone=0) as processes:
        found = each(step(die_in, portion=portion), items, executor=processes, tell=told.append)
    assert found == list(range(20))
    assert [(str(d.level), d.code) for d in told] == [("note", "worker-lost")]


def test_a_worker_in_another_version_is_refused():
    portion = module.Portion(step(double), (1,), "another")
    with pytest.raises(DigestError, match="other-version"):
        module.work_off(portion)


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("portion", [1, 10**9])
def test_pages_do_not_depend_on_the_number_of_processes_nor_on_their_portions(
    town_project, plain, monkeypatch, jobs, portion
):
    for name in ("CLEAN", "EXTRACT", "HEADLINE", "TELL"):
        monkeypatch.setattr(pipeline, name, replace(getattr(pipeline, name), portion=portion))
    with Processes(jobs, alone=0) as executor:
        assert pages_of(town_project, executor=executor) == plain


def test_pages_do_not_depend_on_the_kind_of_executor(town_project, plain):
    with ThreadPoolExecutor(2) as executor:
        assert pages_of(town_project, executor=executor) == plain


NAMES = st.sampled_from(["The Quay", "quay", "Bay Post", "bay-post", "Elsewhere", "新华社", "quay.example"])
ADDRESSES = st.sampled_from(
    ["https://quay.example/a", "https://www.bay.example/b", "https://news.quay.example", "https:"]
)
PUBLISHERS = st.lists(
    st.builds(
        Publisher,
        id=st.sampled_from(["quay", "bay-post", "pier"]),
        name=NAMES,
        home=st.none() | ADDRESSES,
        fingerprints=st.lists(st.sampled_from(["the Quay app", "bay.example", "Pier"]), max_size=2).map(tuple),
    ),
    max_size=3,
    unique_by=lambda publisher: publisher.id,
)


@given(
    publishers=PUBLISHERS,
    name=st.none() | NAMES,
    url=st.none() | ADDRESSES,
    origin=st.sampled_from(Origin),
    text=st.lists(st.sampled_from(["Get the Quay app", "at bay.example", "the Pier", "Rain fell."])).map("\n\n".join),
)
def test_an_article_needs_no_other_publisher_than_its_own(publishers, name, url, origin, text):
    """That is why another publisher's change does not let it be cleaned again."""
    raw = RawArticle(
        id="a",
        path="seeds/a.txt",
        sha256="0",
        text=text,
        encoding="utf-8",
        publisher=Known(value=name, origin=origin) if name else None,
        url=Known(value=url, origin=origin) if url else None,
    )
    own = find_publisher(raw, publishers)
    assert find_publisher(raw, (own.value,) if own else ()) == own
    if text:
        assert clean_article(raw, publishers=publishers) == clean_article(raw, publishers=(own.value,) if own else ())
