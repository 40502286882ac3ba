"""One module for each kind of scene: storyboard → its shots and slides."""
