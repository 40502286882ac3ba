"""The package that slides are added to: theme, master and one layout per kind of page."""
