import type { Command, CommandOf } from '@/lib/language/commands';
import type { TaskView } from './outcome';
import type { Item } from './perform';
import type { Call } from './read-prompt';

/** A question of the assistant that the next message may answer. `rest`: what the same sentence asked for after it, to be done then. */
export type Pending = { rest?: Item[] } & (
  /** A tool found several tasks for a name: the same call goes out again with the chosen one. */
  | { kind: 'choose'; call: Call; ref?: string; candidates: TaskView[] }
  /** The conversation holds several tasks that may be meant. */
  | { kind: 'pick'; command: Command; candidates: TaskView[] }
  | { kind: 'offer'; command: Command }
  | { kind: 'fill'; question: CommandOf<'question'> }
);
