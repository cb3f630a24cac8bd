import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { median, quantile } from '../figures';

export type Compared = { name: string; app: Spread; raw: Spread; plans: string[] };
type Spread = { median: number; p95: number };

type Statement = { text: string; values: unknown[] };

/** Names of prepared statements may have 63 characters. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url');

const spread = (times: number[]): Spread => ({ median: median(times), p95: quantile(times, 0.95) });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Rounds that do not count, at most, and for how long (ms): a server that has just been started compiles its code and reads its pages. */
const WARM_UP = { rounds: 1_000, time: 10_000 };

/**
 * Times an operation of the app and, each time after it, the statements that it sent, as prepared queries of the `pg` driver: what is
 * left is the app's own share. The driver comes second, so whatever has to be read from disk is charged to the app.
 */
export class Comparison {
  private sent: Statement[] = [];

  constructor(private readonly raw: Client) {
    // The app's driver is this one as well. Prisma's own events would be charged to the app.
    const query = Client.prototype.query as (this: Client, ...args: unknown[]) => unknown;
    const note = (statement: unknown) => this.sent.push(statement as Statement);
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      if (this !== raw && typeof args[0] === 'object') note(args[0]);
      return query.apply(this, args);
    } as typeof Client.prototype.query;
  }

  /** @param options.values what the driver sends instead of the app's values. @param options.tidy what is done after each of the two, not timed. */
  async run(name: string, rounds: number, work: () => Promise<unknown>, options: { values?: (sent: unknown[]) => unknown[]; tidy?: () => Promise<unknown> } = {}): Promise<Compared> {
    const [app, raw]: [number[], number[]] = [[], []];
    const warm = performance.now() + WARM_UP.time;
    for (let round = -WARM_UP.rounds; round < rounds; round++) {
      if (round < 0 && performance.now() > warm) round = 0;
      this.sent = [];
      const appTime = await timed(work);
      const statements = this.sent.map(({ text, values }) => ({ text, values: options.values?.(values) ?? values }));
      await options.tidy?.();
      const rawTime = await timed(async () => {
        for (const { text, values } of statements) await this.raw.query({ name: nameOf(text), text, values });
      });
      await options.tidy?.();
      if (round < 0) continue;
      app.push(appTime);
      raw.push(rawTime);
      this.sent = statements;
    }
    const plans: string[] = [];
    for (const { text, values } of this.sent) {
      const { rows } = await this.raw.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return { name, app: spread(app), raw: spread(raw), plans };
  }
}
