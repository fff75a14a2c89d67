"""Which environment the files of a bundle ask for, as repo2docker reads them."""
