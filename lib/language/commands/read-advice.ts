import { pattern } from '../pattern';
import type { Command } from './types';
import { NUMBER_WORDS } from './vocabulary';

/** Advice that is asked for after a word about oneself; it is one question from end to end. */
export const readAdvice = (clause: string): Command | null => (MOOD.test(clause) ? advice(clause.replace(/[\s.!?]+$/, ''), clause) : null);

const ADVICE = pattern('i')`
  ^(?:
    (?:so |and |ok )?what (?:
      should|shall|can|could|do|must|would you
      |(?:do|would|can) you (?:suggest|recommend|advise|think|say)(?: that)?
      |(?:should|would) be best(?: to)?
      |(?:is|'s) the (?:one|single|first|main|best) thing(?: (?:that )?(?:i|we))?(?: (?:should|need to|have to|must|can))?
    ) ?(?:i|we)?\s*(?:should |could |can )?(?:do|work on|focus on|tackle|start(?: with)?|begin(?: with)?|handle|prioriti[sz]e|attack|complete|finish|be (?:doing|working on|focusing on)|need to (?:do|work on|focus on|tackle))(?: (?:
      next|first|now|right now|today first|then|after (?:that|this)|at the moment|today|with
    ))*
    |what(?:'s| is) (?:the )?(?:
      next(?: thing)?(?: to do| up)?(?: for me)?
      |most (?:important|urgent|pressing)(?: (?:task|thing|one|to-?do))?(?: (?:right )?now| today| to do)*
      |top priority
      |my (?:top|highest|next|biggest) (?:priority|task)
      |best (?:thing|task) to (?:do|work on)(?: next| now)?
    )
    |(?:please )?(?:recommend|suggest)(?: me)?(?: (?:
        something|a task|an? task|tasks|what|some tasks|the next task|my next task|what to do
        |(?:something|what) to work on|what i should (?:do|work on)
      )
    )?(?: (?:next|to do(?: next)?|to work on(?: next)?|now|first))*
    |which (?:task |one |todo )?(?:of (?:them|these|those|my tasks) )?(?:task |one |todo )?(?:should i|do i|is|are) (?:the )?(?:
      do|start|work on|tackle|begin|first|next|start with|begin with|(?:most|more) (?:important|urgent|pressing)
    )(?: (?:next|first|with|on|now))*
    |where (?:should|do) i (?:start|begin)
    |what (?:to do|do i do|now|next)(?: (?:next|now|first))?
    |(?:give me |any )?(?:recommendations?|suggestions?|advice)(?: (?:please|for me|on what to do(?: next)?|for today)
    )?
    |help me (?:decide|choose|prioriti[sz]e)(?: what.*)?
    |prioriti[sz]e my (?:tasks|list|to-?dos?)
    |(?:what|which).{0,20} needs? my attention(?: (?:now|first|today|most))*|next task
    |(?:tell|instruct|advise) me (?:on )?what (?:to do|i should (?:do|work on))(?: (?:next|now|first))?
    |prioriti[sz]e
    |what (?:should|must|needs to|has to) (?:come|go|be done|get done|happen) (?:first|next)
    |(?:i'?m|i am|we're|we are)(?: (?:so|really|totally|completely|absolutely|a bit|just|feeling))* (?:swamped|snowed under|overloaded|drowning(?: in (?:work|tasks|stuff))?|buried(?: in (?:work|tasks))?|up to my (?:neck|ears|eyes)(?: in .{2,20})?)
    |(?:there'?s|there is|i have|i've got|it'?s)(?: just| way)? (?:too|so) much (?:to do|work|on|stuff|going on)(?: to do)?
    |what(?:'s| is) (?:on|the) (?:the )?priority(?: now)?
  )$
`;

/** "I have 30 minutes, what can I do?", "I'm overwhelmed, where do I start": the state of things before the question. */
const MOOD = pattern('i')`
  ^i(?:'ve| have| am|'m)(?: (?:got|only|about|just|so|really|completely|totally|a bit|feeling|some))* (?:
    (?:
      \d{1,3}|an?|half an?|a few|a couple of|some|free|spare
    ) ?(?:minutes?|mins?|hours?|time)(?: free| to spare| left| to kill)?
    |overwhelmed|swamped|stressed(?: out)?|bored|stuck|lost|free|confused
  )[\s,.;:!-]+(?:so |and )?(?=what|where|which|help|any)
`;

/** "my top 3 priorities". */
const TOP_TASKS = pattern('i')`
  ^(?:(?:what are|show me|give me|list|tell me) )?(?:my |the )?(?:top|next) (\d{1,2}|one|two|three|four|five|ten) (?:
    priorities|(?:(?:most )?(?:important|urgent) )?(?:tasks|things|to-?dos)
  )(?: (?:right )?now| today)?$
`;
/** "suggest two tasks". */
const SUGGEST_SEVERAL = pattern('i')`
  ^(?:
    recommend|suggest
    |(?:give|show|tell)(?= me \S+ (?:\S+ )?(?:tasks|things) (?:to do|to work on|(?:that )?i (?:can|could|should)))
  )(?: me)? (\d{1,2}|two|three|four|five) (?:\S+ )?(?:tasks|things)
`;
/** "anything I can do in 10 minutes", "what can I finish in half an hour". */
const DOABLE_WITHIN = pattern('i')`
  ^(?:is there )?(?:(?:something|anything|what)(?: that)? i (?:can|could)|(?:what|which (?:task|one)) (?:can|could|should) i) (?:
    do|get done|finish|tackle|fit in|manage
  ) (?:in|within) .{1,20}(?:minutes?|mins?|hours?|time)$
`;

/** "what should I work on next?", "my top 3", "help me decide"; null when no advice is asked for. */
export function advice(whole: string, clause: string): Command | null {
  const sentence = whole.replace(MOOD, '');
  if (sentence !== whole && /^(?:what|where|which)\b.*\b(?:i|most|first|next|start|begin)\b|^help me|^any/i.test(sentence)) {
    return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  }
  const top = TOP_TASKS.exec(sentence);
  if (top?.[1]) return { text: clause, kind: 'call', tool: 'recommend_next', input: { limit: NUMBER_WORDS[top[1].toLowerCase()] ?? Number(top[1]) } };
  const several = SUGGEST_SEVERAL.exec(sentence);
  if (several?.[1]) return { text: clause, kind: 'call', tool: 'recommend_next', input: { limit: NUMBER_WORDS[several[1].toLowerCase()] ?? Number(several[1]) } };
  if (/^what (?:should|shall|can|do) i do (?:about|with) (?:them|it|that|those|these|this)(?: all)?$/i.test(sentence)) {
    return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  }
  if (DOABLE_WITHIN.test(sentence)) return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  return ADVICE.test(sentence) ? { text: clause, kind: 'call', tool: 'recommend_next', input: {} } : null;
}
