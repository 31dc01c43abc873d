"""Say why articles are together: the terms that they share, by their part in the similarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.terms import Terms
from digest.model import SharedTerm

MOST = 20


def shared_terms(part: csr_matrix, columns: Sequence[str], terms: Sequence[Terms]) -> tuple[SharedTerm, ...]:
    """The terms of a cluster's rows with their share of the similarity of all pairs, the weightiest first.

    A term is written as the cluster's articles write it most often, and is a name if it is one in most of those that
    have it.
    """
    # For each term: the sum, over all pairs of articles, of the product of its two weights.
    product = np.asarray(part.sum(axis=0)).ravel() ** 2 - np.asarray(part.multiply(part).sum(axis=0)).ravel()
    shared = np.flatnonzero(np.asarray((part > 0).sum(axis=0)).ravel() > 1)
    whole = float(product[shared].sum())
    if whole <= 0:
        return ()
    top = sorted(((round(float(product[c]) / whole, 4), columns[int(c)]) for c in shared), key=lambda p: (-p[0], p[1]))
    return tuple(
        SharedTerm(term=_form(term, terms), is_name=_is_name(term, terms), weight=weight)
        for weight, term in top[:MOST]
        if weight > 0
    )


def _form(term: str, terms: Sequence[Terms]) -> str:
    forms = Counter(found.forms[term] for found in terms if term in found.forms)
    form = max(forms, key=lambda f: (forms[f], f))
    return form if _is_name(term, terms) else form.lower()


def _is_name(term: str, terms: Sequence[Terms]) -> bool:
    return 2 * sum(term in found.names for found in terms) > sum(term in found.counts for found in terms)
