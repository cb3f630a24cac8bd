import { withUser } from '@/lib/http/with-user';
import { serveMcp } from '@/lib/mcp/serve';
import { withKeyHeader } from '@/lib/mcp/with-key-header';

export const maxDuration = 60;

/** MCP over Streamable HTTP. Each tool checks its own scope, so reading is enough to enter. */
const route = withKeyHeader(withUser((request, { user }) => serveMcp(request, user), { write: false }));

export { route as GET, route as POST, route as DELETE };
