"""What is still to be signed: who is missing what for whom, and the papers that ask for it."""
