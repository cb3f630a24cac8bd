import { z } from 'zod';
import { isTimeZone } from '@/lib/language/zones';

/** An IANA time zone that this runtime knows, such as `Europe/Berlin`. */
export const timeZoneSchema = z.string().max(100).refine(isTimeZone, 'Use an IANA time zone such as Europe/Berlin.');
