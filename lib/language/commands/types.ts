import type { TaskDraft } from '../types';

/** What a sentence would do, in the words of `npm run understand`. */
export type Action = 'add' | 'query' | 'remove' | 'update' | 'none';

/** Which tasks; the fields mean what the tools' filter means (days inclusive, in the speaker's zone). */
export type Filter = {
  status?: 'pending' | 'completed' | 'trash' | 'all';
  q?: string;
  priority?: ('none' | 'low' | 'medium' | 'high')[];
  tagsAny?: string[];
  tagsAll?: string[];
  tagsNone?: string[];
  untagged?: boolean;
  dueFrom?: string;
  dueTo?: string;
  noDue?: boolean;
  overdue?: boolean;
  timeFrom?: string;
  timeTo?: string;
  recurring?: boolean;
  createdFrom?: string;
  createdTo?: string;
  completedFrom?: string;
  completedTo?: string;
};

export type Sort = 'due' | 'priority' | 'created' | 'updated' | 'title' | 'number' | 'manual' | 'urgency' | 'duration';

/** How a sentence names a task; only numbers, titles and filters can be understood without the conversation. */
export type Ref =
  | { kind: 'number'; n: number }
  /** `early`: said before the list last shown, so it need not mean one of that. */
  | { kind: 'title'; text: string; early?: true }
  /** `but`, here and of a filter: all of them without these. */
  | { kind: 'pronoun'; which: 'it' | 'one' | 'them' | 'both' | 'other' | 'last' | 'next' | 'others' | 'remaining'; but?: Ref[] }
  /** Position in the list last shown, from 1; -1 is the last, -2 the one before. */
  | { kind: 'ordinal'; n: number }
  /** `one`: said in the singular, so several matches are a question. */
  | { kind: 'filter'; filter: Filter; about: string; one?: true; but?: Ref[] };

/** A task to add. */
export type NewDraft = TaskDraft;

/**
 * A day told from that of another task (null: of the one spoken of): so many months, days or minutes away, a weekday on the side that
 * the sign of `days` tells, or only the side.
 */
export type Beside = {
  of: Ref | null;
  months?: number;
  days?: number;
  minutes?: number;
  weekday?: number;
  side?: 'before' | 'by' | 'after';
  time?: string;
};

/**
 * What of the tasks is asked: the answer begins with it, in words. `none`: whether there are no such tasks; `open`: whether one is
 * not done, so that one that is may be opened again.
 */
export type Ask = 'whether' | 'open' | 'none' | 'free' | 'busiest' | 'edge' | 'total' | 'due' | 'until' | 'often' | 'length' | 'tags' | 'priority';

/** Fields to change; null clears, absent leaves alone. */
export type Changes = {
  title?: string;
  description?: string | null;
  dueDate?: string | null;
  dueTime?: string | null;
  recurrence?: string | null;
  fromCompletion?: boolean;
  priority?: 'none' | 'low' | 'medium' | 'high';
  reminder?: TaskDraft['reminder'];
  durationMinutes?: number | null;
  /** All tags of the task, in the place of those it had. */
  tags?: string[];
};

/** Tools that change tasks named by refs. */
export type ChangeTool =
  | 'update_tasks'
  | 'complete_tasks'
  | 'reopen_tasks'
  | 'delete_tasks'
  | 'restore_tasks'
  | 'purge_tasks'
  | 'add_tags'
  | 'remove_tags'
  | 'snooze_tasks';

/** Tools that take everything they need from the sentence. */
export type CallTool =
  | 'undo'
  | 'redo'
  | 'list_tasks'
  | 'search_tasks'
  | 'list_tags'
  | 'list_templates'
  | 'get_task_stats'
  | 'get_skill_usage'
  | 'recommend_next'
  | 'plan_day'
  | 'create_from_template'
  | 'rename_template'
  | 'delete_template';

export type ToolName = ChangeTool | CallTool | 'create_tasks' | 'get_task' | 'save_as_template';

export type Inputs = { [key: string]: string | number | boolean | null | Inputs | (string | number)[] | undefined };

export type Topic =
  | 'greeting' | 'thanks' | 'praise' | 'complaint' | 'bye' | 'name' | 'how' | 'repeat' | 'mistake' | 'mood' | 'account'
  // The app itself.
  | 'export' | 'import' | 'share' | 'connect' | 'theme' | 'zone' | 'notify' | 'privacy' | 'keys' | 'session' | 'conversation' | 'language';

/** One thing that a sentence asks for. `text` is the clause it was read from. */
export type Command = { text: string } & (
  /**
   * `unlessThere`: only where no open task of that name is there. `ahead`: the reminder is for a task that is there already, by
   * that name and with a time. `beside`: their day is told from that of another task.
   */
  | { kind: 'create'; tasks: NewDraft[]; parent?: Ref; described?: string; unlessThere?: true; ahead?: true; beside?: Beside }
  | {
      kind: 'change';
      tool: ChangeTool;
      refs: Ref[];
      changes?: Changes;
      /** The new parent task, or null to make it stand alone. */
      parent?: Ref | null;
      tags?: string[];
      snooze?: { dueDate?: string; dueTime?: string; byMinutes?: number; toNext?: true };
      /** What the same words say as a new task, where there is none of that name: "change the oil on Saturday". */
      errand?: Command;
    }
  | { kind: 'call'; tool: CallTool; input: Inputs; about?: string; ask?: Ask }
  /**
   * `claim`: what is asked to be so of it, nothing when only whether it is there. `perhaps`: a question that is ours only where a
   * task has this name, or one of these.
   */
  | { kind: 'get'; ref: Ref; ask?: Ask; claim?: Filter; perhaps?: string[] }
  /** Two tasks beside each other: which comes first (or is longer), whether one comes before the other, how far apart they are. */
  | { kind: 'compare'; refs: [Ref, Ref]; by: 'due' | 'length' | 'priority'; ask: 'most' | 'least' | 'before' | 'after' | 'between' }
  | { kind: 'save-template'; ref: Ref; name: string }
  /** One occurrence left out, where it lies within `when` (days, inclusive). */
  | { kind: 'skip'; ref: Ref; when?: { from?: string; to?: string } }
  /** The task once more, perhaps on another day. */
  | { kind: 'copy'; ref: Ref; day?: string }
  /** A task that shall rest, perhaps until a day. */
  | { kind: 'pause'; ref: Ref; until?: string }
  /** Something to ask back; `offer` is what a plain yes would then do, `wants` what the answer fills in. */
  | {
      kind: 'question';
      question: string;
      action: Action;
      wants?: 'title' | 'task' | 'date' | 'tag' | 'change';
      draft?: NewDraft;
      offer?: Command;
      then?: Command;
    }
  /** A detail set right on the task spoken of last ("actually make it 1pm"). */
  | { kind: 'correction'; changes: Changes; tags?: string[] }
  /** An answer to "which one?". */
  | { kind: 'selection'; refs: Ref[] }
  /** The last change once more, for these tasks ("and the other one"). */
  | { kind: 'again'; refs: Ref[] }
  | { kind: 'none-of-them' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'help' }
  | { kind: 'smalltalk'; topic: Topic }
  | { kind: 'unknown' }
);

export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** What the conversation adds to a sentence; leave it out where there is none. */
export type Focus = {
  /** How many tasks the newest results named. */
  tasks: number;
  /** True when the newest answer only added one task, without a day: a day alone is meant for it. */
  undated?: boolean;
  /** True while a question of the assistant waits for its answer. */
  asked: boolean;
};
