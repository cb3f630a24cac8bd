import { furnish } from './belongings';
import { Visitor } from './visitor';

/** A guest with a row in every table. */
export async function newGuest(tags: string[] = ['Home', 'food']) {
  const visitor = new Visitor();
  const id = await visitor.continueAsGuest();
  return { visitor, id, things: await furnish(id, tags) };
}

/** Somebody with an account, signed in elsewhere, and a row in every table. */
export async function newAccount(email: string, tags: string[] = ['home', 'Work']) {
  const id = await new Visitor().signUp(email);
  return { id, things: await furnish(id, tags) };
}
