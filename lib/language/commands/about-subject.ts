import { pattern } from '../pattern';
import { asOffer } from './create-command';
import type { Command } from './types';

/** What a remark is about: "my passport" of "my passport expires in March". */
const SUBJECT = pattern('iu')`
  ^(?:(?:so|well|oh|ugh|and)[\s,]+)*(?!(?:i|we|it|you|he|she|they|there|this|that|what|it's|i'm|we're|someone|people)\b)((?:(?:the|my|our|his|her|their|\p{L}+'s) )?\p{L}[\p{L}-]*(?: [\p{L}-]+){0,2}?)(?:
    's|'re| (?:is|are|was|has|have|needs?|got|expires?|ends?|runs?|ran|br(?:eaks?|oke)|die[sd]|leaks?|smells?|squeaks?|rattles?|keeps?|looks?|feels?|sounds?|stop(?:s|ped)|starts?|arrives?|came|comes)
  )\b
`;

/** "my passport expires in March so I have to renew it": the task names what the remark was about, and is asked about. */
export function aboutSubject(command: Command, remark: string): Command {
  const [draft, more] = command.kind === 'create' ? command.tasks : [];
  const name = SUBJECT.exec(remark)?.[1];
  if (command.kind !== 'create' || !draft || more || !name || !/\b(?:it|them)\b/i.test(draft.title)) return command;
  const thing = /^(?:the|my|our|his|her|their|a|an|this|that)\b|'s\b/i.test(name) ? name : `the ${name}`;
  return asOffer({ ...command, tasks: [{ ...draft, title: draft.title.replace(/\b(?:it|them)\b/i, thing) }] }, 'add');
}
