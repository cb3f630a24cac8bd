import type { z } from 'zod';

/** Parts of a conversation in either format, as a person calls them. */
const NAMES: Record<string, string> = {
  id: 'id', conversation_id: 'id', title: 'title',
  createdAt: 'date', updatedAt: 'date', create_time: 'date', update_time: 'date', endedAt: 'date', decidedAt: 'date',
  messages: 'list of messages', mapping: 'list of messages', leafId: 'mark of where it ends', current_node: 'mark of where it ends',
  content: 'text', text: 'text', parts: 'text', role: 'speaker', author: 'speaker', feedback: 'feedback', feedbackComment: 'feedback',
  parentId: 'place', parent: 'place', turns: 'record of what was done', toolCalls: 'record of what was done',
};

const nameOf = (path: PropertyKey[]) => path.map((key) => NAMES[String(key)]).findLast((name) => name !== undefined);

/** Why a conversation of a file was refused, in words for whoever chose the file. */
export function sayRefusal({ issues: [issue] }: z.ZodError): string {
  if (!issue || issue.path.length === 0) return 'This is no conversation as an export has it.';
  const [list, place, ...within] = issue.path;
  const isMessage = (list === 'messages' || list === 'mapping') && place !== undefined;
  const whole = typeof place === 'number' ? `message ${place + 1}` : 'one of its messages';
  const name = nameOf(isMessage ? within : issue.path) ?? 'data';
  const part = !isMessage ? `Its ${name}` : within.length > 0 ? `The ${name} of ${whole}` : `${whole[0]?.toUpperCase()}${whole.slice(1)}`;
  // What our own rules say is said for people already.
  if (issue.code === 'custom') return `${part} cannot be taken. ${issue.message}`;
  return `${part} is missing, or is not what an export has there.`;
}
