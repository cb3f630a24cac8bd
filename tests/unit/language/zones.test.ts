import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { nextOccurrence, readDate, readRecurrence, readTask } from '@/lib/language';
import { understandChat } from '@/lib/language/commands';
import { clock } from './context';

const file = fileURLToPath(new URL('../../corpus/commands.jsonl', import.meta.url));
const sentences = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line): string => JSON.parse(line).text);
/** Every eighth sentence of the corpus: of all kinds, and quickly read. */
const said = [...new Set(sentences)].filter((_, index) => index % 8 === 0);
const home = process.env.TZ;

/** Everything that is read of the sentences by a person in `timeZone`, while the machine's clock stands in `machine`. */
function readings(machine: string, timeZone: string): unknown[] {
  process.env.TZ = machine;
  const ctx = clock('2026-11-18T23:30:00Z', timeZone);
  const rules = said.map((text) => readRecurrence(text, ctx));
  const next = rules.map((rule) => (rule?.due.date ? nextOccurrence(rule.rule, { from: rule.due.date, start: rule.due.date }) : null));
  return [said.map((text) => [readDate(text, ctx), readTask(text, ctx), understandChat(text, ctx)]), rules, next];
}

describe('the machine', () => {
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it.each(['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Pago_Pago'])('in %s reads every sentence as one in UTC does', (machine) => {
    process.env.TZ = machine;
    const offset = new Date(2026, 10, 18).getTimezoneOffset();
    expect(offset, 'the zone of the machine is really another').not.toBe(0);
    for (const timeZone of ['UTC', 'America/Los_Angeles', 'Australia/Sydney']) expect(readings(machine, timeZone)).toEqual(readings('UTC', timeZone));
  }, 30_000);
});
