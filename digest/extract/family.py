"""Tell that a name of ordinary words is a person's by the family name: "Clover Ito" beside "Jan Ito"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from digest.extract.candidate import plain_parts
from digest.extract.name import Name
from digest.extract.reading import Reading
from digest.extract.roles import is_role

AGAIN = 2  # mentions that make sure that a name is one


def is_of_family(name: Name, families: Set[str], others: Sequence[Name], reading: Reading) -> bool:
    """Whether a name ends in the family name of one who is known, begins as a given name may, and comes again.

    Once is enough behind a role: "her half-sister, Clover Ito".
    """
    lex = reading.lex
    parts = plain_parts(name, lex)
    if not 1 < len(parts) < 5 or parts[-1] not in families or reading.is_common(parts[-1]):
        return False
    first, low = parts[0], parts[0].lower()
    if not first.isalpha() or first.isupper() or low in lex.function_words:
        return False
    if reading.lower.get(low, 0) >= reading.upper.get(first, 0):
        return False
    serving = low in lex.role_modifiers | lex.role_nouns or is_role(first, lex) or first in lex.organization_heads
    if serving or first in lex.known or first in lex.people or first in lex.no_names or first in lex.organization_first:
        return False  # "Team Ito", "Bern Ito"
    before = reading.phrases[name.sentence].words[max(0, name.first - 2) : name.first]
    if before and before[0].lower() in lex.roles and (len(before) == 1 or before[1] == ","):
        return True
    same = [other for other in others if other.parts[0] == first and other.parts[-1] == name.parts[-1]]
    return len(same) >= AGAIN and any(not other.opens for other in same)
