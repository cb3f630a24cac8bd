import { durationMinutes, readDuration } from './durations';
import type { Mask } from './masks';
import { closesHere, opensHere, phrase, touches, word, type Reader } from './reader';
import type { Priority } from './types';
import { TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

/** A part of a task's line that says something other than its title. */
export type Mark<T> = { value: T; start: number; end: number };

/** The character range of tokens `from` up to `next`. */
export function rangeOf(reader: Reader, from: number, next: number): { start: number; end: number } {
  return { start: reader.tokens[from]?.start ?? 0, end: reader.tokens[next - 1]?.end ?? 0 };
}

/** #tags; a bare number behind # is a reference to a task, not a tag. */
export function readHashTags(text: string, masks: Mask[]): Mark<string>[] {
  return masks.filter(({ kind }) => kind === 'tag').map(({ start, end }) => ({ value: text.slice(start + 1, end).replace(/[-_/+&]+$/, ''), start, end }))
    .filter(({ value }) => /\D/.test(value));
}

const TAGGING = ['and tag it as', 'and tag it with', 'and tag it', 'tag it as', 'tag it with', 'tag it', 'tag this as', 'tag this', 'tagged as', 'tagged with', 'tagged', 'label it as', 'label it', 'labelled', 'labeled',
  'with the tags', 'with tags', 'with the tag', 'with tag', 'with labels', 'with label', 'tags :', 'tag :', 'under tag'];

/** "tag it work and urgent", "tagged home", "with tags a, b and c". */
export function readSpokenTags(reader: Reader, at: number): Mark<string[]> | null {
  if (!/^(and|tag|tags|tagged|label|labelled|labeled|with|under)$/.test(word(reader, at)) || at === 0 && word(reader, 1) !== ':') return null;
  for (const words of TAGGING) {
    const start = phrase(reader, at, words);
    if (start === null) continue;
    const tags: string[] = [];
    let next = start;
    while (tags.length < 10) {
      const joined = tags.length === 0 ? next : skipTagJoin(reader, next);
      if (tags.length > 0 && joined === next) break;
      const token = reader.tokens[joined];
      if (!token || (token.kind !== 'word' && token.kind !== 'opaque') || /^(a|the|my|it|for|on|at|by|remind|every|due)$/.test(token.text)) break;
      let end = joined + 1;
      while (/^[-_/]$/.test(word(reader, end)) && touches(reader, end) && touches(reader, end + 1) && reader.tokens[end + 1]) end += 2;
      const range = rangeOf(reader, joined, end);
      tags.push(reader.text.slice(range.start, range.end).replace(/^[#"“]|["”]$/g, ''));
      next = end;
    }
    return tags.length > 0 ? { value: tags, ...rangeOf(reader, at, next) } : null;
  }
  return null;
}

function skipTagJoin(reader: Reader, at: number): number {
  let next = at;
  if (word(reader, next) === ',') next += 1;
  if (/^(and|&)$/.test(word(reader, next))) next += 1;
  return next;
}

const LEVELS: Record<string, Priority> = {
  high: 'high', hi: 'high', urgent: 'high', critical: 'high', top: 'high', highest: 'high', important: 'high', medium: 'medium', med: 'medium', mid: 'medium', normal: 'medium', moderate: 'medium',
  low: 'low', lo: 'low', lowest: 'low', minor: 'low', none: 'none', no: 'none', '1': 'high', '2': 'medium', '3': 'low', '4': 'none',
};
const EDGE_WORDS: [string, Priority][] = [
  ['not urgent', 'low'], ['no rush', 'low'], ['no hurry', 'low'], ['not important', 'low'], ['low importance', 'low'], ['whenever', 'low'],
  ...['urgent', 'urgently', 'important', 'critical', 'crucial', 'essential', 'vital', 'asap', 'as soon as possible'].map((words): [string, Priority] => [words, 'high']),
];
/** What may stand before those: "it's super important", "this is not urgent", "really urgent". */
const EDGE_LEADS = ['it is', "it's", 'its', 'this is', 'that is', "that's", 'which is', 'and it is', "and it's", 'and this is', 'and is'];
const INTENSE = /^(very|super|really|so|extremely|pretty|quite|most|rather|absolutely|highly)$/;

function levelOf(text: string): Priority | undefined {
  return Object.hasOwn(LEVELS, text) ? LEVELS[text] : undefined;
}

/** "!high", "!1", "p2", "high priority", "priority: low", and at the edge of the line "urgent", "no rush", "asap". */
export function readPriority(reader: Reader, at: number): Mark<Priority> | null {
  if (word(reader, at) === '!') return readBang(reader, at);
  if (!opensHere(reader, at)) return null;
  const short = word(reader, at) === 'p' && touches(reader, at + 1) && /^[1-4]$/.test(word(reader, at + 1)) && closesHere(reader, at + 2);
  if (short) return { value: levelOf(word(reader, at + 1)) ?? 'none', ...rangeOf(reader, at, at + 2) };
  return readPriorityPhrase(reader, at) ?? readEdgeWord(reader, at);
}

function readBang(reader: Reader, at: number): Mark<Priority> | null {
  if (!opensHere(reader, at) && word(reader, at - 1) !== '!') return null;
  if (touches(reader, at) && at > 0 && reader.tokens[at - 1]?.kind !== 'symbol') return null;
  let next = at + 1;
  while (word(reader, next) === '!' && touches(reader, next) && next < at + 3) next += 1;
  const token = reader.tokens[next];
  const level = token && touches(reader, next) ? levelOf(token.text) : undefined;
  if (level && next === at + 1 && closesHere(reader, next + 1)) return { value: level, ...rangeOf(reader, at, next + 1) };
  // "!!" and "!!!" by themselves, as other programs write them.
  const alone = next > at + 1 && (!token || token.space);
  return alone && at > 0 ? { value: next - at === 2 ? 'medium' : 'high', ...rangeOf(reader, at, next) } : null;
}

function readPriorityPhrase(reader: Reader, at: number): Mark<Priority> | null {
  let next = at;
  if (/^(with|at|as|and|make|mark|set)$/.test(word(reader, next))) next += /^(it|this)$/.test(word(reader, next + 1)) ? 2 : 1;
  if (/^(a|as|the|is)$/.test(word(reader, next))) next += 1;
  const dash = word(reader, next + 1) === '-' ? next + 2 : next + 1;
  const level = levelOf(word(reader, next));
  if (level && /^(priority|prio)$/.test(word(reader, dash)) && closesHere(reader, dash + 1)) return { value: level, ...rangeOf(reader, at, dash + 1) };
  if (!/^(priority|prio)$/.test(word(reader, next))) return null;
  let after = next + 1;
  if (/^(is|of|to|:|=)$/.test(word(reader, after))) after += 1;
  const behind = levelOf(word(reader, after));
  return behind && closesHere(reader, after + 1) ? { value: behind, ...rangeOf(reader, at, after + 1) } : null;
}

function readEdgeWord(reader: Reader, at: number): Mark<Priority> | null {
  let best: Mark<Priority> | null = null;
  let start = EDGE_LEADS.map((lead) => phrase(reader, at, lead)).find((next) => next !== null) ?? at;
  while (INTENSE.test(word(reader, start))) start += 1;
  for (const [words, value] of EDGE_WORDS) {
    const next = phrase(reader, start, words);
    if (next === null || !closesHere(reader, next)) continue;
    const after = word(reader, next);
    const opens = at === 0 && (/^[:!,-]$/.test(after) || (/^no (?:rush|hurry)$/.test(words) && after !== ''));
    const ends = at > 0 && isEdge(reader, next) && !/^(is|not|are|more|how|the|be)$/.test(word(reader, at - 1)) && !INTENSE.test(word(reader, at - 1));
    if (!opens && !ends) continue;
    const range = rangeOf(reader, at, opens && /^[:!,-]$/.test(after) ? next + 1 : next);
    if (!best || range.end > best.end) best = { value, ...range };
  }
  return best;
}

/** Whether nothing but marks and punctuation follows. */
function isEdge(reader: Reader, at: number): boolean {
  const rest = reader.tokens[at];
  return !rest || rest.kind === 'symbol' || rest.kind === 'opaque' || /^(on|by|at|today|tomorrow|tonight|every|due|for|remind|and|with|please)$/.test(rest.text);
}

/** "for 45 min", "takes 2 hours", "lasts for five hours", "~30m", and at the end of a line "1h 30m". In minutes. `repeated`: a repetition was read already. */
export function readLength(reader: Reader, at: number, repeated = false): Mark<number> | null {
  let start = at;
  if (word(reader, start) === 'and' && /^(lasts|takes|lasting)$/.test(word(reader, start + 1))) start += 1;
  const led = /^(lasts|takes|lasting|duration|estimate|estimated|est)$/.test(word(reader, start));
  if (led) start += 1;
  if (led && /^(:|is|of)$/.test(word(reader, start))) start += 1;
  const forIt = word(reader, start) === 'for' || word(reader, start) === '~';
  if (forIt) start += 1;
  if (/^(about|around|approximately|the|another)$/.test(word(reader, start)) && (led || forIt)) start += 1;
  const duration = readDuration(reader, start);
  if (!duration?.timed || duration.months > 0 || duration.days > 7 || !closesHere(reader, duration.next)) return null;
  if (
    /^(ago|before|after|later|from|early|earlier|late|hence|each|of|every|break|meeting|call|walk|run|ahead|prior)$/.test(word(reader, duration.next)) &&
    !led
  ) return null;
  const minutes = durationMinutes(duration);
  if (minutes < 1 || minutes > 10_080) return null;
  if (led || forIt) return { value: minutes, ...rangeOf(reader, at, duration.next) };
  const unit = reader.tokens[start + 1];
  const glued = reader.tokens[start]?.kind === 'number' && touches(reader, start + 1) && /^(h|m|min|mins|hr|hrs)$/.test(unit?.text ?? '');
  // "15m cable" is as long as that.
  const apart = unit?.text !== 'm' && (whenFollows(reader, duration.next) || (repeated && reader.tokens[duration.next]?.kind === 'opaque'));
  // "30 min daily", but not "60 Minutes tonight".
  const spaced = apart && duration.next === start + 2 && unit !== undefined && unit.raw === unit.text && /^(min|hr|hour)/.test(unit.text);
  return (glued || spaced) && minutes <= 600 && opensHere(reader, at) && (apart || endsLine(reader, duration.next)) && !/^(in|within|after|\+|every|each|at|@|by|until)$/.test(word(reader, at - 1))
    ? { value: minutes, ...rangeOf(reader, at, duration.next) }
    : null;
}

/** "call Bob 15min tomorrow" */
function whenFollows(reader: Reader, at: number): boolean {
  const text = word(reader, at);
  return (
    TODAY.has(text) ||
    TOMORROW.has(text) ||
    TONIGHT.has(text) ||
    WEEKDAYS.has(text) ||
    /^(every|daily)$/.test(text) ||
    (text === 'on' && WEEKDAYS.has(word(reader, at + 1)))
  );
}

function endsLine(reader: Reader, at: number): boolean {
  return reader.tokens.slice(at, at + 8).every((token) => token.kind === 'opaque' || token.kind === 'symbol');
}
