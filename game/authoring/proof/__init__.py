"""Many runs of a scene: what is shown and seen, who gets stuck, what gives people away."""
