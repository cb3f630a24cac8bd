import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import type { AddBody } from './add-body';
import { DOING_VERB, EVENT_NOUN, startsWith } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn, recurrenceIn } from './when';

const DOING = startsWith(DOING_VERB);
const JOINT = /\s*[,;]\s*(?:and\s+)?(?:then\s+|also\s+)?|\s+and\s+(?:then\s+|also\s+)?|\s+then\s+|\s+plus\s+|\s+&\s+/gi;
const DAY = pattern('i')`
  \b(?:
    today|tonight|tomorrow|tmrw?|every
    |(?:mon|tues|wednes|thurs|fri|satur|sun)days?|next (?:week|month)
    |(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d|\d{1,2}(?:st|nd|rd|th)
  )\b
`;
const BEGINS_WITH_WHEN = /^\s*(?:at|on|in|by|from|to|until|till|for|with|every|each|next|this|not|or|but|except)\b/i;
/** What follows is a list of the parts of one task. */
const PARTS = /\b(?:with (?:the |a )?(?:sub ?-? ?tasks|steps|check ?list)\b|(?:sub ?-? ?tasks|steps|check ?list)\s*:|with .+ (?:on it|on there|as subtasks)$)/i;
const MARKED = /#|(?:^|\s)!(?:\d|high|low|medium)/;

/**
 * The tasks in one wish. "Buy milk and eggs" is one; "buy milk tomorrow and call mom on Sunday" are two: the second part has
 * to begin like an errand of its own, and the first to be complete (dated, tagged, or with an object of its own). "Dentist on
 * Monday, haircut on Tuesday" are two as well: each thing has its day.
 */
export function splitTasks(found: AddBody, ctx: LanguageContext): string[] {
  const { body, style } = found;
  if (!/[,;&]|\band\b|\bthen\b|\bplus\b/i.test(body) || body.length > 2_000 || PARTS.test(body)) return [body];
  if (found.several) {
    const parts = pieces(body, /\s*[,;]\s*(?:and\s+)?|\s+and\s+/i);
    if (parts.length > 1) return parts;
  }
  const times = atSeveralTimes(body, ctx) ?? withOneVerb(body, ctx);
  if (times) return times;
  const commas = pieces(body, /\s*,\s*(?:and\s+)?|\s+and\s+/i);
  const semis = pieces(body, /\s*;\s*(?:and\s+|then\s+)*/i);
  if (semis.length > 1 && semis.every((part) => DOING.test(part) && / /.test(part))) return semis;
  const goods = listedGoods(body, found.list, ctx);
  if (goods) return goods;
  if (commas.length > 2 && commas.every((part) => DOING.test(part) && / /.test(part))) return commas;

  const out: string[] = [];
  let start = 0;
  const quotes = quotedSpans(body);
  for (const joint of body.matchAll(JOINT)) {
    if (quotes.some(([from, to]) => joint.index > from && joint.index < to)) continue;
    const left = body.slice(start, joint.index);
    const right = body.slice(joint.index + joint[0].length);
    if (!parts(left, right, style, ctx, joint[0].includes(','))) continue;
    out.push(trimEnds(left));
    start = joint.index + joint[0].length;
  }
  out.push(trimEnds(body.slice(start)));
  return out.filter(Boolean).map((part) => part.replace(/^(?:to|add)\s+(?=\S)/i, ''));
}

const isTimed = (text: string) => HOUR.test(text) || (DAY.test(text) && !/\b(?:every|each)\b/i.test(text));

