import { readCommands } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import { dueOf } from '../say-tasks';
import type { FollowUp } from '.';

const THAT_DAY = /\b(?:on )?(?:(?:that|the same|that same) day|the day itself|(?<=what'?s |anything |happening )then)\b/;
const BESIDE_IT = pattern('')`
  ^(.*?\b(?:what'?s|what do i have|anything|something|nothing|is there|have i|do i have)\b.*?) (?:straight |right |directly |just )?(before|after)(?: (?:that|it|then|this))?(?: (?:on )?(?:that|the same) day)?$
`;

/** "what else is on that day?", "anything after it?": the day, and the hour, are those of what was just spoken of. */
export function thatDay({ text, said, alone, memory, ctx }: FollowUp): Item[] | null {
  const { focus, query, empty } = memory;
  if (alone.kind === 'create' || alone.kind === 'change' || empty) return null;
  const [only] = focus;
  const asked = query && query.input.dueFrom === query.input.dueTo && typeof query.input.dueFrom === 'string' ? query.input.dueFrom : undefined;
  const day = (focus.length === 1 ? only?.dueDate : undefined) ?? asked;
  if (!day) return null;
  const on = `on ${dueOf({ dueDate: day }).replace(/^\S+ /, '')}`;
  const beside = focus.length === 1 && only?.dueTime && only.dueDate ? BESIDE_IT.exec(said) : null;
  const words = beside?.[1] && beside[2]
    ? `do i have anything ${on} ${beside[2]} ${only?.dueTime}`
    : THAT_DAY.test(said) ? said.replace(THAT_DAY, on) : undefined;
  const [command, more] = words ? readCommands(words, ctx) : [];
  if (command?.kind !== 'call' || more || !/^(?:list|search)_tasks$/.test(command.tool)) return null;
  // What is at that very minute is it itself.
  const { timeFrom } = command.input;
  const input = beside?.[2] === 'after' && typeof timeFrom === 'string' ? { ...command.input, timeFrom: `${timeFrom.slice(0, 4)}${Math.min(9, Number(timeFrom[4]) + 1)}` } : command.input;
  return [{ ...command, text, input, ask: 'whether' }];
}
