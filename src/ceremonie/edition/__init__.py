"""Files → an edition: documents beside film and deck, manifest, the folder that changes at once."""
