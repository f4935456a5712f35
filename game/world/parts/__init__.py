"""Parts played: whose step is over, what comes next, and what each verb means for a body."""
