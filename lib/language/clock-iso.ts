import { type Reader, touches, word } from './reader';

/** 2030-10-12T13:37(:00)(Z): the date part has been read up to `at`, where "T13:37" follows. `offset`: minutes east of UTC. */
export function readIsoTime(reader: Reader, at: number): { minutes: number; offset: number | null; next: number } | null {
  if (word(reader, at) !== 't' || !touches(reader, at) || !touches(reader, at + 1)) return null;
  const compact = reader.tokens[at + 1];
  if (compact?.kind === 'number' && /^\d{4}(\d\d)?$/.test(compact.text)) {
    const minutes = Number(compact.text.slice(0, 2)) * 60 + Number(compact.text.slice(2, 4));
    return minutes < 1440 ? withOffset(reader, at + 2, minutes) : null;
  }
  const [hour, minute] = [compact, reader.tokens[at + 3]];
  if (hour?.kind !== 'number' || word(reader, at + 2) !== ':' || minute?.kind !== 'number' || hour.value > 23 || minute.value > 59) return null;
  let next = at + 4;
  while (/^[:.]$/.test(word(reader, next)) && touches(reader, next) && reader.tokens[next + 1]?.kind === 'number') next += 2;
  return withOffset(reader, next, hour.value * 60 + minute.value);
}

function withOffset(reader: Reader, next: number, minutes: number): { minutes: number; offset: number | null; next: number } {
  if (word(reader, next) === 'z' && touches(reader, next)) return { minutes, offset: 0, next: next + 1 };
  const offset = readIsoOffset(reader, next);
  return { minutes, offset: offset?.value ?? null, next: offset?.next ?? next };
}

/** "+01:00", "-0530" right behind a time. */
function readIsoOffset(reader: Reader, at: number): { value: number; next: number } | null {
  const [sign, hours] = [word(reader, at), word(reader, at + 1)];
  if (!/^[+-]$/.test(sign) || !touches(reader, at) || !touches(reader, at + 1) || !/^\d\d(\d\d)?$/.test(hours)) return null;
  const apart = hours.length === 2 && word(reader, at + 2) === ':' && /^\d\d$/.test(word(reader, at + 3));
  const minutes = hours.length === 4 ? Number(hours.slice(2)) : apart ? Number(word(reader, at + 3)) : 0;
  return { value: (sign === '-' ? -1 : 1) * (Number(hours.slice(0, 2)) * 60 + minutes), next: apart ? at + 4 : at + 2 };
}
