import { serveMcp } from '@/lib/mcp/serve';
import { withMcpUser } from '@/lib/mcp/with-mcp-user';

export const maxDuration = 60;

/** MCP over Streamable HTTP, with the tools that the assistant has. */
const route = withMcpUser(serveMcp);

export { route as GET, route as POST, route as DELETE };
