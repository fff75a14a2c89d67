"""Transfers: files that go from this server straight into a draft on a site."""
