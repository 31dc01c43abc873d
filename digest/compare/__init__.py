"""Lay the articles of one story side by side."""
