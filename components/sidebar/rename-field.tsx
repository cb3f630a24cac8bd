'use client';

import { useEffect, useRef, useState } from 'react';
import { renameConversation } from '@/app/(workspace)/actions/conversations';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';

type Props = {
  id: string;
  title: string;
  /** `byKey`: whoever pressed Enter or Esc has not gone on to something else. */
  onDone: (byKey: boolean) => void;
};

/** Types a new title in place: Enter and leaving keep it, Esc does not. */
export function RenameField({ id, title, onDone }: Props) {
  const { conversations } = useWorkspace();
  const [value, setValue] = useState(title);
  const [problem, setProblem] = useState<string | null>(null);
  const ref = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => ref.current?.select(), []);
  const keep = async (byKey: boolean) => {
    if (over.current) return;
    over.current = true;
    const wanted = value.replace(/\s+/g, ' ').trim();
    if (wanted === '' || wanted === title) return onDone(byKey);
    try {
      await conversations.change(id, { title: wanted }, () => act(renameConversation({ id, title: wanted })));
      onDone(byKey);
    } catch (error) {
      over.current = false;
      setProblem(messageOf(error));
    }
  };
  return (
    <span className="min-w-0 flex-1">
      <input
        ref={ref}
        value={value}
        maxLength={200}
        aria-label="Title of the conversation"
        aria-invalid={problem ? true : undefined}
        title={problem ?? undefined}
        className="field h-8 w-full rounded-sm px-2 text-ui pointer-coarse:h-10"
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => void keep(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep(true);
          if (event.key === 'Escape') {
            over.current = true;
            onDone(true);
          }
        }}
      />
      {problem && (
        <span role="alert" className="block text-meta text-danger">
          {problem}
        </span>
      )}
    </span>
  );
}
