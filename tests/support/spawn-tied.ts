import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export type Tied = {
  process: ChildProcessWithoutNullStreams;
  /** Resolves to the exit code, or the signal's name, when the program has ended. */
  exited: Promise<number | NodeJS.Signals>;
  /** All that it has written so far, both streams together. */
  output: () => string;
};

/**
 * Becomes the program, beside a watcher that holds the other end of our pipe: when this process ends in whatever way,
 * kill -9 included, the pipe closes and the watcher ends the program and removes its files. A line through the pipe
 * says that the program has ended by itself, so that its number, which may be somebody else's by then, is let alone.
 */
const TIE = `exec 3<&0
(read -r line <&3 || {
  kill -s "$TIE_SIGNAL" $$
  while kill -0 $$; do sleep 0.1; done
  printf '%s\\n' "$TIE_REMOVE" | while read -r path; do [ -z "$path" ] || rm -rf "$path"; done
}) >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-`;

/**
 * Starts a program that does not outlive this process. Its `pid` is the program's own.
 * @param options.signal what ends it when this process dies. @param options.remove folders to remove then.
 */
export function spawnTied(
  command: string[],
  options: {
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    uid?: number;
    gid?: number;
    signal?: 'TERM' | 'INT' | 'KILL';
    remove?: string[];
  } = {},
): Tied {
  const { env = process.env, signal = 'TERM', remove = [], ...rest } = options;
  const child = spawn('sh', ['-c', TIE, 'sh', ...command], {
    ...rest,
    env: { ...env, TIE_SIGNAL: signal, TIE_REMOVE: remove.join('\n') },
    // A session of its own: an interrupt from the terminal reaches it through us, in our order.
    detached: true,
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-200_000);
    });
  child.stdin.on('error', () => {});
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killedBy) => {
      child.stdin.end('\n');
      resolve(code ?? killedBy ?? 'SIGKILL');
    });
  });
  return { process: child, exited, output: () => output };
}

/** Waits until a program has written something that matches. @throws Error with its output when it ends before. */
export async function waitForOutput({ process: child, exited, output }: Tied, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(output());
      if (match) resolve(match);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    look();
    exited.then((code) => reject(new Error(`The program ended (${code}): ${output()}`)), reject);
  });
}
