'use client';

import type { Token } from 'marked';
import { memo } from 'react';
import remend from 'remend';
import { Block, parseBlocks } from './blocks';

/**
 * A text that is still coming in. Only the block that grows is drawn again, and marks that are not closed yet are closed
 * for the moment, so that no asterisks flash by.
 */
export default function StreamingMarkdown({ text, live }: { text: string; live: boolean }) {
  const tokens = parseBlocks(live ? remend(text) : text);
  return tokens.map((token, index) => <Piece key={index} token={token} />);
}

const Piece = memo(
  ({ token }: { token: Token }) => <Block token={token} />,
  (before, after) => before.token.type === after.token.type && before.token.raw === after.token.raw,
);
