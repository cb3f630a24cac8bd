import { afterAll, beforeAll, vi } from 'vitest';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';

let server: Promise<OpenAIServer> | undefined;

/** A model server that the code under test asks until the file's tests end; ask for it within a test. */
export function withModelServer(): () => OpenAIServer {
  let model: OpenAIServer | undefined;
  beforeAll(async () => {
    // One for all files of a worker: the code under test keeps the address that it was first given.
    model = await (server ??= startOpenAI());
    for (const [name, value] of Object.entries(model.env)) vi.stubEnv(name, value);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });
  return () => {
    if (!model) throw new Error('The model server is there within tests only.');
    return model;
  };
}
