import { allowAnySite, handleOAuth } from '@/lib/auth/handle-oauth';

export const POST = handleOAuth;
export const OPTIONS = allowAnySite;
