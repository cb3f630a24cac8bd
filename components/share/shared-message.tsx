import { Check, CircleSlash2 } from 'lucide-react';
import { FoldedWords } from '@/components/chat/folded-words';
import { Markdown } from '@/components/chat/markdown/markdown';
import { sayDay, sayFullDay } from '@/components/time/format';
import type { Snapshot } from '@/lib/sharing/snapshot';

type Message = Snapshot['messages'][number];
type Action = Extract<Message['parts'][number], { type: 'action' }>;

/** A message of a shared copy: only to be read. @param sharedOn the day of the copy, by which dates are said. */
export function SharedMessage({ message, sharedOn }: { message: Message; sharedOn: string }) {
  if (message.role === 'user')
    return (
      <article aria-label="Asked">
        <FoldedWords text={message.parts.map((part) => (part.type === 'text' ? part.text : part.message)).join('\n\n')} />
      </article>
    );
  return (
    <article aria-label="Answered" className="min-w-0 break-words">
      {message.parts.map((part, index) =>
        part.type === 'text' ? <Markdown key={index} text={part.text} /> : <ActionCard key={index} action={part} sharedOn={sharedOn} />,
      )}
    </article>
  );
}

function ActionCard({ action: { ok, message, tasks }, sharedOn }: { action: Action; sharedOn: string }) {
  const Icon = ok ? Check : CircleSlash2;
  return (
    <div className="my-3 overflow-hidden rounded-md border border-line bg-surface text-ui first:mt-0 last:mb-0">
      <p className="flex gap-2.5 px-3.5 py-2.5 text-muted">
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
        <span className={tasks.length > 0 ? 'min-w-0 truncate' : 'min-w-0'}>{message}</span>
      </p>
      {tasks.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {tasks.map((task) => (
            <li key={task.number} className="px-3.5 py-2">
              <span className={task.status === 'completed' ? 'text-muted line-through decoration-outline' : undefined}>{task.title}</span>{' '}
              <span className="text-meta text-faint tabular-nums">{task.number}</span>
              <span className="block text-meta text-muted">
                {[
                  task.dueDate && [sayDue(task.dueDate, sharedOn), task.dueTime].filter(Boolean).join(' '),
                  task.priority !== 'none' && `${task.priority} priority`,
                  ...task.tags.map((tag) => `#${tag}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A copy may be read long after: the year is said where it is another, and no day is called today. */
const sayDue = (date: string, sharedOn: string) => (sayDay(date, sharedOn).match(/^\d/) ? sayDay(date, sharedOn) : sayFullDay(date));
