'use client';

import { Button } from '@/components/ui/button';
import { useChat } from './chat-context';
import { focusComposer } from './focus-composer';

/** "Shall I …?", as the built-in assistant asks, and the ways large models have for it; not a choice between two things. */
const OFFER = /(?:^|[.!?:,] |\n)(?:(?:shall|should) I|(?:would you like|do you want) me to)\b(?![^?\n]*\bor\b)[^?\n]*\?/i;

/** The two answers to an offer, each a press. */
export function YesOrNo({ text }: { text: string }) {
  const { session } = useChat();
  if (!OFFER.test(text)) return null;
  return (
    <div role="group" aria-label="Yes or no?" className="my-3 flex gap-2">
      {['Yes', 'No'].map((answer) => (
        <Button
          key={answer}
          onClick={() => {
            void session.send(answer);
            focusComposer();
          }}
        >
          {answer}
        </Button>
      ))}
    </div>
  );
}
