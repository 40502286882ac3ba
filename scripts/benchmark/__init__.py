"""What `scripts/bench.py` measures: our film beside its peers, the sample, memory, long films."""
