"""The whole file: its fonts, what python-pptx leaves to be written, saving it, checking it."""
