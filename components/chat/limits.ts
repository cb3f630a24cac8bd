/** From where on the composer counts the characters of a message. */
export const COUNT_FROM = 9_000;
/** Messages of a conversation from which going on in a new one is offered. */
export const OFFER_FROM = 1_000;
