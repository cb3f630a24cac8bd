import { validate } from 'uuid';
import type { TaskContext } from './context';
import { loadNamed, loadTasks } from './load-tasks';
import { closeTitles, isPartOfList, matchTitles, type Titled } from './match-title';
import { toTask, type TaskRow } from './task-row';
import type { ToolFailure } from './tool-output';
import { joined, named } from './words';

export type Place = 'pending' | 'completed' | 'trash';

/**
 * Where a task may be found, the likeliest place first. A title is looked for exactly in all places before it is looked
 * for closely in any, so that a finished "Call Ann" is not taken for a pending "Call Anna". Numbers and ids are found
 * anywhere.
 */
const FOUND_IN = {
  change: ['pending', 'completed'],
  reopen: ['completed', 'pending'],
  restore: ['trash', 'pending', 'completed'],
  purge: ['trash', 'pending', 'completed'],
  read: ['pending', 'completed', 'trash'],
} as const satisfies Record<string, readonly Place[]>;
export type Scope = keyof typeof FOUND_IN;

type Listed = Titled & { place: Place };
export type Resolved = { ok: true; rows: TaskRow[] } | { ok: false; failure: ToolFailure };

/** How many titles are looked through, newest tasks first; an exact title is found among all. */
const TITLES = 5_000;
const CANDIDATES = 20;
const EXACT = ['exact'] as const;

const NUMBER = /^(?:(?:task|todo|item)\s*)?(?:#|no\.?\s*|number\s+)?(\d{1,9})$/i;

/** The number that a reference gives, as "12", "#12", "task 12" or "task #12". */
function numberOf(ref: string): number | null {
  const digits = NUMBER.exec(ref.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Finds the task that each reference means, without ever guessing: by number or id, then by exact title, then by a title
 * that is clearly the one (see TIERS). One that means several or none fails the whole call; nothing is half done.
 * At most two statements, whatever the number of references. `whole`: what is done or gone with a task is all of it, so a
 * title that lists several things is only offered when one of them was said.
 */
export async function resolveTasks(context: TaskContext, refs: string[], scope: Scope, whole = false): Promise<Resolved> {
  const { db, userId } = context;
  const ids = refs.filter((ref) => validate(ref));
  const numbers = refs.map(numberOf).filter((number) => number !== null);
  const known = ids.length + numbers.length > 0 ? await loadNamed(db, userId, numbers.filter(isStorable), ids) : [];
  const direct = (ref: string) => known.find((row) => row.id === ref.toLowerCase() || row.number === numberOf(ref));
  const spoken = refs.filter((ref) => !direct(ref) && !validate(ref));
  const titles = spoken.length > 0 ? await listTitles(context, spoken) : [];

  const chosen: (TaskRow | string)[] = [];
  for (const ref of refs) {
    const row = direct(ref);
    const found = row ? [row] : validate(ref) ? [] : findByTitle(ref, titles, scope).filter((title) => !whole || !isPartOfList(ref, title.title));
    const [first] = found;
    if (first === undefined) return { ok: false, failure: await notFound(context, ref, titles, scope) };
    if (found.length > 1) return { ok: false, failure: await ambiguous(context, ref, found) };
    chosen.push(row ?? first.id);
  }
  const missing = chosen.filter((item) => typeof item === 'string');
  const loaded = new Map((await loadTasks(db, userId, missing)).map((row) => [row.id, row]));
  const rows = new Map<string, TaskRow>();
  for (const item of chosen) {
    const row = typeof item === 'string' ? loaded.get(item) : item;
    if (row) rows.set(row.id, row);
  }
  return { ok: true, rows: [...rows.values()] };
}

/** Finds the one task that a reference means; see `resolveTasks`. */
export async function resolveTask(
  context: TaskContext, ref: string, scope: Scope,
): Promise<{ ok: true; row: TaskRow } | { ok: false; failure: ToolFailure }> {
  const resolved = await resolveTasks(context, [ref], scope);
  if (!resolved.ok) return resolved;
  const [row] = resolved.rows;
  return row ? { ok: true, row } : { ok: false, failure: { ok: false, code: 'not_found', ref, message: noSuchTask(ref), candidates: [] } };
}

/** A number of a task fits the database's integers; a larger one names no task. */
const isStorable = (number: number) => number <= 2_147_483_647;

async function listTitles({ db, userId }: TaskContext, refs: string[]): Promise<Listed[]> {
  return db.$queryRaw<Listed[]>`
    SELECT id, number, title, CASE WHEN deleted_at IS NOT NULL THEN 'trash' ELSE status END AS place
    FROM task WHERE user_id = ${userId}::uuid
    ORDER BY lower(title) = ANY (SELECT lower(r) FROM unnest(${refs}::text[]) AS r) DESC, number DESC
    LIMIT ${TITLES}::int`;
}

function findByTitle(ref: string, titles: Listed[], scope: Scope): Listed[] {
  const places = FOUND_IN[scope].map((place) => titles.filter((title) => title.place === place));
  // A bare number that no task has may still be a title ("1984"), but nothing close to one.
  const passes = numberOf(ref) === null ? [EXACT, undefined] : [EXACT];
  for (const tiers of passes) {
    for (const tasks of places) {
      const found = matchTitles(ref, tasks, tiers);
      if (found.length > 0) return found;
    }
  }
  return [];
}

const noSuchTask = (ref: string) =>
  numberOf(ref) === null ? `I found no task called "${ref}".` : `There is no task ${numberOf(ref)}.`;

async function notFound({ db, userId }: TaskContext, ref: string, titles: Listed[], scope: Scope): Promise<ToolFailure> {
  const message = validate(ref) ? 'That task does not exist.' : noSuchTask(ref);
  const failure = { ok: false, code: 'not_found', ref, message, candidates: [] } as const satisfies ToolFailure;
  if (numberOf(ref) !== null || validate(ref)) return failure;
  const inScope = titles.filter((title) => FOUND_IN[scope].some((place) => place === title.place));
  const close = closeTitles(ref, inScope);
  if (close.length === 0) return offerTrash(ref, titles, failure);
  const rows = await loadTasks(db, userId, close.map((task) => task.id));
  const order = close.flatMap((task) => rows.find((row) => row.id === task.id) ?? []);
  return { ...failure, message: `${failure.message} Did you mean ${joined(order.map(named), 'or')}?`, candidates: order.map(toTask) };
}

function offerTrash(ref: string, titles: Listed[], failure: ToolFailure): ToolFailure {
  const [inTrash] = matchTitles(ref, titles.filter((title) => title.place === 'trash'));
  return inTrash ? { ...failure, message: `${named(inTrash)} is in the trash. Restore it first.` } : failure;
}

async function ambiguous({ db, userId }: TaskContext, ref: string, found: Titled[]): Promise<ToolFailure> {
  const ids = [...found].sort((a, b) => a.number - b.number).slice(0, CANDIDATES).map((task) => task.id);
  const rows = await loadTasks(db, userId, ids);
  const more = found.length > rows.length ? ` (and ${found.length - rows.length} more)` : '';
  return {
    ok: false, code: 'ambiguous', ref, candidates: rows.map(toTask),
    message: `"${ref}" could be ${joined(rows.map(named), 'or')}${more}. Which one?`,
  };
}
