"""Turn stories into Markdown pages."""
