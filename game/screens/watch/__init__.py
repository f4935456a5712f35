"""The screens where the trainee watches. Nothing here may reach the key or the staging."""
