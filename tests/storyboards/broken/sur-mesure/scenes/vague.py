raise SystemExit("this file is never run")
