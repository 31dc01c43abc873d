"""The grammar of dates: what a date looks like, and which days it covers."""
