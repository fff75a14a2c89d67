"""Runs notebooks as a reader would: in a fresh environment, made of the very files."""
