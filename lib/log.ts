import pino from 'pino';

/** The server's log: JSON lines on standard output. `LOG_LEVEL` as pino names them, `silent` included. */
export const log = pino({ level: process.env.LOG_LEVEL || 'info' });
