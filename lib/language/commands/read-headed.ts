import { readTask } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import { trimEnds } from './normalize';
import type { Command } from './types';
import { isOnlyWhen } from './when';

const COUNTED = '(?:(?:these|those|the|my|following|a few|a couple(?: of)?|a lot of|lots of|some|several|many|two|three|four|five|six|seven|\\d{1,2}|new|more|other|quick|small|little) )*';
const THINGS = '(?:things|tasks|errands|chores|to-?dos|stuff|items)';

/** What stands before the colon of a list of things to do. */
const HEADS = pattern('i')`
  ^(?:(?:so|ok|okay|right|well|hey|hi|also|and|now|please|can you|could you) )*(?:
    (?:i|we)(?:'ve|'d| have| need| want| must| should| got| gotta| still| also)+(?: to)?(?: (?:do|get done|finish|handle|take care of|add|remember|sort out))? ${COUNTED}${THINGS}(?: to (?:do|get done|finish|take care of|sort out))?
    |(?:i|we)(?:'ve| have| need| must| should| got| gotta| still)+ to(?: (?:do|get done))?
    |(?:add|create|note(?: down)?|make|put(?: down)?|write down)(?: me)? ${COUNTED}${THINGS}
    |(?:here(?:'s| is| are) )?(?:the |my |our )?(?:${THINGS} to (?:do|get done)|to-?do list|to-?do|task list|list of ${THINGS}|${THINGS}|list|plan|agenda)
    |to do
  )?[\s,]*(.*)$
`;
/** An order or a question, which a heading of a day alone does not turn into a task. */
const ORDER = /^(?:please )?(?:delete|remove|undo|redo|show|list|find|search|mark|tick|complete|reopen|restore|reschedule|postpone|snooze|move|rename|tag|what|which|who|how|when|where|why|is|are|do|did)\b/i;

/** "things to do today: laundry, call the bank and pay rent": each is a task, and has the day of the heading unless it has its own. */
export function readHeaded(text: string, ctx: LanguageContext): Command | null {
  const [, head, list] = /^([^:"]{2,80}):\s+(.{5,1500})$/.exec(text) ?? [];
  const heading = head === undefined ? null : HEADS.exec(head.trim());
  if (!heading || !list) return null;
  const when = trimEnds((heading[1] ?? '').replace(/^(?:for|due|on the list for) /i, ''));
  if (when && !isOnlyWhen(when, ctx)) return null;
  const items = list.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/i).map(trimEnds).filter(Boolean);
  const onlyDay = head?.trim() === when;
  if (items.length < 2 || items.some((item) => item.split(' ').length > 8 || (onlyDay && ORDER.test(item)))) return null;
  const hasDay = (item: string) => readTask(item, ctx).spans.some(({ type }) => type === 'date' || type === 'recurrence');
  const body = items.map((item) => (when && !hasDay(item) ? `${item} ${when}` : item)).join(', ');
  return toCreate({ body, style: 'add', several: true }, text, ctx);
}
