import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { onEachDatabase } from '../../support/databases';
import { POST as REGISTER } from '@/app/api/auth/oauth2/register/route';
import { outcome, SITE, Visitor } from './visitor';

beforeAll(() => {
  vi.stubEnv('RATE_LIMIT', '0.1');
});

afterAll(() => {
  vi.unstubAllEnvs();
});

onEachDatabase((kind) => {
  const body = { email: `limited@${kind}.example`, password: 'wrong horse' };
  const address = kind === 'embedded' ? '203.0.113.1' : '203.0.113.2';

  async function until429(headers: (attempt: number) => Record<string, string>): Promise<{ attempts: number; response: Response }> {
    for (let attempts = 0; attempts < 20; attempts++) {
      const response = await new Visitor().auth('/sign-in/email', { body: { ...body, email: `${attempts}-${body.email}` }, headers: headers(attempts) });
      if (response.status === 429) return { attempts, response };
    }
    throw new Error('never limited');
  }

  it('limits sign-ins by address, scaled by RATE_LIMIT, with Retry-After', async () => {
    const { attempts, response } = await until429(() => ({ 'x-forwarded-for': address }));
    expect(attempts).toBe(2);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcome(response)).toEqual([429, 'rate_limited']);
    const other = await new Visitor().auth('/sign-in/email', { body, headers: { 'x-forwarded-for': `${address}0` } });
    expect(other.status).toBe(401);
  });

  it('counts the address that the nearest proxy saw, not the one that a client claims', async () => {
    const { attempts } = await until429((attempt) => ({ 'x-forwarded-for': `10.0.0.${attempt}, ${address}9` }));
    expect(attempts).toBe(2);
  });

  it('counts agents by it as well: one that registers without end keeps nobody else from it', async () => {
    const register = async (forwarded: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
      const request = new Request(`${SITE}/api/auth/oauth2/register`, { method: 'POST', headers, body: '{"redirect_uris":["https://agent.example/callback"]}' });
      return (await REGISTER(request)).status;
    };
    let last = 0;
    for (let attempt = 0; attempt < 20 && last !== 429; attempt++) last = await register(`10.0.0.${attempt}, ${address}8`);
    expect(last).toBe(429);
    expect(await register(`10.0.0.1, ${address}7`)).not.toBe(429);
  });

  it('limits guesses of one password, from however many addresses', async () => {
    const guess = (attempt: number) =>
      new Visitor().auth('/sign-in/email', {
        body: { email: `Victim@${kind}.example`, password: 'wrong horse' },
        headers: { 'x-forwarded-for': `192.0.2.${kind === 'embedded' ? attempt : attempt + 100}` },
      });
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt++) statuses.push((await guess(attempt)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });
});
