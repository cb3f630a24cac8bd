import { pattern } from '../pattern';
import type { Topic } from './types';

const LEAD = `^(?:(?:how (?:do|can|could|would|should) (?:i|you|we)|how to|where (?:do|can) i|(?:can|could|may) (?:i|you|we)|is (?:it possible|there a way) to|please|i (?:want|need|would like) to|i'd like to|let me|help me) )*`;
const CHATS = '(?:chats?|conversations?|threads?|(?:chat )?history)';

/** Questions about the app itself and what is done in it by hand; each is nothing else from end to end. */
export const APP_TOPICS: [Topic, RegExp][] = [
  ['export', pattern('')`
    ${LEAD}(?:export|download|back ?up|get a (?:copy|backup) of|save a copy of) (?:all )?(?:of )?(?:my |the |this |our )?(?:
      tasks?|data|${CHATS}|lists?|task list|to-?dos?|to-?do list|everything|messages
    )(?: (?:to|as|into|in) (?:an? )?(?:file|csv|pdf|excel|json|markdown|spreadsheet))?$
  `],
  ['import', pattern('')`
    ${LEAD}(?:import|migrate|bring over|transfer)(?: (?:all )?(?:my |the )?(?:tasks?|data|${CHATS}|lists?|to-?dos?|everything))?(?: (?:from|out of) [a-z' ]{2,30})?$
  `],
  ['share', pattern('')`${LEAD}share (?:this|my|the|a) (?:${CHATS}|tasks?|lists?|task list|to-?do list)(?: with (?:somebody|someone|others|other people|friends?|my \w+|\w+))?$`],
  ['connect', pattern('')`
    ${LEAD}(?:connect|link|integrate|sync|use|does (?:this|it|sayso) (?:work|sync|connect|integrate)|do you (?:work|sync|connect|integrate))(?: (?:this|you|it|sayso|my tasks))?(?: (?:to|with|in|from|inside)) (?:
      my )?(?:claude|chatgpt|gemini|copilot|cursor|siri|alexa|slack|zapier|mcp|todoist|outlook|(?:google |apple |outlook )?calendar|google|other (?:apps?|assistants?|programs?))$
  `],
  ['theme', pattern('')`
    ${LEAD}(?:(?:change|switch|set|use|enable|disable|activate|turn (?:on|off)|go|switch)(?: to| into)? )?(?:the |my )?(?:
      (?:dark|light|night) (?:mode|theme)|theme|appearance|colou?r scheme
    )(?: (?:on|off|please|to (?:dark|light)))?$
  `],
  ['zone', pattern('')`${LEAD}(?:change|set|update|switch) (?:my |the )?time ?zone(?: to .{2,40})?$`],
  ['notify', pattern('')`
    ^(?:
      (?:will|do|can|could|would) you (?:send|give) (?:me )?(?:push )?(?:notifications?|alerts?|e-?mails?|texts?|messages)
      |(?:will|do|would) you (?:notify|remind|alert|ping|call|text|e-?mail) me
      |(?:can|could) you (?:notify|alert|ping) me
      |(?:are there|do i get|will i get|do you have|is there) (?:an? |any )?(?:push )?(?:notifications?|alerts?|alarms?)
      |how do (?:the )?reminders work|do reminders work
    )(?: (?:when|if|before|once) .{2,60}| by (?:mail|e-?mail|text|phone)| on my (?:phone|computer)| (?:about|for|of) (?:it|them|my tasks|reminders|tasks))?$
  `],
  ['privacy', pattern('')`
    ^(?:
      (?:is|are) (?:my|the|this|these) (?:data|tasks?|${CHATS}|messages|lists?|account)? ?(?:private|safe|secure|encrypted|confidential)
      |(?:who|who else|can (?:anyone|anybody|others|other people|someone|somebody|you))(?: else)?(?: can)? (?:see|read|access|look at) my (?:data|tasks?|${CHATS}|messages|lists?)
      |(?:do|does|will) (?:you|sayso|it) (?:share|sell|store|keep|train on|use) my (?:data|tasks?|${CHATS}|messages)(?: .{2,30})?
      |where is my data(?: (?:stored|kept|saved))?|what do you do with my (?:data|tasks|messages)
    )$
  `],
  ['keys', /^(?:(?:what are|show(?: me)?|list|are there|what|which|tell me) )*(?:the |any |your |my )?(?:keyboard )?(?:short ?cuts|hot ?keys|key bindings)(?: (?:are there|do you have|can i use|exist))?$/],
  ['session', pattern('')`${LEAD}(?:(?:sign|log)(?: me)? ?(?:out|off|in|up)|(?:create|make|open) an account|change my (?:password|e-?mail|name))$`],
  ['conversation', pattern('')`
    ${LEAD}(?:rename|delete|remove|clear|archive|unarchive|pin|unpin|search|look through|start|begin|open|create|close|erase|wipe|restore|recover|find)(?: (?:
      this|the|an?|my|all|of|old|new|past|previous|another|these|our|other|in|through|deleted|archived|earlier
    ))* ${CHATS}$
    |^(?:search|find|look through)(?: (?:in|through|my|the|old|past|all))* ${CHATS} (?:about|from|with) .{2,40}$
    |^new ${CHATS}$
  `],
  ['language', pattern('')`
    ^(?:do|can|could) you (?:speak|understand|know|talk|write|read|answer)(?: (?:to me|in|me))* (?:
      spanish|german|french|italian|portuguese|dutch|russian|chinese|japanese|korean|arabic|hindi|turkish|polish
      |(?:an)?other languages?|any other language|languages other than english|my language
    )$|^(?:what|which) languages do you (?:speak|understand|know|support)$
  `],
  ['name', /^(?:what(?:'s| is)|tell me about|explain) (?:sayso|this(?: app| site| thing)?)$/],
];
