"""Whether a scene teaches: what is planned held against what a trainee could see."""
