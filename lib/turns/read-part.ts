import type { LanguageContext } from '@/lib/language';
import { readRefs, type Ref } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { matchTitles } from '@/lib/tasks/match-title';

/** A task that an approval is for. */
export type Shown = { id: string; number: number; title: string };

const AGREES = `(?:yes|yep|yeah|yup|sure|ok|okay|approved?|go ahead|do it)`;
const ALL = `(?:all|everything|all of (?:them|these|those|it)|them all|every one|do it|do them|them)`;
const EXCEPT = `(?:but not|but (?:keep|leave|skip)|except(?: for)?|apart from|other than|without)`;

/** "only the first two", "no, just 1 and 3", "the first two only". */
const ONLY = pattern('i')`
  ^(?:(?:${AGREES}|no|but|then|well|wait|actually)[\s,.!]+)*(?:
    (?:only|just)\s+(?:do\s+|for\s+|take\s+)?(.{1,80}?)
    |(.{1,80}?)\s+only
  )(?:\s+please)?[\s.!]*$
`;
/** "yes, but not the milk", "all except 2 and 3": what is left out, where the rest is agreed to. */
const BUT = pattern('i')`
  ^(?:
    (?:${AGREES}[\s,.!]+)+(?:${ALL}[\s,]+)?${EXCEPT}
    |(?:(?:${AGREES}|no|but|then|well)[\s,.!]+)*(?:${ALL}[\s,]+)(?:${EXCEPT}|but)
    |(?:${AGREES}[\s,.!]+)*all\s+but
  )\s+(.{1,80}?)(?:\s+please)?[\s.!]*$
`;

/**
 * The part of what waits for approval that a message agrees to: "only the first two", "all but the milk". Null when it says
 * anything else, names what was not shown or what could be several of them, or leaves nothing out: only what is certain counts.
 * @param shown the tasks in the order in which they are shown. @returns the ids of those that are agreed to.
 */
export function readPart(text: string, shown: Shown[], context: LanguageContext): string[] | null {
  const said = text.replace(/[’]/g, "'").replace(/\s+/g, ' ').trim();
  const but = BUT.exec(said);
  const only = but ? null : ONLY.exec(said);
  const phrase = but?.[1] ?? only?.[1] ?? only?.[2];
  const refs = phrase ? readRefs(phrase, context) : [];
  const named = refs.map((ref) => taskOf(ref, shown));
  const ids = new Set(named.flatMap((task) => task?.id ?? []));
  if (ids.size === 0 || ids.size !== refs.length) return null;
  const chosen = shown.filter(({ id }) => ids.has(id) === (but === null));
  return chosen.length > 0 && chosen.length < shown.length ? chosen.map(({ id }) => id) : null;
}

/** The one task that is meant. */
function taskOf(ref: Ref, shown: Shown[]): Shown | undefined {
  if (ref.kind === 'number') return shown.find(({ number }) => number === ref.n);
  if (ref.kind === 'ordinal') return shown.at(ref.n < 0 ? ref.n : ref.n - 1);
  const found = ref.kind === 'title' ? matchTitles(ref.text, shown, ['exact', 'plain', 'words']) : [];
  return found.length === 1 ? found[0] : undefined;
}
