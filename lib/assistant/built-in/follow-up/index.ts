import type { LanguageContext } from '@/lib/language';
import { type Command, tidy, trimEnds } from '@/lib/language/commands';
import type { Memory } from '../memory';
import type { Item } from '../perform';
import { addMore } from './add-more';
import { askAgain } from './ask-again';
import { aboutIt } from './about-it';
import { askAbout } from './ask-about';
import { askOfList } from './ask-of-list';
import { wantedBack } from './back';
import { bareVerb } from './bare-verb';
import { detailOf, rhythmAndLength } from './detail';
import { intoList } from './into-list';
import { limitOf } from './limit';
import { inOtherWords } from './other-words';
import { noteThat } from './note-that';
import { otherDay } from './other-day';
import { partBack } from './part-back';
import { recap } from './recap';
import { remindAhead } from './remind';
import { repeatFor } from './repeat';
import { secondThoughts } from './second-thoughts';
import { thatDay } from './that-day';
import { titlePart } from './title-part';
import { wayBack } from './way-back';

/** What a follow-up is read from: the sentence, small and without its end; how it reads by itself; and what came before. */
export type FollowUp = { text: string; said: string; alone: Command; memory: Memory; ctx: LanguageContext };

const READERS = [recap, otherDay, secondThoughts, wantedBack, wayBack, remindAhead, intoList, noteThat, titlePart, rhythmAndLength, bareVerb, thatDay, askOfList, aboutIt, askAbout, partBack, repeatFor, addMore, limitOf, detailOf, askAgain];

/**
 * A message that has its meaning from the turn before: "and eggs", "no, I meant the other one", "only until June", "at 10", "and
 * tomorrow?". Null when it stands by itself.
 */
export function followUp(text: string, commands: Command[], memory: Memory, ctx: LanguageContext): Item[] | null {
  const [alone] = commands;
  const said = trimEnds(tidy(text).toLowerCase());
  if (!alone || commands.length > 1 || !said || said.length > 120) return null;
  const from: FollowUp = { text, said, alone, memory, ctx };
  return firstOf(from) ?? inOtherWords({ ...from, text: tidy(text) }, firstOf);
}

function firstOf(from: FollowUp): Item[] | null {
  for (const read of READERS) {
    const items = read(from);
    if (items) return items;
  }
  return null;
}

/** Whether a sentence says nothing that can be relied on without what came before it. */
export const isVague = ({ alone }: FollowUp): boolean =>
  alone.kind === 'unknown' ||
  alone.kind === 'again' ||
  (alone.kind === 'question' && alone.action === 'none') ||
  (alone.kind === 'smalltalk' && alone.topic === 'greeting');
