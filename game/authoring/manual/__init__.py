"""What helps an author to write: the manual's tables, schemas, files to start from."""
