import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leftEffects, newerMessages } from '@/app/(workspace)/actions/conversations';
import { newestMessages } from '@/app/(workspace)/actions/newest-messages';
import type { SessionEvents } from '@/components/chat/stream/answer-follower';
import { ChatSession } from '@/components/chat/stream/chat-session';
import type { ChatMessage } from '@/lib/turns/chat-message';

// Files of a worker share the modules that they have loaded; these are to be loaded with the stand-ins below.
vi.hoisted(() => vi.resetModules());
vi.mock('@/app/(workspace)/actions/newest-messages', () => ({ newestMessages: vi.fn() }));
vi.mock('@/app/(workspace)/actions/conversations', () => ({ leftEffects: vi.fn(), newerMessages: vi.fn(), olderMessages: vi.fn(), switchBranch: vi.fn() }));

const events: SessionEvents = { onOutput: () => {}, onAccepted: () => {}, onSettled: () => {}, giveBack: () => {} };

/** The server's answer to anything that is sent: one text, then the end. */
function answers(id: string, text: string, messageMetadata = {}): Response {
  const chunks = [
    { type: 'start', messageId: id, messageMetadata },
    { type: 'text-start', id: '0' },
    { type: 'text-delta', id: '0', delta: text },
    { type: 'text-end', id: '0' },
    { type: 'finish' },
  ];
  return new Response(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''));
}

const said = (session: ChatSession) =>
  session.state.get().messages.map(({ parts }) => parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(' '));

const message = (id: string, role: 'user' | 'assistant', text: string): ChatMessage => ({ id, role, parts: [{ type: 'text', text }] });
const first = [message('1', 'user', 'hello'), message('2', 'assistant', 'Hello!')];

