"""Average linkage: what is similar on average is one group, and two tight groups stay two."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from digest.cluster.linkage import components, join
from digest.cluster.settings import STANDARD


def blocks(sizes, *, inside, between):
    """A similarity matrix of groups of these sizes, with one similarity inside the groups and one between them."""
    labels = np.repeat(np.arange(len(sizes)), sizes)
    matrix = np.where(labels[:, None] == labels[None, :], inside, between).astype(float)
    np.fill_diagonal(matrix, 1)
    return matrix


def groups(matrix):
    none = np.zeros_like(matrix)
    return sorted(join(matrix, STANDARD, together=none, apart=none))


def test_similar_articles_are_one_group():
    assert groups(blocks([2, 3], inside=0.35, between=0.32)) == [[0, 1, 2, 3, 4]]


def test_two_groups_that_are_much_tighter_inside_stay_two():
    assert groups(blocks([2, 3], inside=0.6, between=0.25)) == [[0, 1], [2, 3, 4]]


def test_copies_of_one_text_do_not_shut_others_out():
    assert groups(blocks([2, 2], inside=1, between=0.4)) == [[0, 1, 2, 3]]


def test_a_chain_does_not_pull_everything_together():
    chain = np.eye(5) + 0.5 * (np.eye(5, k=1) + np.eye(5, k=-1))
    assert all(len(group) <= 3 for group in groups(chain))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.floats(0, 1), st.floats(0, 1))
def test_every_row_is_in_one_group(sizes, inside, between):
    found = groups(blocks(sizes, inside=inside, between=between))
    assert sorted(row for group in found for row in group) == list(range(sum(sizes)))


def test_rows_without_a_pair_are_components_of_their_own():
    pairs = csr_matrix(([0.5, 0.5, 0.1, 0.1], ([0, 2, 1, 3], [2, 0, 3, 1])), shape=(4, 4))
    found = sorted(list(map(int, part)) for part in components(pairs, np.arange(4), 0.2))
    assert found == [[0, 2], [1], [3]]
