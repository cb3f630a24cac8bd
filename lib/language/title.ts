import { endsInParticle } from './particles';
import { pattern } from './pattern';

type Range = { start: number; end: number };

/** Connectors that only led to what was cut out. */
const DANGLING = pattern('i')`
  (?:^|[\s,;:([–—-])(?:
    on|by|at|from|in|for|due|until|till|before|starting|is|are|was|and|with|the|this|to|@|of|every|next|please|set for
    |scheduled for|(?:is|are) set|(?:is|are) scheduled
  )$
`;
/** "Grant application (deadline | Nov 30)", but "Grant deadline | Nov 30". */
const ASIDE = /[\s]*[,;:([–—-]\s*(?:deadline|due date)$/i;
const OPENING = /^(?:(?:to|that|and|then|is)\s+|please\s+)/i;
const REQUEST = /^(?:(?:please\s+)?remind me\s+(?:to|about|of|that)\s+|reminder\s*:\s*(?:to\s+)?)(?=\S)/i;
const ASKED = /(?<=\S)[\s,]+(?:and\s+)?(?:please\s+)?remind me(?:\s+please)?$/i;
const CLAUSE = /(?<=\S)\s+(?:they|it|which|that|this)\s+(?:is|are)(?:\s+due)?$/i;
const ABBREVIATION = /(?:^|\s)(?:\p{L}|dr|mr|mrs|ms|st|jr|sr|inc|ltd|etc|e\.g|i\.e|vs|approx|no|vol|p\.m|a\.m)\.$/iu;

/** What is left of a line once `cuts` are out, tidied; with the range from its first to its last character. */
export function titleOf(text: string, cuts: Range[]): { text: string; start: number; end: number } {
  const sorted = [...cuts].sort((a, b) => a.start - b.start);
  const pieces: { text: string; start: number }[] = [];
  let at = 0;
  for (const cut of sorted) {
    if (cut.start > at) pieces.push({ text: text.slice(at, cut.start), start: at });
    at = Math.max(at, cut.end);
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at });
  const endsCut = (sorted.at(-1)?.end ?? 0) >= text.length;
  const kept: typeof pieces = [];
  pieces.forEach((piece, index) => {
    const tidied = tidy(piece.text, piece.start > 0, index < pieces.length - 1 || endsCut, kept.length === 0);
    if (tidied !== '') kept.push({ text: tidied, start: piece.start });
  });
  const joined = kept.map((piece) => piece.text).join(' ').replace(/\s+/g, ' ').replace(/ ([,.;!?])(?=\s|$)/g, '$1').trim();
  const title = unquote(finish(joined));
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last || title === '') return { text: title, start: 0, end: 0 };
  const start = text.indexOf(first.text, first.start);
  const end = text.indexOf(last.text, last.start) + last.text.length;
  return { text: title, start: Math.max(0, start), end: Math.max(start, end) };
}

/** Takes the connectors off the side where something was cut away. */
function tidy(piece: string, cutBefore: boolean, cutAfter: boolean, isFirst: boolean): string {
  let text = piece.trim();
  if (cutBefore) {
    text = text.replace(/^[\s,;:.!?)\]–—-]+/, '');
    text = text.replace(isFirst ? OPENING : /^(?:please|as well|too)(?=\s|$|[.,!])\s*/i, '');
  }
  if (cutAfter) {
    for (let count = 0; count < 4; count += 1) {
      const shorter = atTail(text, (tail) => undangled(tail.replace(/[\s,;:([–—-]+$/, '').replace(ASIDE, '').replace(CLAUSE, '')));
      if (shorter === text) break;
      text = shorter.trim();
    }
  }
  return text.trim();
}

/** Without a connector at the end, unless a verb needs it ("log in"). */
const undangled = (text: string) => (endsInParticle(text) ? text : text.replace(DANGLING, ''));

function finish(title: string): string {
  const text = atTail(title.replace(REQUEST, ''), (tail) => tail.replace(ASKED, '').replace(/[\s,;:–—-]+$/, '').replace(/\s+please$/i, '')).trim();
  if (/[^.!?]\.$/.test(text) && !ABBREVIATION.test(text)) return text.slice(0, -1);
  return text;
}

/** A title that is one quotation loses its marks; inside a longer title they stay. */
function unquote(title: string): string {
  const match = /^(?:"([^"]+)"|“([^”]+)”|'([^']+)'|‘([^’]+)’|«([^»]+)»)$/.exec(title);
  return (match ? match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? title : title).trim();
}

/** Changes the end of a text; a short piece of it is enough to look at, whatever its length. */
function atTail(text: string, change: (tail: string) => string): string {
  const cut = Math.max(0, text.length - 200);
  return text.slice(0, cut) + change(text.slice(cut));
}
