/** Asked to be told something, or told when something happens out there: neither is a task. */
export const ASKS_BACK = new RegExp(
  [
    '^remind me (?:what (?:my|the|your|our|his|her|i)\\b.*\\b(?:is|are|was|were|put|said|wrote)\\b.*|of (?:the|my) (?:last |current |exact |total )?(?:date|time|address|name|total|amount|price|number|cost|password|pin|invoice|balance)\\b.*|of when\\b.*)$',
    '^(?:alert|notify|ping|warn) (?:me|us) (?:when|if|whenever|once) (?!i\\b|it is\\b|it\'s\\b|(?:my|our|the) (?:\\S+ ){0,2}?(?:meeting|appointment|event|class|call|party|lesson|interview|exam)\\b)',
    '^(?:(?:alert|notify|ping|update|inform|remind) (?:me|us)|i(?:\'d| would)? (?:like|want|need) to be (?:told|notified|alerted|informed)) (?:on|of|about|with) .*\\b(?:news|headlines|politics|stock market|credit (?:rating|score)|pin number)\\b',
    '^(?:alert|notify|ping|warn|tell) (?:me|us) (?:when|if|whenever|once) i (?:receive|get) (?:an?|any|new|some) ',
    '^remember (?:when|the (?:time|day)) (?:we|you|he|she|they|i (?:was|were|had|did|got|went|could|used|\\w+ed))\\b',
    '^set\\b.*\\bnews (?:notifications?|alerts?)\\b',
    '^(?:set|send|get|give|need|want|turn on)\\b.{0,30}\\b(?:notifications?|alerts?|reminders?|updates?)\\b.*\\b(?:news|headlines|politics|topic|stock market|credit (?:rating|score)|pin number)\\b',
    '^(?:remind me|remember|note|make a note|please note)(?:,? please)?:?(?: that)? i (?:like|love|hate|prefer|enjoy|dislike)\\b',
    '^(?:remind|tell|inform|notify) me(?: of| about)? (?:how (?:many|much|long|soon)|whether|(?<=of )(?:how|which))\\b|^remember (?:who|how|which|if)\\b',
    '^(?:remember|note|make a note)\\b.*\\b(?:this|that|current|the) (?:song|music|track|tune|e-?mail|message)\\b',
    '^(?:make|create|give|get|compile|generate|write)(?: me| us)? (?:a |the )?list of (?:all|the|top|what|which|every|some|good|best|facts|places|sites|ways|side)\\b(?! (?:things|tasks|to-?dos|reminders|my)\\b)',
  ].join('|'),
  'i',
);

/** True when somebody asks what was noted, in the form of "remind me of …". */
export const isRecall = (clause: string): boolean =>
  /^(?:remind me(?! to\b| that i (?:need|have|must))|refresh my memory)(?: of| about| what)?\b.*\b(?:my (?:to-?do |reminders? |task )?list|(?:items|things|tasks|reminders) (?:on|that|i|in|for|from)\b.*|what (?:i|you) (?:asked|told|wanted|said|was|were)\b.*|what (?:i|is|'s) (?:have|on|need to do|had|left|due)\b.*|what's (?:on|due|left))/i.test(clause) &&
  !/grocery|groceries/i.test(clause);
