export type Timing = { firstMs: number; lastMs: number };

/** Sends a body and times the answer: to the first word and to the last byte, in milliseconds. */
export async function timeAnswer(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Timing> {
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  let head = '';
  let firstMs = Number.NaN;
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    if (!Number.isNaN(firstMs)) continue;
    head += decoder.decode(bytes, { stream: true });
    if (/"text-delta"|output_text\.delta/.test(head)) firstMs = performance.now() - begun;
  }
  return { firstMs, lastMs: performance.now() - begun };
}
