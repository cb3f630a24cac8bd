import { createOpenAI, type OpenAIProvider } from '@ai-sdk/openai';
import { type LanguageModel, wrapLanguageModel } from 'ai';
import { BuiltInModel } from './built-in/model';
import { fewRetries } from './few-retries';
import { uniqueCalls } from './unique-calls';

/** The built-in assistant's name, in turns and in requests that ask for it. */
export const BUILT_IN = 'built-in';

/** What a model needs to know of the person and the moment. `weekStart`: 0 Sunday, 1 Monday. */
export type ModelContext = { now: Date; timeZone: string; weekStart: number };

type ModelChoice = { id: string; paid: boolean; create: (context: ModelContext) => LanguageModel };

const builtIn: ModelChoice = {
  id: BUILT_IN,
  paid: false,
  create: ({ now, timeZone, weekStart }) => new BuiltInModel({ now, timeZone, weekStart: weekStart === 0 ? 0 : 1 }),
};

let provider: OpenAIProvider | undefined;

/**
 * Requests to a provider follow no redirect: the key is for its host. `redirect` and `window` together also spare the copy of
 * the body that Node keeps, while the answer streams, for a request that could be sent again.
 */
const fetchDirectly: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error', window: null });

/** OpenAI when there is a key, else the built-in assistant; also that one when it is asked for. */
export function chooseModel(wanted?: typeof BUILT_IN): ModelChoice {
  const apiKey = process.env.OPENAI_API_KEY;
  if (!apiKey || wanted === BUILT_IN) return builtIn;
  const id = process.env.OPENAI_MODEL || 'gpt-5-mini';
  return {
    id,
    paid: true,
    create: () => {
      provider ??= createOpenAI({ apiKey, baseURL: process.env.OPENAI_BASE_URL || undefined, fetch: fetchDirectly });
      // OpenAI's own calls have ids of their own.
      const middleware = process.env.OPENAI_BASE_URL ? [fewRetries, uniqueCalls] : fewRetries;
      return wrapLanguageModel({ model: provider(id), middleware });
    },
  };
}

/** Users' texts stay out of the provider's storage; optional fields of the tools stay optional. */
export const PROVIDER_OPTIONS = { openai: { store: false, strictJsonSchema: false } };
