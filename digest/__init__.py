"""Turn a folder of news articles into a website that people trust."""

__version__ = "0.1.0"
