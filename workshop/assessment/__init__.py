"""Self-assessment: the questionnaire, what each person answers, the arithmetic, and what it says in words."""