/** "call mom at 3 and dad at 5": the same verb, each with an hour or a day. */
function withOneVerb(body: string, ctx: LanguageContext): string[] | null {
  const [first = '', ...others] = pieces(body, /\s*,\s*(?:and\s+)?|\s+and\s+/i);
  const verb = DOING.exec(first)?.[0];
  if (!verb || !others.length || !isTimed(first) || !/ /.test(pointIn(first, ctx)?.rest ?? '')) return null;
  const names = others.every((part) => {
    const point = isTimed(part) ? pointIn(part, ctx) : null;
    return (
      point &&
      /^(?!(?:again|back|then|there|it|maybe|or|one|another|home)\b)\p{L}{2}/iu.test(point.rest) &&
      point.rest.split(' ').length < 3 &&
      !DOING.test(part) &&
      !GOES_ON.test(point.rest) &&
      !EVENT.test(point.rest)
    );
  });
  return names ? [first, ...others.map((part) => `${verb} ${part}`)] : null;
}

/** Lists of things to get, where "milk and eggs" are two; on others two joined by "and" may be one name. */
const SHOP = /\b(?:shopping|grocer(?:y|ies)|shop|store|supermarket|market|pantry|supplies|packing|hardware|drugstore|pharmacy|bakery)\b/i;
/** What is eaten or sold together. */
const PAIRED = pattern('gi')`
  \b(?:
    (?:mac(?:aroni)?|grilled ham|ham|bacon|wine|chips|crackers) and (?:cheese|eggs?)|salt and (?:pepper|vinegar)
    |(?:
      bread|cookies?|peanut butter|sour cream|rice|fish|oil|half|gin|rum|nuts?|pork|arm|bits|head|bed|black|pen|hooks?
      |needles?|bath|dustpan|vanilla|franks?|biscuits?|strawberr(?:y|ies)|oil|r|m|johnson|procter
    ) (?:and|&) (?:butter|cream|jelly|jam|chips|onion|beans?|vinegar|half|tonic|coke|bolts|hammer|pieces|shoulders|breakfast|white|paper|eyes?|thread|body|brush|gravy|b|ms?|johnson|gamble)
  )\b
`;

/** What goes on a list, a thing each: "milk, eggs and bread"; null where it may be one. */
function listedGoods(body: string, list: string | undefined, ctx: LanguageContext): string[] | null {
  if (!list || body.includes('"')) return null;
  const pairs: string[] = [];
  const masked = body.replace(PAIRED, (pair) => `\u0001${pairs.push(pair) - 1}\u0001`);
  const parts = pieces(masked, /\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/i).map((part) => part.replace(/\u0001(\d+)\u0001/g, (_, at: string) => pairs[Number(at)] ?? ''));
  const short = parts.length > 1 && parts.every((part) => part.split(' ').length <= (pairs.length ? 5 : 4) && !hasWhen(part, ctx));
  if (!short) return null;
  if (/,/.test(masked)) return parts;
  // "milk eggs and bread" may be three.
  const plain = /^(?:(?:a|an|some|more|the) )?\S+$/i.test(parts[0] ?? '') || (parts[0] ?? '').includes(' and ');
  return !DOING.test(body) && ((SHOP.test(list) && plain) || parts.length > 2) ? parts : null;
}

/** "guitar lesson Monday 2pm and Wednesday 4pm": the same thing twice, each with a day and a time of its own. */
function atSeveralTimes(body: string, ctx: LanguageContext): string[] | null {
  const [first = '', ...others] = pieces(body, /\s*,\s*(?:and\s+)?|\s+and\s+/i);
  const whens = others.map((part) => (isOnlyWhen(part, ctx) ? pointIn(part, ctx) : null));
  const point = pointIn(first, ctx);
  if (!others.length || !point?.time || !DAY.test(first) || /\b(?:every|each)\b|days\b/i.test(body) || !/^\p{L}{2}/u.test(point.rest)) return null;
  return whens.every((when, at) => when?.time && DAY.test(others[at] ?? '')) ? [first, ...others.map((part) => `${point.rest} ${part}`)] : null;
}

const HOUR = /\b(?:at|@|by|from) (?:\d|noon|midnight)|\d ?[ap]\.?m\b|\d:\d\d|\bnoon\b/i;
const EVENT = new RegExp(`\\b(?:${EVENT_NOUN})\\b`, 'i');