/** The page as the server had it when it was asked; handed over when the test says so. */
function pageInFlight() {
  let arrive: (messages: ChatMessage[]) => void = () => {};
  const page = new Promise<ChatMessage[]>((resolve) => {
    arrive = resolve;
  });
  const opened = page.then((messages) => ({ ok: true as const, data: { conversation: { turn: null }, messages, nextCursor: null } }));
  vi.mocked(newestMessages).mockImplementationOnce(() => opened as unknown as ReturnType<typeof newestMessages>);
  return arrive;
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('a page that was asked for before the newest answer does not take that answer away', async () => {
  const session = new ChatSession('c', { messages: first }, events);
  const arriveLate = pageInFlight();
  const reloading = session.reload();
  vi.stubGlobal('fetch', async () => answers('4', 'Added.'));
  await session.send('add milk');
  expect(said(session)).toEqual(['hello', 'Hello!', 'add milk', 'Added.']);

  const now = [...first, ...session.state.get().messages.slice(2)];
  pageInFlight()(now);
  arriveLate(first);
  await reloading;
  expect(said(session)).toEqual(['hello', 'Hello!', 'add milk', 'Added.']);
});

it('a message and its answer show the times that the server wrote, however the clock of the device goes', async () => {
  const [askedAt, createdAt] = ['2026-02-28T23:59:59.000Z', '2026-03-01T00:00:01.000Z'];
  const session = new ChatSession('c', { messages: first }, events);
  vi.stubGlobal('fetch', async () => answers('4', 'Added.', { askedAt, createdAt }));
  await session.send('add milk');
  expect(session.state.get().messages.map(({ metadata }) => metadata?.createdAt)).toEqual([undefined, undefined, askedAt, createdAt]);
});

it('older messages that are loaded while an answer comes in stay above it', async () => {
  const session = new ChatSession('c', { messages: first, older: '1' }, events);
  const whole = answers('4', 'Added.').body;
  const loadsOlder = new TransformStream({
    transform: (bytes, controller) => {
      session.state.set((state) => ({ ...state, messages: [message('0', 'assistant', 'before'), ...state.messages], older: null }));
      controller.enqueue(bytes);
    },
  });
  vi.stubGlobal('fetch', async () => new Response(whole?.pipeThrough(loadsOlder)));
  await session.send('add milk');
  expect(said(session)).toEqual(['before', 'hello', 'Hello!', 'add milk', 'Added.']);
});

it('an approval that is decided in words is read again, so that its card does not go on asking', async () => {
  const approval = { id: 'a', toolCallId: 'c', tool: 'delete_tasks', message: 'This would …', preview: { ok: true as const, message: '' } };
  const asks = (state: string): ChatMessage => ({ id: '2', role: 'assistant', parts: [{ type: 'data-approval', id: 'a', data: { ...approval, state } }] });
  const session = new ChatSession('c', { messages: [message('1', 'user', 'delete all'), asks('requested')] }, events);
  vi.stubGlobal('fetch', async () => answers('4', 'Deleted.'));
  const arrive = pageInFlight();
  await session.send('yes');
  const now = session.state.get().messages.map((each) => (each.id === '2' ? asks('approved') : each));
  arrive(now);
  await vi.waitFor(() => expect(session.state.get().messages[1]?.parts[0]).toMatchObject({ data: { state: 'approved' } }));
});

it('an answer whose connection broke is read again until it could be read, and not shown as whole before', async () => {
  vi.stubGlobal('window', new EventTarget());
  const broken = { body: answers('4', 'Added.').body?.pipeThrough(new TransformStream({ transform: (bytes, controller) => controller.enqueue(bytes.slice(0, 110)) })) };
  const responses = [new Response(broken.body), new Response(null, { status: 204 }), new Response(null, { status: 204 })];
  vi.stubGlobal('fetch', async () => responses.shift());
  vi.mocked(newestMessages).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const onSettled = vi.fn();
  const session = new ChatSession('c', { messages: first }, { ...events, onSettled });
  const whole = [...first, message('3', 'user', 'add milk'), message('4', 'assistant', 'Added.')];
  pageInFlight()(whole);
  await session.send('add milk');
  expect(responses).toEqual([]);
  expect(said(session)).toEqual(['hello', 'Hello!', 'add milk', 'Added.']);
  expect(onSettled).toHaveBeenCalledOnce();
});

it('in the middle of a conversation newer messages are read on, and what is sent follows the newest', async () => {
  const session = new ChatSession('c', { messages: first, newer: '2' }, events);
  const next = message('3', 'user', 'and then');
  vi.mocked(newerMessages).mockResolvedValueOnce({ ok: true, data: { messages: [next], newerCursor: '3' } });
  await session.loadMore('newer');
  expect(said(session)).toEqual(['hello', 'Hello!', 'and then']);
  await session.reload();
  expect(said(session)).toEqual(['hello', 'Hello!', 'and then']);

  const newest = [message('8', 'user', 'later'), message('9', 'assistant', 'Later.')];
  pageInFlight()(newest);
  vi.stubGlobal('fetch', async () => answers('11', 'Added.'));
  await session.send('add milk');
  expect(said(session)).toEqual(['later', 'Later.', 'add milk', 'Added.']);
  expect(session.state.get().newer).toBeNull();
});

it('a page that comes after the branch was switched is not put below the other branch', async () => {
  const session = new ChatSession('c', { messages: first, newer: '2' }, events);
  vi.mocked(newerMessages).mockImplementationOnce(async () => {
    session.state.set((state) => ({ ...state, newer: null }));
    return { ok: true, data: { messages: [message('3', 'user', 'of the branch that was left')], newerCursor: null } };
  });
  await session.loadMore('newer');
  expect(said(session)).toEqual(['hello', 'Hello!']);
});

it('an edit asks what the branch that it leaves has done, and keeps it for the page', async () => {
  const session = new ChatSession('c', { messages: first }, events);
  const left = { calls: ['k'], changes: [{ operation: 'create' as const, title: 'Milk' }] };
  vi.mocked(leftEffects).mockResolvedValueOnce({ ok: true, data: left });
  vi.stubGlobal('fetch', async () => answers('4', 'Added.'));
  pageInFlight()([message('3', 'user', 'hi'), message('4', 'assistant', 'Added.')]);
  await session.send('hi', first[0]);
  expect(leftEffects).toHaveBeenCalledWith({ id: 'c', leafId: '2' });
  expect(session.state.get().left).toEqual(left);
  session.forgetLeft();
  expect(session.state.get().left).toBeNull();
});

/** A server that holds its answers until they are given: one by one, with how each turn ended. */
function heldAnswers() {
  const waiting: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => waiting.push(resolve)));
  let id = 10;
  return async (text: string, status = 'completed') => {
    const give = await vi.waitFor(() => waiting.shift() ?? Promise.reject(new Error('nothing was asked')));
    give(answers(String(id++), text, { turn: { status } }));
  };
}

