import type { UIMessageChunk } from 'ai';

/** Joins neighbouring deltas of one text, so that what is saved is the words and not their arrival. */
export function mergeDeltas(chunks: readonly UIMessageChunk[]): UIMessageChunk[] {
  const merged: UIMessageChunk[] = [];
  for (const chunk of chunks) {
    const last = merged.at(-1);
    if (chunk.type === 'text-delta' && last?.type === 'text-delta' && last.id === chunk.id)
      merged[merged.length - 1] = { ...last, delta: last.delta + chunk.delta };
    else merged.push(chunk);
  }
  return merged;
}
