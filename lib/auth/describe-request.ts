import { getDatabase } from '@/lib/db/database';
import { cleanText } from '@/lib/db/storable';

/** What an agent asks a person for. `returnsTo`: the host (or the scheme of an app) that the answer goes to. */
type AgentRequest = { name: string; returnsTo: string; mayWrite: boolean };

/** The request that the query of the consent page stands for; null when no such agent has registered itself. */
export async function describeRequest(query: URLSearchParams): Promise<AgentRequest | null> {
  const clientId = cleanText(query.get('client_id') ?? '');
  const { prisma } = await getDatabase();
  const client = clientId ? await prisma.oauthClient.findUnique({ where: { clientId }, select: { name: true } }) : null;
  const target = query.get('redirect_uri') ?? '';
  if (!client || !URL.canParse(target)) return null;
  const { host, protocol } = new URL(target);
  const scopes = query.get('scope')?.split(' ') ?? [];
  return { name: client.name || 'An agent', returnsTo: host || protocol.replace(':', ''), mayWrite: scopes.includes('write') };
}
