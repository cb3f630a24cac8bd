import { pattern } from '../pattern';
import { EVENT_NOUN, PLACE_NOUN, TASK_NOUN } from './vocabulary';

/** Longer than this only a new task can be meant: its title is asked to be shorter. */
export const COMMAND_MAX = 600;

/** What is pasted for a machine is no wish of a person. */
export const CODE = pattern('i')`
  ^(?:
    (?:drop|alter|truncate|create) (?:table|database|index|schema)\b
    |select\b.{1,80}\bfrom\b.*(?:;|\bwhere\b)|insert into\b
    |delete from \w+(?:\s+where\b|\s*;|$)|update \w+ set \w+ ?=
  )
  |^<\/?[a-z][^>]*>
`;

/** What belongs to the assistant, or lies in front of the person and is no task: "delete your memory", "complete this sentence". */
export const ABROAD = pattern('iu')`
  ^(?:delete|remove|erase|clear|cancel|complete|finish|rename|change|reset|drop|forget) (?:
    (?:all )?(?:of )?your (?!lists?\b)
    |this (?!
      (?:\S+ )?(?:${TASK_NOUN}|${PLACE_NOUN}|${EVENT_NOUN}|morning|afternoon|evening|week|month|year|from|off|on)\b
    )\p{L}{4,}
  )
  |^(?:
    delete|remove|close|cancel|deactivate|erase|terminate
  ) (?:my|our|this) (?:[\p{L}\d'-]+ ){0,2}?(?:accounts?|profile|product)(?: permanently| now| completely)?[.!]*$
  |^complete (?:the|this) (?:sentence|phrase|quote|proverb|lyrics)\b
  |^finish (?!(?:it|that|this|them|all)\b).{2,60} for me[.!]*$
`;

/** Asked of somebody who should do it: "can you help me study?", "could you pay the bill?". */
export const ASKED_OF_YOU = pattern('i')`
  ^(?:(?:hey|hi|so|and|please)[\s,]+)*(?:can|could|would|will) (?:you|u)\b(?!
    .*\b(?:remind|calend[ae]r|events?|meetings?|appointments?|lists?|schedule|tasks?|to-?dos?)\b
  )
`;
/** What looks like a wish for a task and tells that one is done: "set the item as finished", "task train has been done". */
export const TICKED = pattern('i')`
  ^(?:set|mark|make|put) (?:
    it|that|this|the (?:item|task|one|reminder|to-?do)
  ) (?:as|to) (?:done|complete[d]?|finished)$
  |^task .* (?:done|completed|finished)[.!]*$
  |^task (?:done|completed|finished)\b
  |^mark .* (?:on|in) (?:(?:my|the|our) )?(?:\S+ ){0,3}?(?:list|to-?\s?dos?|groceries)$
`;
/** Whether something is seen or had is asked, of whoever it is: no task. */
export const MAY_SEE = /^(?:(?:so|and|ok|please|hey)[\s,]+)*(?:can|could|may|should|shall|will|would) (?:i|we)\b/i;
/** Asked whether it may be, or done: a question first. */
export const MAY_I = pattern('i')`
  ^(?:(?:so|and|ok|please|hey)[\s,]+)*(?:can|could|may|should) (?:
    i (?:just |please |now )*(?:delete|remove|erase|cancel|drop|clear)\b
    |.{1,60} be (?:deleted|removed|cancell?ed)\b
  )
`;
/** What is felt or wished is no order about the tasks it mentions. */
export const MUSING = /^(?:i|we) (?:(?:just|really) )?(?:feel|wish|hope|hate|doubt|miss|fear)\b(?! (?:to|free|you)\b|.*\bto be\b)/i;

/** "make rent monthly": one that is there, and a new one only where there is none. */
export const MADE_REPEATING = new RegExp(`^(?:make|turn|change) (?!(?:an?|new|me|another|up|on|off|sure|time)\\b|(?:\\S+ )?(?:${TASK_NOUN}|${PLACE_NOUN})\\b)`, 'i');
