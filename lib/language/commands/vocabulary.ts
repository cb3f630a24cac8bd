import { joined, pattern } from '../pattern';

/**
 * Word lists that the readers share. They are closed classes of everyday English (verbs of errands, nouns of planning,
 * the fields that other assistants serve), not phrases from any data set.
 */

/** Nouns that say "task" without saying which. */
export const TASK_NOUN =
  'tasks?|to-?\\s?dos?|reminders?|remainders?|items?|things?(?: to do)?|stuff|entry|entries|events?|jobs?|ones?|errands?|chores?|assignments?|action items?';

/** Where tasks are kept; "my list" and "my calendar" are the same place here. */
export const PLACE_NOUN = 'lists?|cal[ae]nd[ae]rs?|schedules?|agendas?|plans?|planner|diary|to-?\\s?do lists?|backlog|inbox|board';

/** Nouns of what people schedule: enough, beside a date, to know that a bare phrase is a task. */
export const EVENT_NOUN = joined`
  m[ei]et+ings?|met+ings?|appointments?|appts?|calls?|birthdays?|bday|anniversary|anniversaries|dentist|doctors?|dr
  |dinners?|lunch(?:es)?|breakfasts?|brunch|part(?:y|ies)|flight|class(?:es)?|lessons?|exams?|tests?|quiz|homework
  |deadlines?|interviews?|workouts?|gym|yoga|training|practice|rehearsals?|conferences?|concerts?|rent|bills?
  |reports?|presentations?|review|standup|sync|demo|visit|trip|vacation|holiday|weddings?|marriages?|get-?togethers?
  |funeral|date|groceries|laundry|trash|garbage|recycling|dishes|payments?|invoices?|taxes|checkup|haircut|surgery
  |pills?|medicine|medication|vet|pickup|pick up|delivery|webinar|workshop|seminar|lecture|church|service|playdate
  |sleepover|bake sale|project|essay|paper
`;

/** Verbs of things people do and note down: a bare imperative with one of them is a task. */
export const DOING_VERB = joined`
  buy|pick[- ]up|drop[- ]off|pay|call|phone|ring|email|e-mail|text|write|send|mail|post|submit|finish|prepare|prep
  |review|read|study|revise|practi[cs]e|learn|clean|wash|vacuum|mop|sweep|dust|iron|fold|do|mow|water|feed|walk
  |groom|bathe|cook|bake|fix|repair|replace|renew|return|schedule|book|arrange|organi[sz]e|plan|sort|pack|unpack
  |charge|print|sign|file|fill(?: out| in)?|register|enroll?|apply|attend|visit|meet|see|take(?: out)?|bring|get
  |grab|collect|fetch|go(?: to)?|drive|make|draft|update|check|backup|back up|install|paint|build|assemble|plant
  |exercise|work ?out|run|jog|swim|meditate|stretch|order|refill|research|ask|tell|talk(?: to)?|contact|reply
  |respond|answer|follow[- ]up|invite|wrap|donate|sell|list|test|deploy|ship|merge|debug|refactor|document|design
  |record|edit|publish|transfer|deposit|withdraw|claim|book|reserve|confirm|cancel|turn (?:in|off|on)|hand in|put
  |set|start|stop|empty|defrost|thaw|lock|watch|listen|join|host|rent|change|help|babysit|shave|trim|cut|hang|move
  |throw(?: out| away)?|tidy|declutter|wake(?: up)?|get up|stand up|drink|eat|be|have|give|wish|thank|look|save|shop
  |try|use|find|upload|download|translate|measure|weigh|interview|hire|negotiate|present|pitch|stop by|swing by
  |leave|head|stay|keep|quit|unsubscribe|subscribe|remember|discuss|compare|decide|choose|investigate|calculate
  |estimate|summari[sz]e|proofread|rehearse|warm up|brush|floss|shower|sleep|nap|rest|relax|celebrate|decorate
  |restock|recycle|dispose|sand|drill|measure|seal|treat|vaccinate|train|coach|teach|grade|complete|close|open|order
  |catch up|touch base|ping|notify|inform|show|unfriend|oil|service|inspect|winterize|fuel|refuel|gas up|tune|audit
  |reconcile|invoice|bill|budget|invest|insure|pre-?order
`;

