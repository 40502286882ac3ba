"""`python -m ceremonie`."""

import sys

from ceremonie.cli import main

sys.exit(main())
