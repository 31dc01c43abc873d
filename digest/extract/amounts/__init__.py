"""The quantities of languages whose packs give their numbers, units and nouns; English has a grammar of its own."""