it('what is sent while an answer runs follows it, message by message, in order', async () => {
  const answer = heldAnswers();
  const session = new ChatSession('c', { messages: first }, events);
  void session.send('add milk');
  void session.send('what is due?');
  void session.send('done with milk');
  expect(session.state.get()).toMatchObject({ waiting: ['what is due?', 'done with milk'], outgoing: 'add milk' });
  await answer('Added.');
  await answer('Milk.');
  await answer('Done.');
  await vi.waitFor(() => expect(said(session).slice(2)).toEqual(['add milk', 'Added.', 'what is due?', 'Milk.', 'done with milk', 'Done.']));
  expect(session.state.get()).toMatchObject({ waiting: [], outgoing: null });
});

it.each(['stopped', 'failed', 'awaiting_approval', 'interrupted'])('what waits is given back when an answer ends as %s', async (status) => {
  const answer = heldAnswers();
  const giveBack = vi.fn();
  vi.mocked(newestMessages).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const session = new ChatSession('c', { messages: first }, { ...events, giveBack });
  void session.send('delete all');
  void session.send('yes');
  void session.send('and add milk');
  await answer('This would …', status);
  await vi.waitFor(() => expect(giveBack).toHaveBeenCalledWith('yes\nand add milk'));
  expect(said(session).slice(2)).toEqual(['delete all', 'This would …']);
  expect(session.state.get().waiting).toEqual([]);
});

it('when a message does not get through, it and all that waits behind it are given back; one alone on demand', async () => {
  const given: string[] = [];
  let fail = () => {};
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', () => new Promise((_, reject) => {
    fail = () => reject(new TypeError('Failed to fetch'));
  }));
  const session = new ChatSession('c', { messages: first }, { ...events, giveBack: (text) => given.unshift(text) });
  const sending = session.send('one');
  for (const text of ['two', 'three', 'four']) void session.send(text);
  expect(session.takeBack(-1)).toBe(true);
  expect(given.splice(0)).toEqual(['four']);
  fail();
  await sending;
  expect(given).toEqual(['one', 'two\nthree']);
  expect(session.takeBack(-1)).toBe(false);
});

it('an edit that does not get through is open again with its words, which are dropped when it does', async () => {
  const stored = new Map([['sayso:draft:1', 'hello there']]);
  vi.stubGlobal('localStorage', { setItem: (key: string, text: string) => stored.set(key, text), removeItem: (key: string) => stored.delete(key) });
  vi.stubGlobal('window', new EventTarget());
  const giveBack = vi.fn();
  const session = new ChatSession('c', { messages: first }, { ...events, giveBack });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await session.send('hello there', first[0]);
  expect(session.state.get()).toMatchObject({ messages: first, editing: '1', notice: { kind: 'offline' } });
  expect([giveBack.mock.calls, [...stored.values()]]).toEqual([[], ['hello there']]);

  vi.stubGlobal('fetch', async () => answers('4', 'Hello again!'));
  vi.mocked(newestMessages).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await session.send('hello there', first[0]);
  expect(said(session)).toEqual(['hello there', 'Hello again!']);
  expect(stored.size).toBe(0);
});
