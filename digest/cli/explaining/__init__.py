"""What `digest explain` says of an article, of a story, and of two articles."""
