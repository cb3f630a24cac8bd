import { Blocks, parseBlocks } from './blocks';

/** A finished text, drawn on the server or, for messages that came later, in the browser. */
export function Markdown({ text }: { text: string }) {
  return <Blocks tokens={parseBlocks(text)} />;
}
