import type { ChatMessage } from '@/lib/turns/chat-message';
import type { Rendered } from '../chat-context';
import { Markdown } from './markdown';

/** Draws the texts of finished answers on the server, so that the browser needs no Markdown to show a conversation. */
export function renderTexts(messages: ChatMessage[]): Rendered {
  return Object.fromEntries(
    messages
      .filter((message) => message.role === 'assistant')
      .map((message) => [
        message.id,
        message.parts.flatMap((part, index) => (part.type === 'text' ? [<Markdown key={index} text={part.text} />] : [])),
      ]),
  );
}
