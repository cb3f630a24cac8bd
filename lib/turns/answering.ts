import type { UIMessageChunk } from 'ai';
import { followTurn } from './follow-turn';
import { LiveTurn } from './live-turn';

/** An answer to listen to, its chunks as they came together. `ended` is for platforms that must be told to stay awake until it is written. */
export type Answering = { stream: ReadableStream<UIMessageChunk[]>; ended: Promise<void> };

/** Listens to an answer of this process, or to a turn wherever it is answered. */
export function followAnswer(live: LiveTurn): Answering;
export function followAnswer(userId: string, turnId: string): Answering;
export function followAnswer(source: LiveTurn | string, turnId = ''): Answering {
  if (source instanceof LiveTurn) return { stream: source.follow(), ended: source.settled };
  return { stream: followTurn(source, turnId), ended: Promise.resolve() };
}
