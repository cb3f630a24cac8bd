import { v7 } from 'uuid';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { ChatClient, readAnswer } from '@/tests/support/chat-client';
import { createDatabase } from '@/tests/support/databases';
import { addTask, words } from '@/tests/support/openai-replies';
import { startOpenAI } from '@/tests/support/openai-server';
import { startPooler } from '@/tests/support/pooler';
import { startServer } from '@/tests/support/server';
import { latestTurn, messagesOf, said, tasksOf } from './reading';
import { fresh } from '@/tests/support/site';

it('the pooler keeps no session: what is set, prepared or locked in one is gone in the next transaction', async () => {
  const database = await createDatabase();
  const pooler = await startPooler(database.url);
  const client = new Client({ connectionString: pooler.url });
  try {
    await client.connect();
    await client.query("SET timezone TO 'Asia/Tokyo'");
    expect((await client.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await client.query({ name: 'one', text: 'SELECT 1' });
    await expect(client.query({ name: 'one', text: 'SELECT 1' })).rejects.toThrow(/does not exist/);
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    expect((await client.query('SELECT pg_backend_pid() AS pid')).rows).toEqual(rows);
    await client.query('COMMIT');
    expect((await client.query('SELECT pg_backend_pid() AS pid')).rows).not.toEqual(rows);
  } finally {
    await client.end();
    await pooler.close();
    await database.drop();
  }
});

it('two processes work through a transaction-mode pooler: tasks, undo, live elsewhere, stop, resend, retry', async () => {
  const [model, database] = await Promise.all([startOpenAI(), createDatabase()]);
  const pooler = await startPooler(database.url);
  const options = { databaseUrl: pooler.url, env: { ...model.env, DIRECT_URL: database.url } };
  const servers = [await startServer(options), await startServer(options)];
  const [one, two] = [servers[0]?.url ?? '', servers[1]?.url ?? ''];
  try {
    const here = await ChatClient.guest(one);
    const elsewhere = here.at(two);
    model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'Added.' } : addTask('Milk')));
    const people = await Promise.all(Array.from({ length: 6 }, (_, index) => ChatClient.guest(index % 2 === 0 ? one : two)));
    for (const answer of await Promise.all(people.map((client) => client.say('add milk')))) expect(answer).toMatchObject({ text: 'Added.', tools: ['create_tasks'] });
    for (const client of people) expect(await tasksOf(client)).toEqual(['1 Milk']);

    model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: words(300), wordMs: 20 } : addTask('Bread')));
    const sent = fresh();
    const first = here.say('add bread', sent);
    await model.waitFor(({ wordsSent }) => wordsSent > 20);
    const joined = elsewhere.request(`/api/chat/${sent.conversationId}/stream`).then(readAnswer);
    const resent = elsewhere.say('add bread', sent);
    await model.waitFor(({ wordsSent }) => wordsSent > 60);
    expect((await elsewhere.post(`/api/chat/${sent.conversationId}/stop`, {})).status).toBe(200);
    const answers = await Promise.all([first, joined, resent]);
    for (const { text } of answers) expect(text.trim()).toBe(answers[0].text.trim());
    expect(await latestTurn(here, sent)).toMatchObject({ status: 'stopped' });
    model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'There is bread.' } : addTask('Bread')));
    const retry = { messageId: sent.messageId, attemptId: v7() };
    expect(await readAnswer(await elsewhere.post(`/api/chat/${sent.conversationId}/retry`, retry))).toMatchObject({ text: 'There is bread.' });
    expect(said(await messagesOf(here, sent))).toEqual([['user', 'add bread'], ['assistant', 'There is bread.']]);
    expect(await tasksOf(here)).toEqual(['1 Bread']);
    model.answer(({ toolOutputs }) => (toolOutputs.length > 0 ? { text: 'Undone.' } : { calls: [{ name: 'undo', arguments: {} }] }));
    await here.say('undo', { conversationId: sent.conversationId });
    expect(await tasksOf(here)).toEqual([]);
    expect(pooler.moves()).toBeGreaterThan(20);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await pooler.close();
    await Promise.all([model.close(), database.drop()]);
  }
});
