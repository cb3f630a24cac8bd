import { request } from '@/components/data/request';
import type { ImportReport } from '@/lib/transfer/import-file';
import { FILE_MAX, readImport } from './read-import';

/** Refused conversations that are named. */
const NAMED = 100;

export type ImportProgress = { done: number; total: number };

/**
 * Imports a file piece by piece. Each conversation comes in wholly or not at all, and importing again adds nothing; so a
 * file that broke off is simply chosen again.
 * @throws Error in words for a person; AbortError when `signal` ends it. What came in until then stays.
 */
export async function importConversations(
  file: File,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  if (file.size > FILE_MAX) throw new Error('That file is larger than 500 MB, which is more than can be imported at once.');
  const { total, skipped, parts } = readImport(await file.text());
  const sum: ImportReport = { imported: 0, messages: 0, unchanged: skipped, failedCount: 0, failed: [] };
  let done = 0;
  onProgress({ done, total });
  for (const { body, count } of parts) {
    const response = await request('/api/v1/import', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
    const report = (await response.json()) as ImportReport;
    sum.imported += report.imported;
    sum.messages += report.messages;
    sum.unchanged += report.unchanged;
    sum.failedCount += report.failedCount;
    sum.failed = [...sum.failed, ...report.failed].slice(0, NAMED);
    done += count;
    onProgress({ done, total });
  }
  return sum;
}
