import { allowAnySite, handleOAuth } from '@/lib/auth/handle-oauth';

/** Where agents find out how to sign in (RFC 8414, RFC 9728). */
export const GET = handleOAuth;
export const OPTIONS = allowAnySite;
