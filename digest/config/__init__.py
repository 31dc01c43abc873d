"""Read the editors' YAML, and say exactly what is wrong with it."""
