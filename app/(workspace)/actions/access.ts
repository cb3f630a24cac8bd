'use server';

import { z } from 'zod';
import { disconnectApp as disconnect, listConnectedApps } from '@/lib/auth/connected-apps';
import { createApiKey as create } from '@/lib/auth/create-api-key';
import { listApiKeys } from '@/lib/auth/list-api-keys';
import { revokeApiKey as revoke } from '@/lib/auth/revoke-api-key';
import { conflict } from '@/lib/errors';
import { userAction } from '@/lib/http/action';

/** Most keys that a person may have. */
const KEYS_MAX = 50;

const newKeySchema = z.object({
  name: z.string().trim().min(1, 'Name it, so that you know it again.').max(32, 'A name has at most 32 characters.'),
  access: z.enum(['read', 'write']),
  expiresInDays: z.number().int().min(1).max(365).nullish(),
});

/** Makes an API key; `key` is not to be had again. Answers all keys as well. */
export const createApiKey = userAction(newKeySchema, async ({ id }, { name, access, expiresInDays }) => {
  if ((await listApiKeys(id)).length >= KEYS_MAX)
    throw conflict('limit_reached', `You have ${KEYS_MAX} keys, which is the most. Revoke one first.`);
  const scopes = access === 'read' ? (['read'] as const) : (['read', 'write'] as const);
  const { key } = await create(id, { name, scopes: [...scopes], expiresInDays: expiresInDays ?? undefined });
  return { key, keys: await listApiKeys(id) };
});

/** Ends a key at once; answers those that are left. */
export const revokeApiKey = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  await revoke(user.id, id);
  return listApiKeys(user.id);
});

/** Takes an agent's access back; answers those that are left. */
export const disconnectApp = userAction(z.object({ clientId: z.string().min(1).max(500) }), async (user, { clientId }) => {
  await disconnect(user.id, clientId);
  return listConnectedApps(user.id);
});
