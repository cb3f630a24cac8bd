import { requireConversation } from '@/lib/conversations/require-conversation';
import { badRequest } from '@/lib/errors';
import { exportJson } from './export-json';
import { exportMarkdown } from './export-markdown';
import { countForExport } from './read-for-export';

const FORMATS = {
  json: { write: exportJson, type: 'application/json; charset=utf-8', extension: 'json' },
  markdown: { write: exportMarkdown, type: 'text/markdown; charset=utf-8', extension: 'md' },
};

/**
 * A download of one conversation or all. `x-total-messages` says how many messages it holds, for a progress bar.
 * @param format `json` (the default) or `markdown`. @throws AppError 400 `invalid_format` or `invalid_id`, 404 `not_found`.
 */
export async function exportResponse(userId: string, format: string | null, conversationId?: string): Promise<Response> {
  const chosen = format === null || format === 'json' ? FORMATS.json : format === 'markdown' ? FORMATS.markdown : null;
  if (!chosen) throw badRequest('invalid_format', 'The format is json or markdown.');
  const id = conversationId === undefined ? undefined : await requireConversation(userId, conversationId);
  const total = await countForExport(userId, id);
  const name = `sayso-${id ? 'conversation' : 'conversations'}-${new Date().toISOString().slice(0, 10)}.${chosen.extension}`;
  return new Response(toStream(chosen.write(userId, id)), {
    headers: {
      'content-type': chosen.type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-total-messages': String(total),
      'cache-control': 'no-store',
    },
  });
}

/** Written as fast as it is read, and ended when the reader goes away. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
