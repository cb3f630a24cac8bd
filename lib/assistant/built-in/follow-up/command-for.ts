import type { CommandOf, Ref } from '@/lib/language/commands';
import type { Call } from '../read-prompt';

/** A recorded call as a command for other tasks; null where it cannot be meant for others, as a new title. */
export function commandFor({ tool, input }: Call, refs: Ref[], text: string): CommandOf<'change'> | null {
  const again = { text, kind: 'change', refs } as const;
  const { changes, tags } = input;
  switch (tool) {
    case 'update_tasks':
      return (
        typeof changes === 'object' &&
        changes !== null &&
        !('title' in changes) &&
        !('parent' in changes) &&
        !('description' in changes)
          ? { ...again, tool, changes }
          : null
      );
    case 'add_tags':
    case 'remove_tags':
      return Array.isArray(tags) ? { ...again, tool, tags: tags.filter((tag) => typeof tag === 'string') } : null;
    case 'snooze_tasks': {
      const { dueDate, dueTime, byMinutes, toNext } = input;
      const snooze = {
        ...(typeof dueDate === 'string' ? { dueDate } : {}),
        ...(typeof dueTime === 'string' ? { dueTime } : {}),
        ...(typeof byMinutes === 'number' ? { byMinutes } : {}),
        ...(toNext === true ? { toNext: true as const } : {}),
      };
      return { ...again, tool, snooze };
    }
    case 'complete_tasks':
    case 'reopen_tasks':
    case 'delete_tasks':
    case 'restore_tasks':
      return { ...again, tool };
    default:
      return null;
  }
}
