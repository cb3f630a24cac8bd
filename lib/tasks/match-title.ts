/** What matching needs of a task. */
export type Titled = { id: string; number: number; title: string };

/**
 * How a title fits what was said, best first. Only these tiers may be acted on, and only when the best tier that fits
 * anything holds one task; several are asked about. Whatever else looks alike is at most offered.
 *
 * 1. `exact`: the same, ignoring case
 * 2. `plain`: the same, ignoring accents, punctuation and spaces too
 * 3. `words`: every word that was said stands in the title (words that tell nothing, as "the", left out)
 * 4. `inflected`: the same, with another ending ("reports" – "report")
 * 5. `typo`: the same, with one slip in a word of 4 to 7 letters or two in a longer one, or with a space missing
 */
const TIERS = ['exact', 'plain', 'words', 'inflected', 'typo'] as const;
type Tier = (typeof TIERS)[number];

/** Below this likeness (shared trigrams, 0 to 1) a title is not even offered. */
const OFFERED_FROM = 0.3;

/** Words that say nothing about which task is meant. */
const FILLERS = new Set(
  'a an the my our your this that to of for on in at with and some please task todo item thing one reminder'.split(' '),
);

/** Lower case, without accents and punctuation, single spaces. */
export function plain(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  const words = letters.replace(/['’]/g, '').replace(/[^\p{L}\p{N}\p{Emoji_Presentation}]+/gu, ' ').trim();
  // A title made of signs alone is compared as it stands.
  return words || letters.trim();
}

const wordsOf = (text: string): string[] => plain(text).split(' ');

/** The words that count; all of them when none would be left. */
function meaningful(text: string): string[] {
  const words = wordsOf(text);
  const kept = words.filter((word) => !FILLERS.has(word));
  return kept.length > 0 ? kept : words;
}

/** Slips (a letter more, less, other, or two swapped) between two words; anything above `limit` is `limit + 1`. */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [older, newer] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((newer[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (newer[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [older, newer] = [newer, row];
  }
  return Math.min(newer[b.length] ?? 0, limit + 1);
}

const slipsAllowed = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

const isInflected = (said: string, word: string) => {
  const [short, long] = said.length < word.length ? [said, word] : [word, said];
  return short.length >= 3 && long.startsWith(short) && /^(|s|es|ed|d|ing|ly)$/.test(long.slice(short.length));
};

const isMisspelt = (said: string, word: string) => {
  const allowed = slipsAllowed(said.length < word.length ? said : word);
  return !/\d/.test(said) && allowed > 0 && slips(said, word, allowed) <= allowed;
};

/** Ways to say that something is fetched: "got the eggs" is about "Eggs" as much as about "Buy eggs". */
const FETCH = /^(?:buy|get|grab|purchase|order|fetch|pick up)\s+/;

/** Whether the same goods are to be fetched, whatever verb either text has for it. */
function sameGoods(said: string, title: string): boolean {
  if (!FETCH.test(plain(said))) return false;
  const [wanted, goods] = [said, title].map((text) => meaningful(plain(text).replace(FETCH, '')));
  return wanted !== undefined && wanted.length === goods?.length && wanted.every((word, at) => isInflected(word, goods[at] ?? ''));
}

/** The tier in which a title fits what was said, or null. */
export function tierOf(said: string, title: string): Tier | null {
  if (said.trim().toLowerCase() === title.toLowerCase()) return 'exact';
  if (plain(said) === plain(title)) return 'plain';
  if (sameGoods(said, title)) return 'inflected';
  const words = wordsOf(title);
  let tier: Tier = 'words';
  for (const spoken of meaningful(said)) {
    if (words.includes(spoken)) continue;
    if (words.some((word) => isInflected(spoken, word))) tier = tier === 'typo' ? tier : 'inflected';
    else if (words.some((word) => isMisspelt(spoken, word))) tier = 'typo';
    else return plain(said).replaceAll(' ', '') === plain(title).replaceAll(' ', '') ? 'typo' : null;
  }
  return tier;
}

/** "plan party with cake, balloons and invites": what stands before the list is the task. */
const HEADED_LIST = /^(.+?)(?: with |: ?)(.+,.+)$/i;

/**
 * Whether only one of the things was said that a title lists: "bread" of "Milk, eggs and bread". Whoever is done with that
 * one is not done with the task.
 */
export function isPartOfList(said: string, title: string): boolean {
  const [, head = '', tail] = HEADED_LIST.exec(title) ?? [];
  if (!tail && /\s(?:with|for|to|about|from|at|in|on)\s/i.test(title)) return false;
  const items = (tail ?? title).split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i).map((item) => meaningful(plain(item).replace(FETCH, '')));
  if (items.length < 2 || items.some((item, at) => item.length > (at === 0 ? 3 : 2))) return false;
  const spoken = meaningful(said);
  const isSaid = (word: string) => spoken.some((other) => isInflected(other, word) || isMisspelt(other, word));
  return !wordsOf(head).some(isSaid) && items.filter((item) => item.some(isSaid)).length === 1;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${plain(text)} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}

/** Share of trigrams that two texts have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const piece of left) if (right.has(piece)) shared += 1;
  return (2 * shared) / (left.size + right.size || 1);
}

/** The tasks of the best tier at or above `worst` in which any fits; empty when none does. */
export function matchTitles<T extends Titled>(said: string, tasks: T[], tiers: readonly Tier[] = TIERS): T[] {
  const fits = tasks.map((task) => ({ task, tier: tierOf(said, task.title) }));
  for (const tier of tiers) {
    const found = fits.filter((fit) => fit.tier === tier).map((fit) => fit.task);
    if (found.length > 0) return found;
  }
  return [];
}

/** Tasks to offer when none fits: those that share a telling word or look alike, the likest first. */
export function closeTitles<T extends Titled>(said: string, tasks: T[], most = 5): T[] {
  const spoken = meaningful(said);
  return tasks
    .map((task) => {
      const words = meaningful(task.title);
      const shared = spoken.filter((word) => word.length > 2 && words.includes(word)).length / spoken.length;
      return { task, score: Math.max(shared, likeness(said, task.title)) };
    })
    .filter(({ score }) => score >= OFFERED_FROM)
    .sort((a, b) => b.score - a.score || a.task.number - b.task.number)
    .slice(0, most)
    .map(({ task }) => task);
}
