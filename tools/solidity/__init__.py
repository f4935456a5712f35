"""What no run may show: people on air, in walls or in one another, leaps, and hands that miss what they take."""