/** A bare "X …" with one of these, even undated, can only be an errand. */
export const ERRAND_VERB = joined`
  buy|pick[- ]up|drop[- ]off|mow|iron|renew|submit|finish|hand in|turn in|grab|fetch|refill|restock|babysit
  |proofread|defrost|unpack|tidy up|declutter|take out the|walk the|feed the|water the|empty the
  |do the (?:
    dishes|laundry|shopping|groceries|taxes|cleaning|ironing|homework|washing(?: up)?|chores|recycling|bills
    |paperwork|gardening|vacuuming
  )
  |pay the|pay rent|return the|schedule an?|fix the|repair the|replace the|clean the|follow[- ]up with
  |fill (?:out|in) the|study for|practi[cs]e|file the|file my|sign the|print the|pack (?:for|my|the)|bake|review the
  |draft|write the|write up
  |call (?:my |the )?(?:
    mom|mum|mother|dad|father|grandma|grandpa|sister|brother|wife|husband|doctor|dentist|vet|landlord|plumber
    |electrician|insurance|accountant|lawyer|school
  )
`;

/** Verbs with which people speak to other assistants; never a task unless they say so. */
export const OTHER_ASSISTANT_VERB = joined`
  play|resume|rewind|skip|shuffle|mute|unmute|dim|brighten|darken|turn|switch|activate|deactivate|enable|disable
  |open|start|launch|stop|pause|continue|begin|run|search|google|look up|find|locate|navigate|define|spell|translate
  |calculate|convert|tweet|post|upload|text|dial|order|reserve|book|rent|track|flip|roll|sing|repeat|speak|talk
  |whisper|lower|raise|increase|decrease|share|tell|say|name|call|email|send|reply|read|make|brew|vacuum|get|give
  |show|list|recommend|suggest|compare|answer|confirm|change|watch|listen|use|go|be|do|have|see|take|bring|put|set
  |tag|state|check|transfer|deposit|help|ask|prepare|color|colour|report|write|siri|alexa|unsync|sync|wake|keep|save
  |organi[sz]e|let|describe|explain|elaborate|clarify|rephrase|retry|reset|restart|shut|quit|exit|close|download
  |install|uninstall|print|record|redeem|apply|increase|order
`;

/** Words of fields that are not ours: with one of them nothing is added, changed or removed on the strength of a verb alone. */
export const FOREIGN = pattern('i')`
  \b(?:
    weather|forecast|temperatures?|temp|humid(?:ity)?|rain(?:ing|y|s)?|snow(?:ing|y)?|sunny|cloudy|windy?|wind chill
    |storms?|thunderstorms?|degrees?|celsius|celcius|fahrenheit|sunrise|sunset|umbrella|heat index|hot|cold|warm
    |chilly|lightning|hail|fog|muggy|icy|songs?|music|playlist|album|lyrics|podcasts?|radio|audiobooks?|spotify
    |pandora|netflix|movies?|volume|speakers?|lights?|lamp|socket|plug|thermostat|roomba|vacuum cleaner
    |coffee (?:maker|machine|pot)|alarm clock|restaurants?|takeaway|recipes?|calories|uber|lyft|taxi|cab|trains?
    |traffic|directions|flight status|stocks?|shares? of|exchange rate|currency|dollars?|euros?|usd|balance
    |credit (?:card|score|limit)|bank account|checking account|savings account|routing number|apr|interest rate
    |insurance plan|news|headlines|coffee now|tweet|twitter|facebook|instagram|snapchat|jokes?|trivia|search history
    |reservations?|contacts|contact list|(?:email|new|as a) contact|email address|phone number|carry[- ]ons?
    |visa points|rewards?|gps|maps?|whisper mode|accent|voice|opinion|alarms?|timers?|hotels?|bookings?
    |(?:bank|my|savings|checking|joint) accounts?|loans?|mortgages?|my e-?mails|my inbox|brightness|screen
    |(?:my|the) phone (?:on|to|off)|(?:shopping|amazon) cart
    |(?<!\b(?:with|for) )(?:this|that) (?:person|artist|show|contact)
    |your (?:name|voice|language|accent|settings?)|factory settings
    |(?:original|default) settings|settings you started with|equali[sz]er|newscast|(?:phone|data) plan
    |(?:pto|vacation|leave|time off|day off) requests?|time ?zones?|(?:driving|bus) route|dice|coin flip|flip a coin
    |fitbit|google (?:drive|docs)|step count(?:er)?|moon phase|mute(?:d)?|quiet|silent(?: mode)?|transactions?
  )\b
`;

