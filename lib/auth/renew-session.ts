import { getAuth } from './auth';
import { cookiesOf } from './session-cookie';

/**
 * Prolongs the session of a request, as Better Auth does when it is due, and hands the browser its new cookie.
 * `answer` must be changeable. Once per session and day.
 */
export async function renewSession(request: Headers, answer: Headers): Promise<void> {
  const auth = await getAuth();
  const { headers } = await auth.api.getSession({ headers: request, returnHeaders: true });
  for (const cookie of cookiesOf(headers, request)) answer.append('set-cookie', cookie);
}
