import { openApiDocument } from '@/lib/http/openapi';

/** Open to everybody: it says nothing about anybody. */
export const GET = () => Response.json(openApiDocument());
