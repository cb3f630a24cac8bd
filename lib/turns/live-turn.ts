import type { UIMessageChunk } from 'ai';
import type { OpenTurn } from './open-turn';

/** Why a turn's model request is ended: by the user, since the turn is no longer ours, or since the process is told to end. */
export const STOPPED = 'stopped';
export const LOST = 'lost';
export const SHUTDOWN = 'shutdown';
/** Or by a limit of ours; this is then the turn's error code. */
export const TOO_SLOW = 'model_timeout';
export const TOO_LONG = 'answer_too_long';

/** A turn that this process is answering: its chunks so far, and who listens. */
export class LiveTurn {
  readonly chunks: UIMessageChunk[] = [];
  /** Ends the model's request, and all that would follow; the reason is one of those above. */
  readonly stop = new AbortController();
  /** How many chunks the database has. */
  saved = 0;
  /** How many it has if the last save got through, which is not known when its answer was lost. */
  sent = 0;
  private readonly listeners = new Set<() => void>();
  private waking: NodeJS.Immediate | undefined;
  private over = false;
  /** Resolves when the turn has ended and is written, or is no longer ours. */
  readonly ended: Promise<void>;
  /** Resolves when what comes after the answer (a better title) is done as well. */
  settled: Promise<void> = Promise.resolve();
  private resolveEnded = () => {};

  constructor(readonly turn: OpenTurn) {
    this.ended = new Promise((resolve) => {
      this.resolveEnded = resolve;
    });
  }

  push(chunk: UIMessageChunk): void {
    this.chunks.push(chunk);
    this.wake();
  }

  end(): void {
    this.over = true;
    this.resolveEnded();
    this.wake();
  }

  /** Tells the listeners of all that came at once: a busy server then sends more at a time. */
  private wake(): void {
    this.waking ??= setImmediate(() => {
      this.waking = undefined;
      for (const listener of this.listeners) listener();
    });
  }

  /** The answer from its beginning, live to its end. Any number may follow; leaving changes nothing. */
  follow(): ReadableStream<UIMessageChunk[]> {
    let next = 0;
    let pump = () => {};
    return new ReadableStream<UIMessageChunk[]>({
      start: (controller) => {
        pump = () => {
          if (next < this.chunks.length) controller.enqueue(this.chunks.slice(next));
          next = this.chunks.length;
          if (!this.over) return;
          this.listeners.delete(pump);
          controller.close();
        };
        this.listeners.add(pump);
        pump();
      },
      cancel: () => {
        this.listeners.delete(pump);
      },
    });
  }
}

const shared = globalThis as typeof globalThis & { saysoLiveTurns?: Map<string, LiveTurn> };

/** The turns of this process by id. On `globalThis`: route handlers and instrumentation are bundled apart. */
export const liveTurns: Map<string, LiveTurn> = (shared.saysoLiveTurns ??= new Map());
