import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const ROOT = process.cwd();

/** A file of app/ through which the outside can get in, and where it stands in the URL space. */
export type Entry = { kind: 'page' | 'route' | 'action'; file: string; url: string };

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/** `app/(workspace)/chat/[id]/page.tsx` → `/chat/[id]`: folders in parentheses are not part of the address. */
const urlOf = (file: string) =>
  `/${file.split('/').slice(1, -1).filter((part) => !part.startsWith('(')).join('/')}`;

const isActionFile = (source: string) => /^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use server['"]/.test(source);

/** Every page, route handler and file of server actions, found in the code. */
export async function findEntries(): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const folder of ['app', 'components', 'lib'])
    for (const file of await filesBelow(folder)) {
      const name = file.split('/').at(-1) ?? '';
      if (folder === 'app' && /^page\.tsx?$/.test(name)) found.push({ kind: 'page', file, url: urlOf(file) });
      else if (folder === 'app' && /^route\.tsx?$/.test(name)) found.push({ kind: 'route', file, url: urlOf(file) });
      else if (isActionFile(await readFile(join(ROOT, file), 'utf8'))) found.push({ kind: 'action', file, url: urlOf(file) });
    }
  return found;
}

/** Files with a server action inside a function; the test cannot call those, so there may be none. */
export async function findInlineActions(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['app', 'components', 'lib'])
    for (const file of await filesBelow(folder)) {
      const source = await readFile(join(ROOT, file), 'utf8');
      if (!isActionFile(source) && /^\s+['"]use server['"];?\s*$/m.test(source)) found.push(file);
    }
  return found;
}

/** What a module exports that can be called, by name. */
export async function callables(file: string): Promise<[name: string, call: (...input: unknown[]) => unknown][]> {
  const module: Record<string, unknown> = await import(join(ROOT, file));
  return Object.entries(module).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, (...input: unknown[]): unknown => Reflect.apply(value, undefined, input)]] : [],
  );
}

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `/chat/[id]` with a value for each of its parameters. */
export function fill(url: string, value: string): { path: string; params: Record<string, string> } {
  const params: Record<string, string> = {};
  const path = url.replace(/\[+(?:\.\.\.)?(\w+)\]+/g, (_, name: string) => {
    params[name] = value;
    return value;
  });
  return { path, params };
}
