/** One call of a tool; `arguments` as a string is sent as it is, well-formed or not. `id`: the provider's, instead of one of its own. */
export type Call = { name: string; arguments: unknown; id?: string };

/** What the model server answers to one request. Text comes first, then the calls. */
export type Reply = {
  text?: string;
  calls?: Call[];
  /** Milliseconds from word to word; 0 by default. */
  wordMs?: number;
  /** Milliseconds before the first byte; 0 by default. */
  delayMs?: number;
  /** After so many words the server falls silent and holds the connection. */
  stallAfter?: number;
  /** After so many words the connection breaks off. */
  breakAfter?: number;
  /** An HTTP error instead of an answer. */
  status?: number;
  /** Of a redirection: where to. */
  location?: string;
  /** Of an HTTP error: its `Retry-After`, in seconds. */
  retryAfter?: number;
  /** Of an HTTP error, or said by a stream that fails after its text: what the provider says. */
  error?: { code: string; message: string };
  /** The answer ends as one that is not complete, and for which reason. */
  cutOff?: 'max_output_tokens' | 'content_filter';
  /** The text comes without a word of where it begins and ends, as from some compatible servers. */
  bare?: boolean;
  /** The stream ends after text and calls without saying that the answer does. */
  unfinished?: boolean;
  /** What the model thought before it spoke, encrypted. */
  thoughts?: string;
  /** Tokens that the answer is said to have cost; counted in words by default. */
  usage?: { input: number; output: number };
};

/** What a script knows of the request that it answers. */
export type Asked = {
  /** The newest message of the user, as text. */
  userText: string;
  /** Results of tools that came after it, oldest first. */
  toolOutputs: string[];
  /** Names of the tools that were offered. */
  tools: string[];
  body: RequestBody;
};

export type InputItem = {
  type?: string;
  id?: string;
  role?: string;
  encrypted_content?: string;
  content?: string | { type: string; text?: string }[];
  call_id?: string;
  name?: string;
  arguments?: string;
  output?: unknown;
};

export type RequestBody = {
  model?: string;
  stream?: boolean;
  store?: boolean;
  instructions?: string;
  input?: InputItem[];
  tools?: { type: string; name: string }[];
};

export type Script = (asked: Asked) => Reply;

/** Says a text, word by word. */
export const say = (text: string, options: Omit<Reply, 'text'> = {}): Reply => ({ text, ...options });

/** Numbered words from `word0` on. */
export const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

/** Says `count` numbered words, which a test can look for gaps and doubles in. */
export const count = (words: number, options: Omit<Reply, 'text'> = {}): Reply =>
  say(Array.from({ length: words }, (_, index) => `word${index + 1}`).join(' '), options);

export const callTool = (name: string, input: unknown, options: Omit<Reply, 'calls'> = {}): Reply => ({
  calls: [{ name, arguments: input }],
  ...options,
});

/** A model's reply that adds a task. */
export const addTask = (title: string): Reply => callTool('create_tasks', { tasks: [{ title }] });

/** Refuses as OpenAI does: 401 for a bad key, 429 with or without Retry-After, 500 … */
export function refuse(status: number, retryAfter?: number): Reply {
  const code = { 401: 'invalid_api_key', 429: 'rate_limit_exceeded' }[status] ?? 'server_error';
  return { status, retryAfter, error: { code, message: `PROVIDER SECRET: ${code} for sk-test-1234.` } };
}

/**
 * A script that gives its replies in order within one answer: the next one whenever the calls of those before have
 * their results. The last is repeated; each message of the user begins anew.
 */
export function steps(...replies: [Reply, ...Reply[]]): Script {
  return ({ toolOutputs }) => {
    let results = 0;
    for (const reply of replies) {
      results += reply.calls?.length ?? 0;
      if (results > toolOutputs.length || !reply.calls) return reply;
    }
    return replies[replies.length - 1] ?? replies[0];
  };
}

/** A script chosen by what the user's message contains; the first match counts. */
export function when(...choices: [string | RegExp, Script | Reply][]): Script {
  return (asked) => {
    const choice = choices.find(([pattern]) =>
      typeof pattern === 'string' ? asked.userText.includes(pattern) : pattern.test(asked.userText),
    )?.[1];
    if (!choice) return say('I have no answer to that.');
    return typeof choice === 'function' ? choice(asked) : choice;
  };
}
