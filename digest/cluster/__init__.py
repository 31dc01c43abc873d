"""Find the articles that tell the same story."""
