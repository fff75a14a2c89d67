"""Signing in with a site (OAuth 2): what needs the client's secret, and nothing else."""
