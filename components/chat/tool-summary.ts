import type { Operation, ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { isToolPart } from './stream/answer-builder';

export type Call = {
  callId: string;
  tool: string;
  input: unknown;
  /** Absent while it runs, or waits for approval, or was refused. */
  output: ToolOutput | null;
  state: string;
};

/** The tool calls of an answer in their order. */
export function callsOf(message: ChatMessage): Call[] {
  return message.parts.flatMap((part) =>
    isToolPart(part)
      ? [{ callId: part.toolCallId, tool: part.type.slice(5), input: part.input, state: part.state, output: part.state === 'output-available' ? part.output : null }]
      : [],
  );
}

/** The calls that only looked up what a later call of the answer changed: its cards show those tasks already. */
export function lookUpsOf(calls: Call[]): Set<string> {
  const quiet = new Set<string>();
  const changed = new Set<string>();
  for (const { callId, output } of [...calls].reverse()) {
    if (!output?.ok) continue;
    const { changes = [], tasks = [] } = output;
    if (changes.length === 0 && tasks.length > 0 && tasks.every(({ id }) => changed.has(id))) quiet.add(callId);
    for (const { taskId } of changes) changed.add(taskId);
  }
  return quiet;
}

const SKILLS: Record<string, string> = {
  TaskManagementSkill: 'Task management',
  TaskSearchSkill: 'Search',
  TaskAnalyticsSkill: 'Statistics',
  TaskRecommendationSkill: 'Recommendations',
};
const BY_TOOL: Record<string, string> = {
  list_tasks: 'Search', search_tasks: 'Search', get_task: 'Search', list_tags: 'Search', list_templates: 'Search',
  get_task_stats: 'Statistics', get_skill_usage: 'Statistics',
  recommend_next: 'Recommendations', plan_day: 'Recommendations',
};

/** The skill of an answer in words: the recorded one, else that of its first call. */
export const skillOf = (skillUsed: string | null | undefined, calls: Call[]): string =>
  (skillUsed && SKILLS[skillUsed]) || BY_TOOL[calls[0]?.tool ?? ''] || 'Task management';

const DONE: Record<Operation, string> = {
  create: 'created', update: 'changed', complete: 'completed', reopen: 'reopened', delete: 'deleted', restore: 'restored', purge: 'erased',
};
const count = (n: number) => `${n} ${n === 1 ? 'task' : 'tasks'}`;

/** What the calls came to, in a few words: "created 2 tasks, completed 1 task". */
export function summarise(calls: Call[]): string {
  const done = new Map<string, Set<string>>();
  let found: number | null = null;
  let failed = 0;
  for (const { output, tool } of calls) {
    if (!output) continue;
    if (!output.ok) failed += 1;
    else if (output.changes?.length) {
      for (const { operation, taskId } of output.changes) {
        const word = tool === 'undo' ? 'took back changes of' : tool === 'redo' ? 'redid changes of' : DONE[operation];
        done.set(word, (done.get(word) ?? new Set()).add(taskId));
      }
    } else if (output.tasks) found = (found ?? 0) + (output.total ?? output.tasks.length);
  }
  const words = [...done].map(([word, ids]) => `${word} ${count(ids.size)}`);
  if (found !== null && words.length === 0) words.push(found === 0 ? 'found nothing' : `found ${count(found)}`);
  if (failed > 0 && words.length === 0) words.push('nothing changed');
  return words.join(', ');
}

/** A tool's name for a person: `create_tasks` → Create tasks. */
export const toolLabel = (tool: string) => {
  const words = tool.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
