import { afterAll, beforeAll, vi } from 'vitest';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';

/** A model server that the code under test asks until the file's tests end; ask for it within a test. */
export function withModelServer(): () => OpenAIServer {
  let model: OpenAIServer | undefined;
  beforeAll(async () => {
    model = await startOpenAI();
    for (const [name, value] of Object.entries(model.env)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await model?.close();
  });
  return () => {
    if (!model) throw new Error('The model server is there within tests only.');
    return model;
  };
}
