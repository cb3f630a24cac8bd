import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Call, Reply, RequestBody } from './openai-replies';

type Usage = { input: number; output: number };
type Item = Record<string, unknown>;

const id = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`;

/**
 * One answer in the form of the Responses API: as server-sent events where the request asks for a stream, else as one
 * JSON object at the end.
 */
export class ResponseStream {
  private readonly response = { id: id('resp'), object: 'response', created_at: Math.floor(Date.now() / 1000) };
  private readonly message = { id: id('msg'), type: 'message', role: 'assistant' };
  private readonly output: Item[] = [];
  private sequence = 0;
  private said = '';
  private opened = false;

  constructor(
    private readonly http: ServerResponse,
    private readonly body: RequestBody,
  ) {}

  /** Sends the headers and the beginning, if that has not happened. */
  open(): void {
    if (this.opened) return;
    this.opened = true;
    if (!this.body.stream) return;
    this.http.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    const response = { ...this.response, model: this.body.model, status: 'in_progress', output: [] };
    this.event('response.created', { response });
    this.event('response.in_progress', { response });
  }

  /** Sends a piece of text; waits while the other side does not read. */
  async text(delta: string, { bare = false }: Reply = {}): Promise<void> {
    this.open();
    if (this.said === '' && !bare) {
      this.event('response.output_item.added', { output_index: this.output.length, item: { ...this.message, status: 'in_progress', content: [] } });
      const part = { type: 'output_text', text: '', annotations: [] };
      this.event('response.content_part.added', { item_id: this.message.id, output_index: this.output.length, content_index: 0, part });
    }
    this.said += delta;
    const place = { item_id: this.message.id, output_index: this.output.length, content_index: 0 };
    const flushed = this.event('response.output_text.delta', { ...place, delta, logprobs: [] });
    if (!flushed && !this.http.destroyed) await Promise.race([once(this.http, 'drain'), once(this.http, 'close')]);
  }

  /** Sends what the model thought. */
  think(encrypted_content: string): void {
    this.open();
    const item = { type: 'reasoning', id: id('rs'), summary: [] };
    this.event('response.output_item.added', { output_index: this.output.length, item: { ...item, encrypted_content: null } });
    this.add({ ...item, encrypted_content });
  }

  /** Ends the text, sends the calls, and completes the answer, or fails it with `error`, or leaves it cut off or unfinished. */
  finish(calls: Call[], usage: Usage, { error, cutOff, unfinished = false, bare = false }: Reply = {}): void {
    this.open();
    if (this.said && !bare) {
      const part = { type: 'output_text', text: this.said, annotations: [] };
      const place = { item_id: this.message.id, output_index: this.output.length, content_index: 0 };
      this.event('response.output_text.done', { ...place, text: this.said, logprobs: [] });
      this.event('response.content_part.done', { ...place, part });
      this.add({ ...this.message, status: 'completed', content: [part] });
    }
    if (!error) for (const call of calls) this.call(call);
    if (unfinished) return void this.http.end();
    const response = {
      ...this.response,
      model: this.body.model,
      status: error ? 'failed' : cutOff ? 'incomplete' : 'completed',
      error: error ?? null,
      incomplete_details: cutOff ? { reason: cutOff } : null,
      output: this.output,
      usage: {
        input_tokens: usage.input,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: usage.output,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: usage.input + usage.output,
      },
    };
    this.event(`response.${response.status}`, { response });
    if (this.body.stream) this.http.end();
    else this.http.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(response));
  }

  private call({ name, arguments: input, id: callId = id('call') }: Call): void {
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    const item = { type: 'function_call', id: id('fc'), call_id: callId, name };
    const place = { item_id: item.id, output_index: this.output.length };
    this.event('response.output_item.added', {
      output_index: place.output_index,
      item: { ...item, status: 'in_progress', arguments: '' },
    });
    for (const delta of text.match(/[\s\S]{1,16}/g) ?? [])
      this.event('response.function_call_arguments.delta', { ...place, delta });
    this.event('response.function_call_arguments.done', { ...place, arguments: text });
    this.add({ ...item, status: 'completed', arguments: text });
  }

  private add(item: Item): void {
    this.event('response.output_item.done', { output_index: this.output.length, item });
    this.output.push(item);
  }

  private event(type: string, data: Item): boolean {
    if (!this.body.stream) return true;
    return this.http.write(`event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: this.sequence++, ...data })}\n\n`);
  }
}
