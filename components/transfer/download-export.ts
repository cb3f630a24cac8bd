import { request } from '@/components/data/request';

export type ExportFormat = 'markdown' | 'json';

/** What begins a message in each format. Quotes inside a JSON text are escaped, so none is counted by mistake. */
const MESSAGE: Record<ExportFormat, RegExp> = { json: /"role":"/g, markdown: /^## (?:You|Sayso|Note) · /gm };

/**
 * Fetches an export and hands it to the browser as a file.
 * @param url without the format. @param onProgress told how much is there, from 0 to 1.
 * @throws RequestError; AbortError when `signal` ends it.
 */
export async function downloadExport(
  url: string,
  format: ExportFormat,
  onProgress: (part: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const response = await request(`${url}?format=${format}`, signal ? { signal } : undefined);
  const total = Number(response.headers.get('x-total-messages')) || 0;
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `sayso.${format === 'json' ? 'json' : 'md'}`;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const decoder = new TextDecoder();
  let messages = 0;
  let rest = '';
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    pieces.push(piece.value);
    // The last line may go on in the next piece.
    const text = rest + decoder.decode(piece.value, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    messages += text.slice(0, end).match(MESSAGE[format])?.length ?? 0;
    rest = text.slice(end);
    if (total > 0) onProgress(Math.min(messages / total, 1));
  }
  save(new Blob(pieces, { type: response.headers.get('content-type') ?? '' }), name);
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of it when the click returns; some need a moment more.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
