"""`python -m ceremonie`."""

import sys

from ceremonie.cli import main

if __name__ == "__main__":
    sys.exit(main())
