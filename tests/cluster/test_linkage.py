"""Groups join while they are convincing: copies do, chains do not, and two tight groups stay two."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from digest.cluster.linkage import join
from digest.cluster.links import Decided
from digest.cluster.settings import STANDARD


def blocks(sizes, *, inside, between):
    """A similarity matrix of groups of these sizes, with one similarity inside the groups and one between them."""
    labels = np.repeat(np.arange(len(sizes)), sizes)
    matrix = np.where(labels[:, None] == labels[None, :], inside, between).astype(float)
    np.fill_diagonal(matrix, 0)
    return matrix


def groups(matrix, *, together=(), apart=(), settled=()):
    size = len(matrix)
    blocked = np.zeros(matrix.shape)
    for first, second in apart:
        blocked[first, second] = blocked[second, first] = 1
    decided = Decided([list(group) for group in together], np.isin(range(size), settled), csr_matrix(blocked))
    return sorted(join(csr_matrix(matrix), STANDARD, decided))


def test_similar_articles_are_one_group():
    assert groups(blocks([2, 3], inside=0.35, between=0.32)) == [[0, 1, 2, 3, 4]]


def test_two_groups_that_are_much_tighter_inside_stay_two():
    assert groups(blocks([2, 3], inside=0.6, between=0.25)) == [[0, 1], [2, 3, 4]]


def test_the_more_articles_bear_witness_the_more_is_asked():
    assert groups(blocks([2, 2], inside=0.4, between=0.3)) == [[0, 1, 2, 3]]
    assert groups(blocks([8, 8], inside=0.4, between=0.3)) == [list(range(8)), list(range(8, 16))]


def test_copies_of_one_text_do_not_shut_a_third_article_out():
    assert groups(blocks([2, 1], inside=1, between=0.45)) == [[0, 1, 2]]


@pytest.mark.parametrize("size", [3, 30, 200])
def test_a_story_of_any_size_stays_whole(size):
    assert groups(blocks([size], inside=0.35, between=0)) == [list(range(size))]


def test_a_chain_does_not_pull_everything_together():
    chain = 0.5 * (np.eye(6, k=1) + np.eye(6, k=-1))
    assert all(len(group) <= 3 for group in groups(chain))


def test_a_single_article_may_join_a_group_by_a_weak_link_only_if_nothing_else_comes_near():
    weak = STANDARD.threshold - STANDARD.leeway / 4
    assert groups(blocks([2, 1], inside=0.3, between=weak)) == [[0, 1, 2]]
    assert groups(blocks([2, 2, 1], inside=0.3, between=weak)) == [[0, 1], [2, 3], [4]]
    assert groups(blocks([1, 1], inside=0, between=weak)) == [[0], [1]]


def crowded(size, *, near, others):
    """Two rows that are `near` each other, and a crowd of `size` others near both, but not near one another."""
    matrix = np.zeros((2 + size, 2 + size))
    matrix[0, 1] = matrix[1, 0] = near
    matrix[:2, 2:] = matrix[2:, :2] = others
    return matrix


def test_where_much_comes_near_more_is_asked():
    near = STANDARD.threshold + STANDARD.crowding / 3
    assert groups(crowded(0, near=near, others=0)) == [[0, 1]]
    assert groups(crowded(40, near=near, others=0))[0] == [0, 1]
    assert groups(crowded(10, near=near, others=0.1))[0] == [0]
    assert groups(crowded(STANDARD.companions - 1, near=near, others=0.1))[0] == [0, 1]


def test_no_crowd_parts_what_is_very_similar():
    sure = STANDARD.threshold + STANDARD.crowding * STANDARD.most_crowd + 0.01
    assert groups(crowded(200, near=sure, others=0.1))[0] == [0, 1]


def test_the_articles_of_a_story_are_no_crowd_around_it():
    near = STANDARD.threshold + STANDARD.crowding / 4
    matrix = blocks([30, 1], inside=0.5, between=near + STANDARD.belonging * (0.5 - STANDARD.usual))
    assert groups(matrix) == [list(range(31))]


def test_what_an_editor_says_comes_first():
    matrix = blocks([2, 2], inside=0.6, between=0.1)
    assert groups(matrix, together=[(0, 3)]) == [[0, 1, 2, 3]]
    assert groups(matrix, apart=[(0, 1)])[0] == [0]
    assert groups(matrix, together=[(0, 2)], apart=[(0, 1), (1, 2)]) == [[0, 2, 3], [1]]


def test_two_settled_groups_are_never_joined_and_a_new_row_joins_the_nearer():
    alike = blocks([5], inside=0.8, between=0)
    alike[4, :2] = alike[:2, 4] = 0.7
    assert groups(alike, together=[(0, 1), (2, 3)], settled=[0, 1, 2, 3]) == [[0, 1], [2, 3, 4]]
    assert groups(alike, together=[(0, 1, 2, 3)], settled=[0, 1, 2, 3]) == [[0, 1, 2, 3, 4]]
    assert groups(blocks([2], inside=1, between=0), settled=[0, 1]) == [[0], [1]]


MATRICES = st.integers(1, 9).flatmap(
    lambda size: st.lists(st.sampled_from([0, 0.1, 0.15, 0.2, 0.3, 0.5, 1]), min_size=size * size, max_size=size * size)
)


@settings(deadline=None)
@given(MATRICES, st.randoms(use_true_random=False))
def test_every_row_is_in_one_group_whatever_the_order_of_the_rows(values, shuffler):
    size = round(len(values) ** 0.5)
    matrix = np.array(values).reshape(size, size)
    matrix = np.triu(matrix, 1) + np.triu(matrix, 1).T + np.triu(1e-5 * np.arange(size * size).reshape(size, size), 1)
    matrix = np.maximum(matrix, matrix.T)  # no two similarities are equal, so no tie is broken by the order
    found = groups(matrix)
    assert sorted(row for group in found for row in group) == list(range(size))
    order = shuffler.sample(range(size), size)
    shuffled = groups(matrix[np.ix_(order, order)])
    assert sorted(sorted(order[row] for row in group) for group in shuffled) == found
