import type { z } from 'zod';
import { AppError, badRequest } from '@/lib/errors';

/** Largest request body, in bytes: a message of 10,000 characters is 60 KB even when every one is escaped. */
const BODY_MAX = 1_000_000;

const tooLarge = (maxBytes: number) =>
  new AppError('body_too_large', 413, `The request is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`, { maxBytes });

/** @throws AppError 413 when the request says that its body is too large; a body that does not say is counted. */
export function refuseLargeBody(headers: Headers, maxBytes = BODY_MAX): void {
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
}

/** Reads a body of at most 1 MB (or `maxBytes`), with or without Content-Length. @throws AppError 413 body_too_large. */
export async function readBody(request: Request, maxBytes = BODY_MAX): Promise<Uint8Array<ArrayBuffer>> {
  refuseLargeBody(request.headers, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/** @throws AppError 415 unless the content type is JSON. */
export function requireJson(headers: Headers): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new AppError('unsupported_media_type', 415, 'Send JSON, with Content-Type: application/json.');
}

/** @throws AppError 400 invalid_json unless the bytes are UTF-8 JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw badRequest('invalid_json', 'The request is not valid JSON.');
  }
}

/** Checks a value against a schema. @throws AppError 400 invalid_input whose details list `{path, message}`. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const [issue] = issues;
  const where = issue?.path ? `${issue.path}: ` : '';
  throw badRequest('invalid_input', `${where}${issue?.message ?? 'The input is not valid.'}`, issues);
}

/**
 * Reads and validates a JSON body.
 * @throws AppError 415 unsupported_media_type, 413 body_too_large, 400 invalid_json or invalid_input.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  requireJson(request.headers);
  return parseInput(schema, parseJson(await readBody(request)));
}
