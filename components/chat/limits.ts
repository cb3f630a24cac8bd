/** Characters of a message (PRODUCT: 10,000), and from where the composer counts them. */
export const MESSAGE_MAX = 10_000;
export const COUNT_FROM = 9_000;
/** Messages of a conversation from which going on in a new one is offered. */
export const OFFER_FROM = 1_000;
