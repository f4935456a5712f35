"""What an instructor runs: rehearsals, leak tests, new files, schema, contact sheets."""
