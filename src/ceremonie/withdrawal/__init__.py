"""Someone takes their agreement back: where they are in what was made, and that they are gone.

storyboards ─▶ mentions ─────────────────────────────┬▶ Traces ─▶ told
folders, archives ─▶ holdings (by their manifests) ──┘        └─▶ applied: written, made again,
                                                                  what is left thrown away
"""
