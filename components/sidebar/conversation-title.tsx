'use client';

import { RenameField } from './rename-field';

/** The title above the chat, which can be changed where it stands. */
export function ConversationTitle({ id, title, renaming, onDone }: { id: string; title: string; renaming: boolean; onDone: () => void }) {
  if (renaming) return <RenameField id={id} title={title} onDone={onDone} />;
  return (
    <h1 className="min-w-0 truncate text-ui font-medium" title={title}>
      {title}
    </h1>
  );
}
