"""Apply the editors' decisions over what was found."""
