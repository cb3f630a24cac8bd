// Read when modules load, so tests import this file before anything of lib.
process.env.BETTER_AUTH_SECRET ??= 'a secret for tests only, of no use to anybody else';
process.env.LOG_LEVEL ??= 'silent';
process.env.RATE_LIMIT ??= 'off';
