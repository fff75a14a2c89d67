"""Makes environments with the tools of this machine."""
