"""Choose a headline and a few sentences, verbatim and cited."""
