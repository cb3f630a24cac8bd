import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '@/lib/turns/generate';
import { startChat } from '@/lib/turns/start-chat';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { type OpenAIServer, startOpenAI } from '@/tests/support/openai-server';
import { hear, request, stored, words } from './hearing';

let model: OpenAIServer;

beforeAll(async () => {
  model = await startOpenAI();
  Object.assign(process.env, model.env);
});
afterAll(() => model.close());
beforeEach(() => {
  model.journal.length = 0;
});

onEachDatabase(() => {
  it.each([
    [{ status: 401, error: { code: 'invalid_api_key', message: 'sk-secret' } }, 'model_unauthorized'],
    [{ status: 400, error: { code: 'bad', message: 'sk-secret' } }, 'model_error'],
    [{ text: words(10), breakAfter: 4 }, 'model_'],
  ])('fails clearly when the model answers %j, without its words', async (reply, code) => {
    const userId = await createUser();
    model.answer(reply);
    const said = request(userId, 'hello');
    const heard = await hear(await startChat(said));
    expect(heard.error).toMatch(/built-in assistant/);
    expect(JSON.stringify(heard.chunks)).not.toContain('sk-secret');
    const { turns, messages } = await stored(userId, said.conversationId);
    expect(turns[0]?.status).toBe('failed');
    expect(turns[0]?.errorCode).toContain(code);
    expect(messages[0]?.content).toBe('hello');
    model.answer({ text: 'Better now.' });
    expect((await hear(await startChat(request(userId, 'again', said.conversationId)))).text).toBe('Better now.');
  });

  it('gives up on a model that falls silent', async () => {
    const before = LIMITS.stallMs;
    LIMITS.stallMs = 400;
    try {
      const userId = await createUser();
      model.answer({ text: words(10), stallAfter: 3 });
      const said = request(userId, 'hello');
      expect((await hear(await startChat(said))).error).toMatch(/stopped answering/);
      const { turns, messages } = await stored(userId, said.conversationId);
      expect(turns).toMatchObject([{ status: 'failed', errorCode: 'model_timeout' }]);
      expect(messages[1]?.content).toMatch(/word0 word1 word2/);
    } finally {
      LIMITS.stallMs = before;
    }
  });

  it('survives malformed arguments and unknown tools', async () => {
    const userId = await createUser();
    let step = 0;
    const steps = [
      { calls: [{ name: 'create_tasks', arguments: '{"tasks": [' }] },
      { calls: [{ name: 'launch_rocket', arguments: {} }] },
      { text: 'I could not do that.' },
    ];
    model.answer(() => steps[step++] ?? { text: 'over' });
    const said = request(userId, 'do odd things');
    const heard = await hear(await startChat(said));
    expect(heard).toMatchObject({ text: 'I could not do that.', error: null });
    const { turns, tasks } = await stored(userId, said.conversationId);
    expect(turns[0]?.status).toBe('completed');
    expect(tasks).toEqual([]);
  });

  it('cuts an endless loop of tools', async () => {
    const userId = await createUser();
    model.answer({ calls: [{ name: 'list_tasks', arguments: {} }] });
    const said = request(userId, 'loop');
    const heard = await hear(await startChat(said));
    expect(heard.tools).toHaveLength(LIMITS.steps);
    expect(heard.error).toMatch(/more steps/);
    expect((await stored(userId, said.conversationId)).turns).toMatchObject([{ status: 'failed', errorCode: 'step_limit' }]);
  });

  it('cuts an answer of a megabyte', async () => {
    const userId = await createUser();
    model.answer({ text: `${'x'.repeat(999)} `.repeat(1_000) });
    const said = request(userId, 'talk a lot');
    const heard = await hear(await startChat(said));
    expect(heard.error).toMatch(/too long/);
    const { messages } = await stored(userId, said.conversationId);
    expect(messages[1]?.content.length).toBeLessThan(LIMITS.answerCharacters + 20_000);
  });
});
