"""A service of JupyterHub that knows the OAuth secrets, so that no user's server does."""
