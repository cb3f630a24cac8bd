import { v5, validate } from 'uuid';
import { z } from 'zod';
import { titleOf } from '@/lib/conversations/title-of';
import { beginning, fits, MESSAGE_MAX, TITLE_MAX } from '@/lib/conversations/limits';
import type { ExportedConversation, ExportedMessage } from './format';

/** Ids that are no UUIDs are made into the same one each time, so that importing again finds what is there. */
const NAMESPACE = '5f0f7a86-2f0c-4c0e-9a6a-0c1f7a5b1d3e';
const idOf = (id: string) => (validate(id) ? id.toLowerCase() : v5(id, NAMESPACE));

const NODES_MAX = 200_000;

const nodeSchema = z.object({
  id: z.string().min(1).max(200),
  parent: z.string().max(200).nullish(),
  message: z
    .object({
      author: z.object({ role: z.string() }),
      create_time: z.number().nullish(),
      content: z.object({ content_type: z.string(), parts: z.array(z.unknown()).optional(), text: z.string().optional() }),
      recipient: z.string().nullish(),
      metadata: z.object({ is_visually_hidden_from_conversation: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
});
type Node = z.infer<typeof nodeSchema>;

/** A conversation of ChatGPT's export (`conversations.json`): a tree of nodes, of which some hold a message. */
export const chatGptSchema = z.object({
  id: z.string().min(1).max(200).optional(),
  conversation_id: z.string().min(1).max(200).optional(),
  title: z.string().nullish(),
  create_time: z.number().nullish(),
  update_time: z.number().nullish(),
  current_node: z.string().nullish(),
  is_archived: z.boolean().nullish(),
  mapping: z
    .record(z.string(), nodeSchema)
    .refine((mapping) => Object.keys(mapping).length <= NODES_MAX, `At most ${NODES_MAX.toLocaleString('en')} messages.`),
});

/**
 * A ChatGPT conversation as one of ours: what the user and the assistant said to one another, in all branches. Messages
 * of tools and of the system, pictures and files are left out. Null when nothing was said.
 */
export function readChatGpt(source: z.infer<typeof chatGptSchema>): ExportedConversation | null {
  const created = instant(source.create_time ?? source.update_time);
  const messages: ExportedMessage[] = [];
  /** Of every node: the message that it or its nearest ancestor holds. */
  const nearest = new Map<string, string | null>();
  for (const node of parentsFirst(source.mapping)) {
    const parentId = (node.parent && nearest.get(node.parent)) || null;
    const said = textOf(node);
    nearest.set(node.id, said ? idOf(node.id) : parentId);
    if (!said) continue;
    messages.push({
      id: idOf(node.id),
      parentId,
      role: said.role,
      content: said.text,
      parts: null,
      skillUsed: null,
      feedback: null,
      feedbackComment: null,
      createdAt: instant(node.message?.create_time, created),
      turns: [],
    });
  }
  const [first] = messages;
  const key = source.conversation_id ?? source.id ?? first?.id;
  if (!first || !key) return null;
  return {
    id: idOf(key),
    title: beginning(source.title?.replace(/\s+/g, ' ').trim() || titleOf(first.content), TITLE_MAX),
    titleSource: 'user',
    pinnedAt: null,
    archivedAt: source.is_archived ? instant(source.update_time, created) : null,
    createdAt: created,
    updatedAt: instant(source.update_time, created),
    leafId: (source.current_node && nearest.get(source.current_node)) || null,
    messages,
  };
}

/** The tree without recursion: a long conversation is deep. A node that no root leads to is left out, and with it a circle. */
function parentsFirst(mapping: Record<string, Node>): Node[] {
  const children = new Map<string, Node[]>();
  const order: Node[] = [];
  for (const [key, value] of Object.entries(mapping)) {
    const node = { ...value, id: key };
    const parent = node.parent && Object.hasOwn(mapping, node.parent) ? node.parent : null;
    if (parent === null) order.push(node);
    else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(node);
      else children.set(parent, [node]);
    }
  }
  for (let index = 0; index < order.length; index++) {
    const node = order[index];
    if (!node) break;
    for (const child of children.get(node.id) ?? []) order.push(child);
  }
  return order;
}

function textOf({ message }: Node): { role: 'user' | 'assistant'; text: string } | null {
  if (!message || message.metadata?.is_visually_hidden_from_conversation) return null;
  const { author, content, recipient } = message;
  if (author.role !== 'user' && author.role !== 'assistant') return null;
  // An assistant's message to a tool is no answer.
  if (recipient && recipient !== 'all') return null;
  if (content.content_type !== 'text' && content.content_type !== 'multimodal_text') return null;
  const parts = (content.parts ?? []).filter((part) => typeof part === 'string');
  const text = parts.join('\n\n').trim();
  if (text === '') return null;
  return { role: author.role, text: author.role === 'user' ? shorten(text) : text };
}

/** What is over the limit of our messages is cut, visibly. */
const shorten = (text: string) => (fits(text, MESSAGE_MAX) ? text : `${beginning(text, MESSAGE_MAX - 1)}…`);

/** Seconds since 1970 as ISO 8601. Nothing, or nonsense, is `otherwise`. */
function instant(seconds: number | null | undefined, otherwise = new Date().toISOString()): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) || date.getTime() < 0 || date.getUTCFullYear() > 9999 ? otherwise : date.toISOString();
}
