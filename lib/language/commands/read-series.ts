import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { readChanges } from './read-changes';
import { readPointer, readRefs } from './read-refs';
import type { Command, Ref } from './types';
import { FOREIGN } from './vocabulary';
import { isOnlyWhen, rangeIn } from './when';

const SKIP = /^skip (.{2,80})$/i;
const PAUSE = /^(?:pause|suspend|hold off on|put on hold) (.{2,80}?)$|^put (.{2,60}?) on hold\b(.{0,30})$/i;
const COPY = /^(?:copy|duplicate|clone) (.{1,80}?)(?: (?:to|for|on|onto|over to) (.{2,40}))?$/i;
const COPY_TO = /^(?:copy|duplicate|clone) (.{1,80}) (?:to|for|on|onto|over to) (.{2,40})$/i;
const UNTIL = /^(.{0,60}?)\s*\b(?:until|till)\s+(.{2,30})$/i;
const FOR_A_WHILE = /\s+while\b.*$|\s+for (?:now|a while|a bit|the time being|(?:\S+ ){1,3}(?:days?|weeks?|months?))$/i;
const THIS_ONE = /^(?:it|this|that|(?:this|that|the next|the) (?:one|time|occurrence|instance))$/i;
/** What players and programs skip and pause. */
const PLAYED = pattern('i')`
  \b(?:
    track|song|tune|episode|chapter|ahead|back|forward|intro|ads?|commercials?|video|game|playback|recording|download
    |show|film|reading|line|part|level|seconds|minutes|stream(?:ing)?|sync|backup
  )\b
`;

const COPY_OF = /^(?:make|create|add)(?: me)? (?:an? |another )?(?:exact )?(?:copy|duplicate) of /i;

/** One occurrence left out, or a task that shall rest: "skip call mom this week", "pause the rent until January". */
export function readSeries(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const text = trimEnds(sentence).replace(COPY_OF, 'copy ');
  if (!/^(?:skip|pause|suspend|hold|put|copy|duplicate|clone)\b/i.test(text) || FOREIGN.test(text) || PLAYED.test(text)) return null;
  const skipped = SKIP.exec(text)?.[1];
  if (skipped) {
    const of = /^(.{3,20}?)['’]s (.+)$/.exec(skipped);
    const range = rangeIn(of?.[1] && of[2] && isOnlyWhen(of[1], ctx) ? `${of[2]} ${of[1]}` : skipped, ctx);
    const name = (range?.rest ?? skipped).trim().replace(/\s+(?:on|for|in)$/i, '').replace(/^(?:the )?next (?=\S)(?!(?:one|time|occurrence|instance)\b)/i, '').trim();
    const [ref, more] = THIS_ONE.test(name) || !name ? [IT] : readRefs(name, ctx);
    if (ref && more) return range ? null : { text: clause, kind: 'change', tool: 'snooze_tasks', refs: readRefs(name, ctx), snooze: { toNext: true } };
    return ref
      ? {
        text: clause,
        kind: 'skip',
        ref,
        ...(range ? { when: { ...(range.from ? { from: range.from } : {}), ...(range.to ? { to: range.to } : {}) } } : {}),
      }
      : null;
  }
  const whole = COPY_TO.exec(text);
  const copied = whole?.[2] && isOnlyWhen(whole[2], ctx) ? whole : COPY.exec(text);
  if (copied?.[1]) {
    const [ref, more] = readRefs(copied[1], ctx);
    if (more) return null;
    const day = copied[2] ? readChanges(copied[2], ctx) : undefined;
    if (!ref || ref.kind === 'filter' || (day && (day.rest || !day.changes.dueDate))) return null;
    return { text: clause, kind: 'copy', ref, ...(day?.changes.dueDate ? { day: day.changes.dueDate } : {}) };
  }
  const paused = PAUSE.exec(text);
  if (!paused) return null;
  const rested = `${paused[1] ?? paused[2] ?? ''}${paused[3] ?? ''}`.replace(FOR_A_WHILE, '');
  const until = UNTIL.exec(rested);
  const name = (until?.[1] ?? rested).trim();
  const [ref] = readPointer(name.toLowerCase()) ? [readPointer(name.toLowerCase())] : readRefs(name, ctx);
  const day = until?.[2] ? readChanges(until[2], ctx).changes.dueDate : undefined;
  return ref ? { text: clause, kind: 'pause', ref, ...(day ? { until: day } : {}) } : null;
}

const IT: Ref = { kind: 'pronoun', which: 'it' };
