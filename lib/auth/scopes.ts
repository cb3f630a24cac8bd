import { z } from 'zod';

/** What an API key or an outside agent may do: `read` for looking, `write` for everything that changes something. */
export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

const permissionsSchema = z.object({ sayso: z.array(z.enum(SCOPES)) });

/** An API key's scopes, from what Better Auth keeps as its permissions. */
export const scopesOf = (permissions: string | null): Scope[] =>
  permissions === null ? [] : permissionsSchema.parse(JSON.parse(permissions)).sayso;
