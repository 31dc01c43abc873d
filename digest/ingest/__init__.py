"""Read files into raw articles: one file a format."""
