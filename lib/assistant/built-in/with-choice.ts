import type { Call } from './read-prompt';

/** The same call with the chosen tasks in the place of the name that was not clear. */
export function withChoice(call: Call, ref: string | undefined, chosen: string[]): Call {
  const input = { ...call.input };
  if (typeof input.task === 'string') input.task = chosen[0] ?? input.task;
  if (Array.isArray(input.tasks) && input.tasks.every((name) => typeof name === 'string')) {
    const names: string[] = input.tasks;
    const unclear = names.length === 1 ? names[0] : ref;
    input.tasks = [...new Set(names.flatMap((name) => (name === unclear ? chosen : [name])))];
  } else if (call.tool === 'create_tasks' && Array.isArray(input.tasks)) {
    input.tasks = input.tasks.map((task: unknown) => (typeof task === 'object' && task !== null && 'parent' in task ? { ...task, parent: chosen[0] } : task));
  }
  const changes = input.changes;
  if (ref && typeof changes === 'object' && changes !== null && 'parent' in changes && changes.parent === ref) input.changes = { ...changes, parent: chosen[0] };
  return { tool: call.tool, input };
}
