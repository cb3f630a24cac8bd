import { FORMAT, VERSION } from './format';
import { readHeads, readMessages } from './read-for-export';

/**
 * All of a user's conversations, or one, as JSON (see format.ts), piece by piece: memory does not grow with their number.
 * The trash is left out.
 */
export async function* exportJson(userId: string, conversationId?: string): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},"exportedAt":${JSON.stringify(new Date().toISOString())},"conversations":[`;
  let conversations = 0;
  for await (const head of readHeads(userId, conversationId)) {
    // The head's closing brace is left open for its messages.
    yield `${conversations++ > 0 ? ',' : ''}\n${JSON.stringify(head).slice(0, -1)},"messages":[`;
    let messages = 0;
    for await (const message of readMessages(userId, head.id)) yield `${messages++ > 0 ? ',' : ''}\n${JSON.stringify(message)}`;
    yield ']}';
  }
  yield '\n]}\n';
}
