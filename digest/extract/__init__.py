"""Find what an article says: one file a kind of finding."""