/** What the same thing does next, or somebody: "… and ends at 11", "… and she leaves at 5". */
const GOES_ON = pattern('i')`
  ^(?:
    ends?|ended|closes?|closed|stops?|starts?|begins?|opens?|lands?|arrives?|arriving|leaves?|leaving|departs?|returns?|runs?
    |lasts?|goes|comes|gets|takes|finish(?:es)?|ready|over|done|home|out|up|off|on|down|later|next|not|is|are|was|were|will
    |should|must|can|i|we|you|he|she|they|who|which|that|this|these|those|him|her|them|us|me|everyone|everybody
  )\b
`;

/** "taxi", "the dentist": up to four words that name a thing. */
const isShortThing = (text: string) => /^(?:(?:the|my|our|an?) )?\p{L}{3,}(?: \p{L}{2,}){0,3}$/iu.test(text) && !GOES_ON.test(text);

/** "lunch with Bob at 12 and dinner with Ann at 7": two things, each with its hour. */
function haveHours(left: string, right: string, ctx: LanguageContext, listed: boolean): boolean {
  if (!HOUR.test(left) || !HOUR.test(right) || BEGINS_WITH_WHEN.test(right)) return false;
  const [first, second] = [pointIn(left, ctx), pointIn(right, ctx)];
  if (
    !first?.time ||
    !second?.time ||
    !/^\p{L}{2}/u.test(second.rest) ||
    !/\p{L}{2}/u.test(first.rest) ||
    /^(?:again|back|then|there|it|maybe|or|one|another)\b/i.test(second.rest)
  ) return false;
  if (listed && second.rest.split(' ').length < 5) return true;
  // "flight lands at 9 and taxi at 10", but not "the shop opens at 9 and closes at 5".
  if (!DOING.test(first.rest) && !DOING.test(second.rest) && isShortThing(second.rest)) return true;
  return (DOING.test(right) && / /.test(second.rest)) || (EVENT.test(second.rest) && (EVENT.test(first.rest) || DOING.test(first.rest)));
}

function parts(left: string, right: string, style: AddBody['style'], ctx: LanguageContext, listed: boolean): boolean {
  const next = right.replace(/^to\s+/i, '');
  if (haveHours(left, next.split(JOINT)[0] ?? '', ctx, listed)) return true;
  const second = next.split(JOINT)[0] ?? '';
  if (hasDay(left, ctx) && hasDay(second, ctx) && (style === 'add' || isShortThing(pointIn(second, ctx)?.rest ?? second))) return true;
  if (!DOING.test(next) || !/ /.test(next.trim()) || /^(?:\S+ ){1,2}(?:it|them|that|him|her)\b/i.test(next)) return false;
  // "call and cancel dentist", "go and walk the dog": the first verb has no object yet.
  if (!/\S\s+\S/.test(left.trim())) return false;
  const dated = hasWhen(left, ctx) || MARKED.test(left);
  const own = hasWhen(next.split(/\s*[,;]\s*|\s+and\s+/)[0] ?? '', ctx);
  if (style === 'remind') return dated && own;
  return dated || (DOING.test(left.trim()) && !/\b(?:to|for|about)\s*$/.test(left) && style === 'add');
}

/** Whether a text names a thing and then a day of its own for it. */
function hasDay(text: string, ctx: LanguageContext): boolean {
  if (!DAY.test(text) || BEGINS_WITH_WHEN.test(text)) return false;
  const rest = pointIn(text, ctx)?.rest ?? recurrenceIn(text, ctx)?.rest;
  return (
    rest !== undefined &&
    /^(?!(?:the )?(?:first|second|third|fourth|last|other|same|next)\b(?! \S))\p{L}{2}/iu.test(rest) &&
    text.trimStart().startsWith(rest.split(' ')[0] ?? '')
  );
}

const pieces = (body: string, joint: RegExp) => body.split(joint).map((part) => trimEnds(part)).filter(Boolean);

function quotedSpans(text: string): [number, number][] {
  return [...text.matchAll(/"[^"]*"/g)].map((match) => [match.index, match.index + match[0].length]);
}