/** What banks, shops and carriers do when they are told to; said of oneself with a verb alone it is no task here. */
export const SERVICE = pattern('i')`
  \b(?:
    direct deposit|rental cars?|car rental
    |rent a (?:car|sedan|van|truck|suv)|order (?:for|of)
    |(?:everything|the whole thing|all) (?:on|from) (?:my|the) (?:\S+ )?list|my (?:current )?location
    |pin(?: number)?|credit rating
    |flights? (?:for me|out of|from|to)|a flight|transfer of|minimum (?:payment|amount)|a block on
    |(?:vacation|pto) (?:day|request)|request for vacation|insurance policy|allstate|tune in(?:to)?
    |where (?:we|i) left off|settings|wait times?|pto|paid time off
    |(?:inform|tell|notify) (?:my |the )?bank
    |(?:get|have|book|reserve) a table|coin
    |(?:block|stop) (?:put|placed)
    |(?:positive|negative|bad|good) review
  )\b
`;

/** What even "add …" means for somebody else: songs, contacts, lights. */
export const FOREIGN_ADD = pattern('i')`
  ^this (?:current )?(?:book|novel|movie|album|tune|track|textbook|essay|series|saga)\b
  |\b(?:tunes?|tracks?|albums?|artists?) to (?:my|the|this)\b
  |\bto (?:the|this|my) (?:track|song|mix|photo|picture|image|video)\b
  |\b(?:
    tweets?|channel|pandora|spotify|songs?|music|playlist|photos|contacts?|favou?rites|opinion|(?<!friday night )lights?
    |(?:this|that) (?:person|artist|show|song|email)
  )\b
  |@\S+\.\w
  |\bas (?:a|an) (?:\w+ )?contact\b
  |\b(?:cart|group chat|more bass|playlists?|this (?:tune|track))\b
  |\bto (?:my|the|our|checking|savings) (?:[\w ]+ )?(?:
    reservation|(?:phone|insurance|data) plan|account|order|policy|phone|(?:phone|data|insurance) plan
  )\b
  |^(?:(?:a|an|the|this|new|mail) )*e-?mail(?:s| id)?\b(?! (?:the|my|our|an?|[a-z]+ (?:about|re|the|back|today|tomorrow|on|by|at))\b
  )
  |'s e-?mail$
  |^(?:
    \d[\d.]*|one|two|three|four|five|six|seven|eight|nine|ten
  )(?: (?:to|and|plus|with) | ?\+ ?)(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)
`;
/** What "delete …" means for somebody else. */
export const FOREIGN_DELETE = pattern('i')`
  \b(?:
    songs?|music|playlist|contacts?|search history|browsing history|alarms?|lights?|volume|podcasts?|email address|sms
    |e-?mails|(?:last|this|that) e-?mail|notifications|messages|noise|cache|cookies|browser|photos|app|voice ?mails?
    |sync|recordings?|transactions?|credit cards?|playlists?|reservations?
  )\b
`;
/** What "cancel …" means for somebody else: what was booked elsewhere. */
export const FOREIGN_CANCEL = pattern('i')`
  \b(?:
    flights?|orders?|rides?|subscriptions?|membership|tickets?|cards?|checks?|payments?|transfers?|deliver(?:y|ies)
    |table (?:for|at|i)
    |(?:current|this|that|last|the) (?:process|command|action|operation|input|request)
  )\b
  |^what (?:you|we)\b
`;

/** Names that other assistants are called by, said at the start or the end. */
export const WAKE_WORD = 'olly|alexa|siri|google|cortana|pda|sayso|bixby|jarvis|computer|assistant|hi google|s[12]';

export const NUMBER_WORDS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fifteen: 15, twenty: 20, a: 1, an: 1, couple: 2, few: 3,
};

export const ORDINAL_WORDS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, last: -1,
};

/** The whole word list as one anchored expression: `startsWith(DOING_VERB)`. */
export const startsWith = (words: string) => new RegExp(`^(?:${words})\\b`, 'i');
