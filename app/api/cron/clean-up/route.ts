import { errorResponse, toAppError } from '@/lib/http/errors';
import { requireCronSecret } from '@/lib/http/cron-secret';
import { cleanUp } from '@/lib/retention/clean-up';

export const maxDuration = 300;

/** Called by the platform's scheduler, which sends CRON_SECRET (Vercel does so by itself). */
export async function GET(request: Request): Promise<Response> {
  try {
    requireCronSecret(request.headers);
    return Response.json(await cleanUp());
  } catch (error) {
    return errorResponse(toAppError(error, { path: '/api/cron/clean-up' }));
  }
}
