/** What a day of lateness weighs, by urgency. Choices of ours, not of any guideline: each step outweighs nine of the one before. */
export const urgencyWeights = { routine: 1, soon: 10, urgent: 100, emergency: 1000 } as const;

/** A day by which a constraint that should hold is broken weighs ten days of lateness of the item that it is about. */
export const breachWeight = 10;
