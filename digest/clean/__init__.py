"""Take the article out of the page's furniture, and freeze its text."""
