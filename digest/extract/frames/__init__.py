"""Who said what in languages whose packs describe how speech is framed: "…", *sagte* X; *según* X; *laut* X.

English has a grammar of its own (`digest.extract.speech`). Here only frames that leave no doubt name a speaker, and all
of their words are the pack's.
"""
