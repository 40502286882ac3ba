"""What is said: the storyboard's parts as moments. Nothing here knows a px or a colour."""
