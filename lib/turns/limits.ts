/** What an answer may take at most, whatever a model does. `turnTokens`: output tokens of all its steps. */
export const LIMITS = { steps: 12, answerCharacters: 100_000, outputTokens: 8_000, turnTokens: 30_000, stallMs: 45_000, totalMs: 280_000 };
