/** The IANA name of the browser's time zone, `UTC` where it keeps it to itself. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
