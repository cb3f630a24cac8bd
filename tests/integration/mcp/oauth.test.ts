import { SITE, Visitor } from '../auth/visitor';
import { Client, type OAuthClientProvider, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { expect, it } from 'vitest';
import { GET as wellKnown } from '@/app/.well-known/[...path]/route';
import { POST as register } from '@/app/api/auth/oauth2/register/route';
import { POST as token } from '@/app/api/auth/oauth2/token/route';
import { GET as listTasks } from '@/app/api/v1/tasks/route';
import { POST as mcp } from '@/app/api/mcp/route';
import { handleAuth } from '@/lib/auth/handle-auth';
import { type Answer, answerConsent } from '@/lib/auth/answer-consent';
import { disconnectApp, listConnectedApps } from '@/lib/auth/connected-apps';
import { describeRequest } from '@/lib/auth/describe-request';
import { onEachDatabase } from '../../support/databases';

const CALLBACK = 'http://localhost:9999/callback';

/** The site's routes behind fetch, as an agent on another machine meets them. */
async function site(url: string | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(url, init);
  const { pathname } = new URL(request.url);
  request.headers.set('host', 'localhost:3000');
  if (pathname === '/api/mcp') return mcp(request);
  if (pathname.startsWith('/.well-known/')) return wellKnown(request);
  if (pathname === '/api/auth/oauth2/token') return token(request);
  if (pathname === '/api/auth/oauth2/register') return register(request);
  if (pathname.startsWith('/api/auth/')) return handleAuth(request);
  return new Response(null, { status: 404 });
}

type Saved = { info?: Awaited<ReturnType<OAuthClientProvider['clientInformation']>>; tokens?: Awaited<ReturnType<OAuthClientProvider['tokens']>>; verifier?: string; authorize?: URL };

function agent(): OAuthClientProvider & { saved: Saved } {
  const saved: Saved = {};
  return {
    saved,
    redirectUrl: CALLBACK,
    clientMetadata: {
      client_name: 'Agent <b>Smith</b>', redirect_uris: [CALLBACK], grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'], token_endpoint_auth_method: 'none', scope: 'read write offline_access',
    },
    clientInformation: () => saved.info,
    saveClientInformation: (info) => void (saved.info = info),
    tokens: () => saved.tokens,
    saveTokens: (tokens) => void (saved.tokens = tokens),
    redirectToAuthorization: (url) => void (saved.authorize = url),
    saveCodeVerifier: (verifier) => void (saved.verifier = verifier),
    codeVerifier: () => saved.verifier ?? '',
  };
}

const transportFor = (provider: OAuthClientProvider) =>
  new StreamableHTTPClientTransport(new URL(`${SITE}/api/mcp`), { authProvider: provider, fetch: site });

/** Follows the agent's link as a signed-in person does, up to the consent page. @returns that page's query. */
async function consentQuery(person: Visitor, authorize: URL): Promise<string> {
  const response = await person.send(handleAuth, authorize.pathname + authorize.search);
  const location = new URL(response.headers.get('location') ?? '', SITE);
  expect(location.pathname).toBe('/consent');
  return location.search.slice(1);
}

const decide = async (person: Visitor, query: string, answer: Answer) =>
  new URL((await answerConsent(person.request('/consent', { method: 'POST' }).headers, query, answer)).goTo);

async function connect(person: Visitor, answer: Answer) {
  const provider = agent();
  const transport = transportFor(provider);
  await expect(new Client({ name: 'agent', version: '1' }).connect(transport)).rejects.toThrow(UnauthorizedError);
  const { authorize } = provider.saved;
  if (!authorize) throw new Error('The agent was not told where to sign in.');
  const back = await decide(person, await consentQuery(person, authorize), answer);
  expect(back.origin + back.pathname).toBe(CALLBACK);
  await transport.finishAuth(back.searchParams);
  const client = new Client({ name: 'agent', version: '1' });
  await client.connect(transportFor(provider));
  return { client, provider };
}

onEachDatabase((kind) => {
  it('lets an agent in after consent, with the scopes that were granted, until it is disconnected', async () => {
    const person = new Visitor();
    const userId = await person.signUp(`${kind}-oauth@example.com`);
    const { client, provider } = await connect(person, 'allow');
    const made = await client.callTool({ name: 'create_tasks', arguments: { tasks: [{ title: 'From outside' }] } });
    expect(made.structuredContent).toMatchObject({ ok: true });

    const key = provider.saved.tokens?.access_token ?? '';
    const elsewhere = await listTasks(new Request(`${SITE}/api/v1/tasks`, { headers: { authorization: `Bearer ${key}` } }));
    expect(elsewhere.status).toBe(401);

    const [app] = await listConnectedApps(userId);
    expect(app).toMatchObject({ name: 'Agent <b>Smith</b>', scopes: expect.arrayContaining(['read', 'write']) });
    await disconnectApp(userId, app?.clientId ?? '');
    expect(await listConnectedApps(userId)).toEqual([]);
    const answer = await mcp(new Request(`${SITE}/api/mcp`, { method: 'POST', headers: { authorization: `Bearer ${key}` } }));
    expect(answer.status).toBe(401);
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: provider.saved.tokens?.refresh_token ?? '', client_id: app?.clientId ?? '' });
    expect((await site(`${SITE}/api/auth/oauth2/token`, { method: 'POST', body })).status).toBe(400);
    await client.close();
  });

  it('knows no agent by a name that no database takes', async () => {
    const userId = await new Visitor().continueAsGuest();
    expect(await describeRequest(new URLSearchParams({ client_id: 'a\0', redirect_uri: CALLBACK }))).toBeNull();
    await expect(disconnectApp(userId, 'a\0')).rejects.toMatchObject({ status: 404 });
  });

  it('keeps an agent that was allowed to read from writing', async () => {
    const person = new Visitor();
    await person.signUp(`${kind}-reader@example.com`);
    const { client } = await connect(person, 'read');
    expect((await client.callTool({ name: 'list_tasks', arguments: {} })).structuredContent).toMatchObject({ ok: true });
    const made = await client.callTool({ name: 'create_tasks', arguments: { tasks: [{ title: 'No' }] } });
    expect(made.structuredContent).toMatchObject({ ok: false, code: 'insufficient_scope' });
    await client.close();
  });

  it('sends a stranger to sign in and a refusal back to the agent', async () => {
    const provider = agent();
    await expect(new Client({ name: 'agent', version: '1' }).connect(transportFor(provider))).rejects.toThrow(UnauthorizedError);
    const authorize = provider.saved.authorize ?? new URL(SITE);
    const stranger = await new Visitor().send(handleAuth, authorize.pathname + authorize.search);
    expect(new URL(stranger.headers.get('location') ?? '', SITE).pathname).toBe('/connect');
    const person = new Visitor();
    await person.signUp(`${kind}-refuser@example.com`);
    const back = await decide(person, await consentQuery(person, authorize), 'refuse');
    expect(back.searchParams.get('error')).toBe('access_denied');
    await expect(decide(person, `${authorize.searchParams}&sig=forged`, 'allow')).rejects.toMatchObject({ status: 400 });
  });
});
