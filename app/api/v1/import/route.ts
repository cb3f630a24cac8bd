import { readBody, requireJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { IMPORT_MAX, importFile } from '@/lib/transfer/import-file';

export const maxDuration = 300;

/** The body is the file itself, as JSON. */
export const POST = withUser(
  async (request, { user }) => {
    requireJson(request.headers);
    const file = new TextDecoder().decode(await readBody(request, IMPORT_MAX));
    return Response.json(await importFile(user.id, file));
  },
  { maxBytes: IMPORT_MAX },
);
