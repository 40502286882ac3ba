"""The film's sound, mixed on the plan's clock and kept on disk."""
