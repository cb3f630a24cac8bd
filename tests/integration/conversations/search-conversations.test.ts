import { beforeAll, expect, it } from 'vitest';
import { listConversations } from '@/lib/conversations/list-conversations';
import { renameConversation } from '@/lib/conversations/rename-conversation';
import { getDatabase } from '@/lib/db/database';
import { countStatements, createUser, explain, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation, writeLongConversation } from './fixtures';

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

  it('forgives a misspelled word of a message, marks the word that it takes it for, and asks for every word still', async () => {
    const { items } = await listConversations(user, { q: 'dentits bred' });
    expect(items.map(({ title, hit }) => [title, hit?.snippet])).toEqual([
      ['Groceries', expect.stringContaining('milk and **bread**, then call the **dentist**')],
    ]);
    expect(await find('fligths york')).toEqual(['Holiday plans']);
    for (const q of ['fligths xyz', 'fligths elephant', '"fligths york"', 'fligths -york', 'quetzal']) expect(await find(q)).toEqual([]);
  });

  it('finds a conversation by the title that it has now, which a message leaves alone', async () => {
    const owner = await createUser();
    const { id } = await writeConversation(owner, [{ content: 'Hello' }], { title: 'Begonias' });
    const found = async (q: string) => (await listConversations(owner, { q })).items.length;
    const { prisma } = await getDatabase();
    const version = () => prisma.$queryRaw`SELECT ctid::text, xmin::text, title FROM conversation_title WHERE user_id = ${owner}::uuid`;
    const before = await version();
    await addMessages(owner, id, [{ content: 'Once more' }], null);
    expect(await version()).toEqual(before);
    await renameConversation(owner, id, 'Tulips');
    expect([await found('begonias'), await found('tulips'), await found('tulps')]).toEqual([0, 1, 1]);
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

  it('lists the newest conversations first for a word that most have, page after page, each once', async () => {
    const talker = await createUser();
    const expected: string[] = [];
    for (let index = 0; index < 45; index++) {
      const at = new Date(Date.now() - (index + 1) * 60_000);
      const { id } = await writeConversation(talker, [{ content: 'a giraffe', createdAt: at }], { title: 'Zoo', createdAt: at, updatedAt: at });
      expected.push(id);
    }
    const seen: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor; pages++) {
      const page = await listConversations(talker, { q: 'giraffe', cursor });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ hit }) => hit?.snippet === 'a **giraffe**')).toBe(true);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(expected);
    expect((await listConversations(talker, { q: 'giraffe', limit: 100 })).items).toHaveLength(45);
  });

  it('finds the beginning of a word in the newest messages of a table that is too large to look it up in', async () => {
    const { prisma } = await getDatabase();
    const [before] = await prisma.$queryRaw<{ reltuples: number }[]>`SELECT reltuples FROM pg_class WHERE oid = 'message'::regclass`;
    const resize = (rows: number) => prisma.$executeRaw`UPDATE pg_class SET reltuples = ${rows}::real WHERE oid = 'message'::regclass`;
    const talker = await createUser();
    const { id } = await writeConversation(talker, [{ content: 'an orangutan' }, ...Array.from({ length: 20 }, () => ({})), { content: 'and a platypus' }]);
    const found = async (q: string) => (await listConversations(talker, { q })).items.map((item) => item.id);
    expect([await found('oran'), await found('plat'), await found('orangutan')]).toEqual([[id], [id], [id]]);
    try {
      await resize(1_000_000);
      expect([await found('oran'), await found('plat'), await found('orangutan')]).toEqual([[], [id], [id]]);
    } finally {
      await resize(before?.reltuples ?? -1);
    }
  });

  it('narrows what it finds by date, skill and task changes', async () => {
    const talker = await createUser();
    const { prisma } = await getDatabase();
    const at = (day: number) => new Date(Date.UTC(2026, 0, day));
    const write = async (day: number, more: { skillUsed?: string; tasksCreated?: number }) => {
      const messages = [{ content: 'a walrus', createdAt: at(day) }, { content: 'A walrus.', createdAt: at(day), ...(more.skillUsed ? { skillUsed: more.skillUsed } : {}) }];
      const { id } = await writeConversation(talker, messages, { title: 'Walrus', createdAt: at(day), updatedAt: at(day) });
      if (more.tasksCreated) await prisma.conversation.update({ where: { userId_id: { userId: talker, id } }, data: { tasksCreated: more.tasksCreated } });
      return id;
    };
    const plain = await write(1, {});
    const searched = await write(2, { skillUsed: 'TaskSearchSkill' });
    const changed = await write(3, { skillUsed: 'TaskManagementSkill', tasksCreated: 1 });
    const found = async (filter: object) => (await listConversations(talker, { q: 'walrus', ...filter })).items.map(({ id }) => id);
    expect(await found({})).toEqual([changed, searched, plain]);
    expect(await found({ from: at(2).toISOString() })).toEqual([changed, searched]);
    expect(await found({ to: at(2).toISOString() })).toEqual([plain]);
    expect(await found({ skill: 'TaskSearchSkill' })).toEqual([searched]);
    expect(await found({ changedTasks: true })).toEqual([changed]);
    expect(await found({ archived: true })).toEqual([]);
  });
});
