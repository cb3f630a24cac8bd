import type { CommandOf, Ref } from '@/lib/language/commands';
import { isOnlyWhen } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import type { FollowUp } from '.';

const THEM = '(?:it|that|this|them|those|these|both|both of them|all of them)';
const KIND = '(?:list|tag|label|category|folder|project|group|heading|section|pile|bucket)';
const LEAD = '^(?:(?:and|also|please|ok|can you|could you|oh|then|now|actually|no|yeah)[\\s,]+)*';
/** A list is a tag here: "put them in a list called adulting", "stick it under health". */
const INTO = pattern('iu')`
  ${LEAD}(?:put|stick|pop|add|move|chuck|bung|file|get|keep|throw|drop|shove|place|group|list|tag|save) (${THEM})(?: (?:all|both|together))?(?: (?:in|into|under|on|onto|to|with|as|inside))+
  (?:(?: (?:a|an|my|the|our|that))?(?: new)? ${KIND} (?:called|named|labell?ed|for|of) ["']?#?(?<called>[\p{L}\p{N}][\p{L}\p{N}_ -]{0,30}?)["']?
    |(?: (?:my|the|our|a|an))?(?: new)? ["']?#?(?<listed>[\p{L}\p{N}][\p{L}\p{N}_-]{1,30})["']? ${KIND}
    |(?<=under) #?(?<under>[\p{L}\p{N}][\p{L}\p{N}_-]{1,30})
    |(?: the)? #(?<hashed>[\p{L}\p{N}_-]{1,30}))(?: (?:please|too|as well|then|instead|for me))*$
`;
const OUT_OF = pattern('iu')`
  ${LEAD}(?:take|remove|drop|lose|ditch|get) (?:(?<it>${THEM}) (?:off|out of|from)(?: (?:my|the))? #?(?<from>[\p{L}\p{N}_-]{2,30})(?: ${KIND})?|(?:the )?#?(?<tag>[\p{L}\p{N}_-]{2,30})(?: ${KIND})?(?: off| off (?:of )?it| from it)?)(?: (?:again|please|then))*$
`;
const TAG_WITH = new RegExp(`${LEAD}(?:tag|label)(?: (${THEM}))? (?:with|as|under) ["']?#?([\\p{L}\\p{N}_-]{2,30})["']?(?: (?:please|too|as well))*$`, 'iu');
const TAG_IT = new RegExp(`${LEAD}(?:tag|label|categori[sz]e) (${THEM})(?: (?:please|too|as well))*$`, 'i');
/** No name of a list: what all tasks are on, and what is thrown away. */
const NO_LIST = /^(?:my|the|a|to-?do|todo|task|tasks|calendar|schedule|agenda|trash|bin|main|same|other|list|top|bottom|hold|ice|it|that|this|them|there|here|back|off|control|wraps|pressure|reminder|note|notes)$/i;

/** What is spoken of, put on a list or taken off it. A list without a name is asked for. */
export function intoList({ text, said, memory: { focus }, ctx }: FollowUp): Item[] | null {
  if (!focus.length) return null;
  const them = (it: string): Ref[] => (/^(?:it|that|this)$/.test(it) && focus.length === 1 ? [{ kind: 'pronoun', which: 'it' }] : /both/.test(it) ? [{ kind: 'pronoun', which: 'both' }] : [{ kind: 'pronoun', which: 'them' }]);
  const change = (tool: 'add_tags' | 'remove_tags', refs: Ref[], tags: string[]): CommandOf<'change'> => ({ text, kind: 'change', tool, refs, tags });
  const bare = TAG_IT.exec(said)?.[1];
  if (bare) return [{ text, kind: 'question', action: 'update', wants: 'tag', question: 'Which tag should it have?', then: change('add_tags', them(bare), []) }];
  const tagged = TAG_WITH.exec(said);
  if (tagged?.[2] && !tagged[1] && !NO_LIST.test(tagged[2])) return [change('add_tags', them(focus.length > 1 ? 'them' : 'it'), [tagged[2]])];
  const into = INTO.exec(said);
  const { called, listed, under, hashed } = into?.groups ?? {};
  const name = (called ?? listed ?? under ?? hashed)?.trim();
  if (into?.[1] && name && !NO_LIST.test(name) && !isOnlyWhen(name, ctx)) return [change('add_tags', them(into[1]), [name])];
  const { it, from, tag } = OUT_OF.exec(said)?.groups ?? {};
  const off = (from ?? tag)?.toLowerCase();
  const own = off ? focus.flatMap(({ tags }) => tags).find((each) => each.toLowerCase() === off) : undefined;
  return own ? [change('remove_tags', them(it ?? (focus.length > 1 ? 'them' : 'it')), [own])] : null;
}
