"""The user's files, as far as the server's contents manager lets them be seen."""
