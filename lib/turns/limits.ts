/**
 * What an answer may take at most, whatever a model does. `turnTokens`: output tokens of all its steps. `unnamedTasks`: how many tasks
 * that the user did not name it may change one by one; from there on every change waits for approval.
 */
export const LIMITS = { steps: 12, answerCharacters: 100_000, outputTokens: 8_000, turnTokens: 30_000, unnamedTasks: 10, stallMs: 45_000, totalMs: 280_000 };
