"""The parts of reading who said what: words of a paragraph, and the noun phrases that can speak."""
