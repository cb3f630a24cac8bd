import { joined, pattern } from '../pattern';

/** Asked to be told something, or told when something happens out there: neither is a task. */
export const ASKS_BACK = new RegExp(
  [
    joined`
      ^remind me (?:
        what (?:my|the|your|our|his|her|i)\b.*\b(?:is|are|was|were|put|said|wrote)\b.*
        |of (?:the|my) (?:last |current |exact |total )?(?:
          date|time|address|name|total|amount|price|number|cost|password|pin|invoice|balance
        )\b.*
        |of when\b.*
      )$
    `,
    joined`
      ^(?:alert|notify|ping|warn) (?:me|us) (?:when|if|whenever|once) (?!
        i\b|it is\b|it's\b
        |(?:my|our|the) (?:\S+ ){0,2}?(?:meeting|appointment|event|class|call|party|lesson|interview|exam)\b
      )
    `,
    joined`
      ^(?:
        (?:alert|notify|ping|update|inform|remind) (?:me|us)
        |i(?:'d| would)? (?:like|want|need) to be (?:told|notified|alerted|informed)
      ) (?:on|of|about|with) .*\b(?:news|headlines|politics|stock market|credit (?:rating|score)|pin number)\b
    `,
    '^(?:alert|notify|ping|warn|tell) (?:me|us) (?:when|if|whenever|once) i (?:receive|get) (?:an?|any|new|some) ',
    '^remember (?:when|(?:the|that) (?:time|day)) (?:we|you|he|she|they|i (?:was|were|had|did|got|went|could|used|\\w+ed))\\b',
    '^set\\b.*\\bnews (?:notifications?|alerts?)\\b',
    joined`
      ^(?:set|send|get|give|need|want|turn on)\b.{0,30}\b(?:notifications?|alerts?|reminders?|updates?)\b.*\b(?:
        news|headlines|politics|topic|stock market|credit (?:rating|score)|pin number
      )\b
    `,
    '^(?:remind me|remember|note|make a note|please note)(?:,? please)?:?(?: that)? i (?:like|love|hate|prefer|enjoy|dislike)\\b',
    '^(?:remind|tell|inform|notify) me(?: of| about)? (?:how (?:many|much|long|soon)|whether|(?<=of )(?:how|which))\\b|^remember (?:who|how|which|if)\\b',
    '^(?:remember|note|make a note)\\b.*\\b(?:this|that|current|the) (?:song|music|track|tune|e-?mail|message)\\b',
    joined`
      ^(?:make|create|give|get|compile|generate|write)(?: me| us)? (?:a |the )?list of (?:
        all|the|top|what|which|every|some|good|best|facts|places|sites|ways|side
      )\b(?! (?:things|tasks|to-?dos|reminders|my)\b)
    `,
  ].join('|'),
  'i',
);

const RECALL_OF_LIST = pattern('i')`
  ^(?:remind me(?! to\b| that i (?:need|have|must))|refresh my memory)(?: of| about| what)?\b.*\b(?:
    my (?:to-?do |reminders? |task )?list
    |(?:items|things|tasks|reminders) (?:on|that|i|in|for|from)\b.*
    |what (?:i|you) (?:asked|told|wanted|said|was|were)\b.*
    |what (?:i|is|'s) (?:have|on|need to do|had|left|due)\b.*|what's (?:on|due|left)
  )
`;

/** True when somebody asks what was noted, in the form of "remind me of …". */
export const isRecall = (clause: string): boolean =>
  RECALL_OF_LIST.test(clause) &&
  !/grocery|groceries/i.test(clause);

/** How something is done, what a town offers, where a thing lies, what was spent: the world is asked, and no list. */
export const ASKS_WORLD = new RegExp(
  [
    joined`
      ^(?:what|which)(?: steps)? (?:do|should|can|could|must) (?:i|we) (?:need to |have to )?(?:do|get|take)(?: .{2,30})? (?:
        if|to(?! do\b)|now that|when my|once|because
      )\b
    `,
    joined`
      \b(?:to|i) do (?:in|around|near) (?!
        the\b|my\b|our\b|an?\b|this\b|next\b|between\b|january|february|march|april|may|june|july|august|september
        |october|november|december|total\b|order\b|\d
        |(?:one|two|three|four|five|six) )\p{L}
    `,
    '^(?:what|which|where|how) (?:do|did|would) you (?:like|love|prefer|enjoy|want|think)\\b',
    '\\bwhat (?:the )?(?:date (?:is|will|it)\\b(?! (?:my|the|our|this|that|\\p{L}+\'s)\\b)|day is it\\b)',
    '\\bstatus of (?:my |the )?(?:\\S+ ){0,3}?(?:flight|tank|order|package|luggage|account|card|leave|application|request)\\b',
    '^(?:find|locate|where (?:is|are)) (?:my|the) (?:\\S+ )?(?:wallet|purse|keys?|phone|luggage|baggage|package|glasses|card|w-?2)$',
    '\\b(?:shots|vaccin\\w+|immuni[sz]ations?) (?:before|to travel|for (?:travel|my trip))\\b',
    '\\b(?:did i|have i|i have|i\'ve) (?:spen[dt])\\b|\\bin (?:the|my) (?:gas |fuel )?tank\\b',
  ].join('|'),
  'iu',
);
