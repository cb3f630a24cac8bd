import { pattern } from '../pattern';

/** What a sentence without a command word may begin with, and what shows that it is no task. */
export const OBLIGED = pattern('i')`
  ^(?:i|we)(?:
    've(?: really| also| still| just)? got(?: to)?|'ve(?= an? )
    |(?: really| also| still| just| definitely)? (?:
      need(?: to)?|have(?: got)? to|have got|gotta|got to|must|should|ought to|had better|better|am supposed to|have
    )
    |'m supposed to
  )(?: (?:probably|really|definitely|maybe))?\s+(?!to\b)(.+)$
`;
export const WISHED = /^(?:i|we)(?:'d| would| really| just)* (?:want|like|love|plan|intend|hope|am going|'m going|wanna|'m planning)(?: to)?\s+(.+)$/i;
/** One's own plan said as a fact: with a day or an hour it is worth a question. */
export const PLANNED = pattern('iu')`
  ^(?:i|we)(?:'ll| will|'m| am|'re| are)(?: about to| going to)?(?: be)? (
    (?:
      (?!saying|leaving|going|having|feeling|getting)[\p{L}]+ing\b
      |having (?:a |an )?(?:meeting|lunch|dinner|party|call)
      |going (?!to (?:sleep|work|bed|\p{L}+ (?:next|this|on|in)))
      |(?:see|meet|visit|call|attend|have|go to|pick up|drop off|join|host) )(?!.*\b(?:you|late|back|home|free|now|trip|visa|bad|good|sick)\b).{3,80}
  )$
`;
/** Something and its day, as a fact: "school play is on the 10th", "rent's due on the 1st". */
export const SAYS_WHEN = pattern('iu')`
  ^(?<np>(?:(?:the|my|our|this|his|her|their|\p{L}+'s) )?[\p{L}\d'-]+?(?: [\p{L}\d'-]+?){0,3}?)(?:'s| is| are| will be| falls)(?<due> due| booked| scheduled| set| arranged)?(?: for)? (?<when>.{2,40})$
`;
/** "it's bin day tomorrow". */
export const IT_IS = /^(?:it|there|that)(?:'s| is| will be) (?:an? |my |our |the )?(?!due\b|on\b|at\b|in\b|for\b|not\b|now\b|only\b|already\b|still\b|done\b|about\b|too\b|so\b|very\b|really\b)(\p{L}[\p{L}' -]{2,40} (?:on |at |this |next )?\S+(?: \S+)?)$/iu;
/** Who comes or goes: "my sister is visiting from the 5th". */
export const COMING = /^(?:(?:my|our|the|his|her) )?\p{L}+(?: \p{L}+){0,2}?(?: is| are|'s|'re) (?:visiting|coming|arriving|leaving|flying|staying|moving|starting|getting married)\b/iu;
/** What is to be said in a message is meant for a messenger: "text Ann that …", "reply to Bob and let him know". */
export const MESSAGE = pattern('i')`
  ^(?:
    (?:please |to )*(?:send|e-?mail|text|reply|respond|message|write)\b.*?\b(?:
      that|saying|says|to tell|the message|and (?:ask|tell|let|say)|let (?:him|her|them) know|with the words?
      |if (?:he|she|they)
    )\b
    |^(?:send|text) (?:an? )?(?:e-?mail|mail|text|message) to \S+ (?:i|we|i'm|hey|hi|that)\b
    |(?:e-?mail|text|message) (\S+) .*\b\1\b
  )
  |^(?:inform|let) (?:my|the|our) |letting (?:him|her|them) know|\S@\S|\b(?:dot com|gmail)\b
`;

/** Wants that other services fill: information, bookings, money, media. */
export const SERVED = pattern('i')`
  ^(?:
    (?:\S+ ){0,3}(?:ideas?|suggestions?|recipes?|insurance|language|time ?zone|location|ambiance|advice)$
    |(?:
      a|an|some|the|my|your|more information|information|info|help|assistance|to know|know|hear|find|see|book|rent
      |reserve|order
      |get (?:a|an|the|some) (?:uber|taxi|cab|ride|ticket|definition|number|address|price|status|time)|track|report
      |check|confirm|cancel|increase|apply|talk to|speak|chat|transfer|activate|listen|watch|play|learn about
      |understand|tell you|ask you|hire|install|start(?! (?:on|with)\b| \w+ing\b(?! you\b))|change|update|improve|be able|use|say|you
      |go to (?:\w+ ){1,3}(?:at|by|on)\b.*\b(?:train|plane|bus|flight)
    )\b
  )
`;
/** A question without its mark, or one inside the sentence. */
export const ASKING = pattern('i')`
  \bwhat (?:will|would|is|date|day|time)\b
  |^(?:
    (?:do|does|did|is|are|was|were|would|could|should|has|had|have)(?:n't|nt)?|am|won't|can't|will|can|shall|may
  ) (?:i|we|you|they|he|she|it|the|my|your|there|this|that|these|those|any)\b
  |[,;] (?:will|is|are|can|could|should|do|does|would) (?:i|it|he|she|they|we|you|that|this)\b
  |\b(?:see|know|out|tell|check|look|find) (?:how|what|if|whether|where|when|who|why|which)\b
`;
export const NOT_A_NAME = pattern('i')`
  ^(?:
    i|we|you|he|she|it|they|this|that|there|here|what|which|who|whom|whose|when|where|why|how|is|are|was|were|am|do
    |does|did|can|could|will|would|shall|should|may|might|must|have|has|had|if|because|but|or|and|so|not|no|yes|it's
    |i'm|that's|let|some|any|are|has|never|ever
  )\b
`;
