import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { newerMessages } from '@/lib/conversations/newer-messages';
import { openAtMessage } from '@/lib/conversations/open-at-message';
import { openConversation } from '@/lib/conversations/open-conversation';
import { createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeAll(async () => {
    user = await createUser();
  });
  const ids = (messages: { id: string }[] = []) => messages.map(({ id }) => id);

  it('opens at a message, and goes up and down from there without a gap', async () => {
    const { id, messageIds } = await writeConversation(user, Array.from({ length: 75 }, () => ({})));
    for (const index of [0, 5, 30, 64, 74]) {
      const page = await openAtMessage(user, id, messageIds[index] ?? '');
      expect(ids(page?.messages)).toContain(messageIds[index]);
      const all = ids(page?.messages);
      for (let before = page?.nextCursor ?? null; before; ) {
        const older = await openConversation(user, id, { before });
        all.unshift(...ids(older?.messages));
        before = older?.nextCursor ?? null;
      }
      for (let after = page?.newerCursor ?? null; after; ) {
        const newer = await newerMessages(user, id, { after });
        all.push(...ids(newer.messages));
        after = newer.newerCursor;
      }
      expect(all).toEqual(messageIds);
    }
    expect(await newerMessages(user, id, { after: messageIds[74] ?? '' })).toEqual({ messages: [], newerCursor: null });
  });

  it('brings the branch of the message on screen', async () => {
    const { id, messageIds } = await writeConversation(user, [{}, {}, {}, {}]);
    const left = messageIds[2] ?? '';
    await addMessages(user, id, [{ content: 'edited' }, {}], messageIds[1] ?? null);
    await expect(newerMessages(user, id, { after: left })).rejects.toMatchObject({ code: 'invalid_cursor' });
    const page = await openAtMessage(user, id, left);
    expect(ids(page?.messages)).toEqual(messageIds);
    expect(page).toMatchObject({ conversation: { leafId: messageIds[3] }, newerCursor: null, nextCursor: null });
  });

  it('opens nothing of other people, nothing unknown, and nothing from the trash', async () => {
    const { id, messageIds } = await writeConversation(user, [{}]);
    const [message = ''] = messageIds;
    const stranger = await createUser();
    expect(await openAtMessage(stranger, id, message)).toBeNull();
    expect(await openAtMessage(user, 'x', message)).toBeNull();
    await expect(openAtMessage(user, id, v7())).rejects.toMatchObject({ code: 'not_found' });
    await expect(newerMessages(stranger, id, { after: message })).rejects.toMatchObject({ code: 'not_found' });
    await expect(newerMessages(user, id, { after: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
    await deleteConversation(user, id);
    expect(await openAtMessage(user, id, message)).toBeNull();
  });
});
