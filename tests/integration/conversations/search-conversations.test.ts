import { beforeAll, expect, it } from 'vitest';
import { listConversations } from '@/lib/conversations/list-conversations';
import { countStatements, createUser, explain, onEachDatabase } from '../../support/databases';
import { writeConversation, writeLongConversation } from './fixtures';

onEachDatabase(() => {
  let user: string;
  const titles = new Map<string, string>();
  const write = async (title: string, ...contents: string[]) => {
    const at = new Date(Date.now() - 1_000_000 + titles.size * 1_000);
    const messages = contents.map((content) => ({ content, createdAt: at }));
    const written = await writeConversation(user, messages, { title, createdAt: at, updatedAt: at });
    titles.set(written.id, title);
    return written;
  };
  const find = async (q: string) => (await listConversations(user, { q })).items.map(({ title }) => title);

  beforeAll(async () => {
    titles.clear();
    user = await createUser();
    await write('Doctor appointment', 'Move my checkup to Friday');
    await write('Groceries', 'Buy **milk** and bread, then call the dentist about the running costs', 'Added milk.');
    await write('Holiday plans', 'Book the flights to New York', 'Booked: milk run to York, new shoes');
    await write('100% of_it', "It's O'Brien's mail: o.brien@example.com \\ done");
    await write('Long one', `${'filler words here '.repeat(300)} the needle lies in here ${'and more filler '.repeat(200)}`);
    const stranger = await createUser();
    await writeConversation(stranger, [{ content: 'secret milk' }], { title: 'Milk of a stranger' });
  });

  it('finds words in titles and messages, in one statement', async () => {
    const { count, result } = await countStatements(() => listConversations(user, { q: 'dentist' }));
    expect(count).toBe(1);
    expect(result.items.map(({ title }) => title)).toEqual(['Groceries']);
    expect(await find('appointment')).toEqual(['Doctor appointment']);
    expect(await find('milk')).toEqual(['Groceries', 'Holiday plans']);
  });

  it('reads messages by the index of their words, also where the database knows nothing of the table', async () => {
    const talker = await createUser();
    for (let index = 0; index < 5; index++) await writeLongConversation(talker, 400);
    for (const q of ['message', '77', 'nothing']) {
      const [plan = ''] = await explain(() => listConversations(talker, { q }));
      expect(plan.match(/Index Scan on message_words_idx/g)).toHaveLength(2);
      expect(plan).not.toMatch(/Seq Scan/);
    }
  });

  it('marks the hits in a plain-text snippet, and names the message', async () => {
    const { items } = await listConversations(user, { q: 'bread' });
    expect(items[0]?.hit?.snippet).toContain('Buy milk and **bread**, then call the dentist');
    const long = (await listConversations(user, { q: 'needle' })).items[0];
    expect(long?.hit?.snippet).toContain('the **needle** lies');
    expect(long?.hit?.snippet.length).toBeLessThan(300);
    expect((await listConversations(user, { q: 'holiday' })).items[0]).not.toHaveProperty('hit');
  });

  it('finds while the last word is typed, other forms of a word, and phrases', async () => {
    for (const q of ['den', 'dent', 'dentist', 'DENTISTS', 'call den', 'run dent']) expect(await find(q)).toContain('Groceries');
    expect(await find('"new york"')).toEqual(['Holiday plans']);
    expect(await find('"york flights"')).toEqual([]);
    expect(await find('milk -added -bread')).toEqual(['Holiday plans']);
    expect(await find('milk dentist xyz')).toEqual([]);
  });

  it('forgives a misspelled title', async () => {
    for (const q of ['docter', 'apointment', 'grocceries', 'hollidays plan']) expect((await find(q)).length).toBeGreaterThan(0);
    expect(await find('docter')).toEqual(['Doctor appointment']);
  });

  it('puts words in the title above words in messages', async () => {
    await write('Flights', 'nothing else');
    expect(await find('flights')).toEqual(['Flights', 'Holiday plans']);
  });

  it.each(["'", '"', '\\', '&', '|', '!', ':*', '<->', '(', "') OR true --", '%', '_', '-', '--', '"-', '-"', '\u0000', 'the', '🍕', '%%%', "'' ''", ' '])(
    'takes %j for text, not for an operator',
    async (q) => {
      const { items } = await listConversations(user, { q: `${q}` });
      expect(items.every(({ id }) => titles.has(id))).toBe(true);
    },
  );

  it('finds signs in titles and addresses in messages literally', async () => {
    expect(await find('100%')).toEqual(['100% of_it']);
    expect(await find('of_it')).toEqual(['100% of_it']);
    expect(await find('o.brien@example.com')).toEqual(['100% of_it']);
    expect(await find("o'brien's")).toEqual(['100% of_it']);
    expect(await find('x'.repeat(5_000))).toEqual([]);
  });

  it('pages through all that matches, each once', async () => {
    for (let index = 0; index < 12; index++) await write(`Zebra ${index}`, ...Array.from({ length: 1 + (index % 4) }, () => 'a zebra'));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listConversations(user, { q: 'zebra', cursor, limit: 5 });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });
});
