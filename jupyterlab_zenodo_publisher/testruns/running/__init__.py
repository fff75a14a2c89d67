"""Runs notebooks in processes of their own, and ends these as a whole."""
