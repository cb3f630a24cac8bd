import { describeDue } from '../describe';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toCreate } from './create-command';
import type { Command } from './types';

const SET = /^(?:set|create|make|add|put|schedule|give me|i (?:want|need))(?: me| up)? (?:an? |the |my |another )?(?:new )?(.{0,20}?)\s?alarm(?: clock)?\b(.{0,80})$/i;
const WAKE = /^wake me(?: up)? (?!.* to )(.{1,40})$/i;
const PURPOSE = pattern('iu')`
  ^(.*?)\s*\b(?:to|for|so (?:that )?i(?: can)?|called|named) (?=
    (?!
      (?:the )?\d|noon|midnight|half|quarter|tomorrow|today|tonight|this|next|every
      |(?:mon|tues|wednes|thurs|fri|satur|sun)day
    )\p{L}{2}
  )(?:my |the )?(.+)$
`;

/** "set an alarm for 7", "wake me up at 6:30": nothing here rings, so a task at that time is offered. Null when no time is named. */
export function readAlarm(sentence: string, ctx: LanguageContext): Command | null {
  if (/\bremind/i.test(sentence)) return null;
  const woken = WAKE.exec(sentence)?.[1];
  const found = woken ? null : SET.exec(sentence);
  if (!woken && !found) return null;
  const when = woken ?? `${found?.[1] ?? ''} ${found?.[2] ?? ''}`.trim();
  const purpose = woken ? null : PURPOSE.exec(when);
  const at = (purpose ? purpose[1] ?? '' : when).replace(/\bfor (?=\d)/i, 'at ');
  const offer = toCreate({ body: `${purpose?.[2] ?? (woken ? 'wake up' : 'alarm')} ${/^\d/.test(at) ? 'at ' : ''}${at}`, style: 'add' }, sentence, ctx);
  const [task] = offer.kind === 'create' ? offer.tasks : [];
  if (!task?.due?.time) return null;
  const said = task.recurrence ? '' : ` for ${describeDue(task.due, ctx)}`;
  return { text: sentence, kind: 'question', action: 'none', question: `Nothing rings here, but I can keep it as a task. Shall I add "${task.title}"${said}?`, offer };
}
