import { z } from 'zod';
import { AppError, badRequest } from '@/lib/errors';
import { log } from '@/lib/log';
import { cleanJson } from './clean-text';
import { exportedConversationSchema, exportedFileSchema, FORMAT, VERSION } from './format';
import { importConversation } from './import-conversation';
import { chatGptSchema, readChatGpt } from './read-chatgpt';
import { refuseComplex } from './refuse-complex';
import { sayRefusal } from './say-refusal';

/** Largest file, in bytes. */
export const IMPORT_MAX = 64_000_000;

/** Refused conversations that are named; `failedCount` tells of all. */
const FAILED_LISTED = 100;

export const importReportSchema = z.object({
  imported: z.number().int().describe('Conversations to which messages were added'),
  messages: z.number().int(),
  unchanged: z.number().int().describe('Conversations that were there already, or had nothing to import'),
  failedCount: z.number().int(),
  failed: z.array(z.object({ title: z.string(), reason: z.string() })).describe('The first of those that were refused'),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/**
 * Imports a file: our own JSON (see format.ts) or ChatGPT's `conversations.json`. Each conversation comes in wholly or not at
 * all, and a second import of the same file adds nothing.
 * @param text the file, at most 64 MB. @throws AppError 400 `invalid_file`, `file_too_complex` or `unsupported_version`: nothing was imported.
 */
export async function importFile(userId: string, text: string): Promise<ImportReport> {
  const conversations = readFile(text);
  const report: ImportReport = { imported: 0, messages: 0, unchanged: 0, failedCount: 0, failed: [] };
  for (const { source, convert } of conversations) {
    try {
      const conversation = convert(cleanJson(source));
      const added = conversation ? await importConversation(userId, conversation) : 0;
      report.messages += added;
      if (added > 0) report.imported++;
      else report.unchanged++;
    } catch (error) {
      report.failedCount++;
      if (report.failed.length < FAILED_LISTED) report.failed.push({ title: titleOf(source), reason: reasonOf(error) });
    }
  }
  return report;
}

type Convert = (source: unknown) => z.output<typeof exportedConversationSchema> | null;

const ours: Convert = (source) => exportedConversationSchema.parse(source);
const chatGpt: Convert = (source) => {
  const conversation = readChatGpt(chatGptSchema.parse(source));
  return conversation && exportedConversationSchema.parse(conversation);
};

function readFile(text: string): { source: unknown; convert: Convert }[] {
  const file = parse(text);
  if (Array.isArray(file)) {
    if (file.length > 0 && !file.some((item) => typeof item === 'object' && item !== null && 'mapping' in item))
      throw invalidFile();
    return file.map((source: unknown) => ({ source, convert: chatGpt }));
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.unknown() }).safeParse(file);
  if (!head.success) throw invalidFile();
  if (head.data.version !== VERSION)
    throw badRequest('unsupported_version', `This file has version ${String(head.data.version).slice(0, 20)}; version ${VERSION} can be read.`);
  const whole = exportedFileSchema.safeParse(file);
  if (!whole.success) throw invalidFile();
  return whole.data.conversations.map((source) => ({ source, convert: ours }));
}

const invalidFile = () => badRequest('invalid_file', 'That is neither an export of Sayso nor ChatGPT\'s conversations.json.');

function parse(text: string): unknown {
  refuseComplex(text);
  try {
    return JSON.parse(text);
  } catch {
    throw invalidFile();
  }
}

const titleOf = (source: unknown): string =>
  typeof source === 'object' && source !== null && 'title' in source && typeof source.title === 'string'
    ? source.title.slice(0, 100)
    : 'Untitled';

/** What was wrong, for a person; what only we can mend is logged. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof RangeError) return 'It is nested too deeply.';
  if (error instanceof z.ZodError) return sayRefusal(error);
  log.warn({ err: error }, 'a conversation could not be imported');
  return 'It could not be written.';
}
