"""output/index.html: all editions side by side.

output/ ─▶ gathering: Exhibits (and seals) ─▶ page: HTML ─▶ writing: a file that appears whole

An exhibit holds dates, figures and names of files, never the name of anybody.
"""
