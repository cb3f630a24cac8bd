import type { Db } from '@/lib/db/as-user';

/** Colours of tags, by name; the page's tokens say what they look like. */
const TAG_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
type TagColor = (typeof TAG_COLORS)[number];

/** What makes two tags the same. */
export const tagKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The tags of `from` that are not among the others. */
export const missingTags = (from: string[], others: string[] = []): string[] =>
  from.filter((tag) => !others.some((other) => tagKey(other) === tagKey(tag)));

const byKey = (a: string, b: string) => (tagKey(a) < tagKey(b) ? -1 : tagKey(a) > tagKey(b) ? 1 : 0);

/** Names in the one order that tags have everywhere; the database's collations differ. */
export const orderTags = (names: string[]): string[] => [...names].sort(byKey);

/** The colour that a new tag gets: always the same for the same name, so that undo and redo bring it back. */
export function colorOf(name: string): TagColor {
  let hash = 0;
  for (const char of tagKey(name)) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return TAG_COLORS[hash % TAG_COLORS.length] ?? 'gray';
}

/** Removes repetitions (ignoring case; the first spelling stays) and orders. */
export function uniqueTags(names: string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(tagKey(name))) seen.set(tagKey(name), name.normalize('NFC'));
  return orderTags([...seen.values()]);
}

/**
 * How names of tags are spelled: as the person's existing tag, else as they were first written in this call.
 * One statement; none without names.
 */
export async function spellTags(db: Db, userId: string, names: string[]): Promise<(names: string[]) => string[]> {
  const wanted = uniqueTags(names);
  const spelled = new Map(wanted.map((name) => [tagKey(name), name]));
  if (wanted.length > 0) {
    const known = await db.$queryRaw<{ wanted: string; name: string }[]>`
      SELECT w.name AS wanted, g.name FROM unnest(${wanted}::text[]) AS w (name)
      JOIN tag g ON g.user_id = ${userId}::uuid AND lower(g.name) = lower(w.name)`;
    for (const { wanted: name, name: spelling } of known) spelled.set(tagKey(name), spelling);
  }
  return (some) => uniqueTags(some.map((name) => spelled.get(tagKey(name)) ?? name));
}
