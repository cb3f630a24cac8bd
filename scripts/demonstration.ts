/** Who signs in to look at it. */
export const DEMO_ACCOUNT = { email: 'demo@example.com', password: 'say-it-and-it-is-done', name: 'Demo' };

/** What a person could have said in their first weeks. `daysAgo` is when; the answers are the built-in assistant's. */
export const CONVERSATIONS: { daysAgo: number; pinned?: boolean; says: string[] }[] = [
  {
    daysAgo: 23,
    says: [
      'add book the campsite, buy a tent, ask Ben about the car and print the map #trip',
      'mark buy a tent as done',
      'what is left for #trip?',
    ],
  },
  { daysAgo: 9, says: ['remember: renew the passport, high priority', 'add descale the coffee machine every month #home'] },
  {
    daysAgo: 6,
    pinned: true,
    says: [
      'add write the quarterly report !high #work, send the invoice to Nordlicht !high #work and review the budget #work',
      'move the quarterly report to Friday 3pm',
      'show my work tasks',
    ],
  },
  { daysAgo: 2, says: ['add call mom every Sunday #family', 'add water the plants every 3 days #home', 'thanks!'] },
  { daysAgo: 1, says: ['add return the library books yesterday', 'anyway', 'how many tasks did I finish this week?'] },
  {
    daysAgo: 0,
    says: [
      'add buy milk and eggs tomorrow at 5pm, and pay rent every 1st at 9am !high #home',
      "what's due this week?",
      'mark call mom as done',
    ],
  },
  { daysAgo: 0, says: ['what should I do next?'] },
];

/** Long titles, many tasks: what a screen must still look well with. */
export const BULK_TITLES = [
  'Compare the three quotes for the new windows, including the one that came by post and the one that Anna forwarded last week, before the offer ends',
  'Reply to the landlord',
  'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel nachmachen lassen',
  'Sort photographs of the summer',
  'Sharpen the kitchen knives 🔪',
  'Finish chapter 7',
];
