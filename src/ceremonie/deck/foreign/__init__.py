"""A deck made in a template of others: their master, layouts, theme, fonts and size."""
