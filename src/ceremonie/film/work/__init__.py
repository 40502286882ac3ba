"""The film cut into segments, and the processes and machines that render them."""
