import { nextDue } from '@/lib/language/occurrences';
import type { TaskFilter } from '@/lib/tasks/schemas';
import { closeTitles, isPartOfList, matchTitles } from '@/lib/tasks/match-title';
import { listed, named } from '@/lib/tasks/words';

export type FakeTask = {
  id: string; number: number; title: string; description: string | null; status: 'pending' | 'completed'; priority: string;
  dueDate: string | null; dueTime: string | null; recurrence: string | null; fromCompletion: boolean; reminder: unknown;
  durationMinutes: number | null; tags: string[]; parentId: string | null; deletedAt: string | null; createdAt: string;
};
type Output = Record<string, unknown> & { ok: boolean };
type Input = Record<string, unknown>;

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isObject = (value: unknown): value is Input => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A task list in memory that answers like the tools do, as far as conversations need it. Not a test of the tools. */
export class FakeTools {
  tasks: FakeTask[] = [];
  readonly calls: { tool: string; input: Input }[] = [];
  #past: FakeTask[][] = [];
  #future: FakeTask[][] = [];
  #next = 1;

  constructor(tasks: Partial<FakeTask>[], readonly today: string) {
    for (const task of tasks) this.#insert(task);
  }

  run(tool: string, input: Input): Output {
    this.calls.push({ tool, input });
    const before = structuredClone(this.tasks);
    const output = this.#run(tool, input);
    if (output.ok && !/^(?:list|search|get|recommend|plan|undo|redo)/.test(tool)) {
      this.#past.push(before);
      this.#future = [];
    }
    return { ...structuredClone(output), id: `00000000-0000-7000-9000-${String(this.calls.length).padStart(12, '0')}` };
  }

  #insert(task: Partial<FakeTask>): FakeTask {
    const number = task.number ?? this.#next;
    this.#next = Math.max(this.#next, number + 1);
    const full: FakeTask = {
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`, description: null, status: 'pending', priority: 'none', dueDate: null,
      dueTime: null, recurrence: null, fromCompletion: false, reminder: null, durationMinutes: null, tags: [], parentId: null, deletedAt: null,
      createdAt: `2026-11-01T00:00:${String(number % 60).padStart(2, '0')}Z`, title: '', ...task, number,
    };
    this.tasks.push(full);
    return full;
  }

  #run(tool: string, input: Input): Output {
    switch (tool) {
      case 'create_tasks':
        return this.#create(input);
      case 'list_tasks':
      case 'search_tasks':
        return this.#list(input);
      case 'undo':
      case 'redo':
        return this.#step(tool, Array.isArray(input.calls) ? input.calls.length : typeof input.steps === 'number' ? input.steps : 1);
      case 'get_task': {
        const found = this.#find([String(input.task)], false);
        return Array.isArray(found) ? { ok: true, message: `${listed(found)}.`, tasks: found } : found;
      }
      case 'recommend_next':
      case 'plan_day': {
        const tasks = this.tasks.filter((task) => task.status === 'pending' && !task.deletedAt).slice(0, 3);
        return { ok: true, message: tool === 'plan_day' ? 'Your day:' : 'I would start with these:', tasks, data: { reasons: tasks.map((task) => ({ number: task.number, reason: 'due soon' })) } };
      }
      case 'list_tags':
        return { ok: true, message: 'Tags', data: { tags: [...new Set(this.tasks.flatMap((task) => task.tags))].map((name) => ({ name })) } };
      case 'list_templates':
        return { ok: true, message: 'You have no templates.', data: { templates: [] } };
      case 'get_task_stats':
        return { ok: true, message: 'You completed 1 of 11 tasks (9 %).', data: {} };
      case 'get_skill_usage':
        return { ok: true, message: 'You used one skill.', data: {} };
      case 'create_from_template':
      case 'save_as_template':
        return { ok: true, message: `Template "${String(input.template ?? input.name)}".`, tasks: [] };
      default:
        return this.#change(tool, input);
    }
  }

  #create(input: Input): Output {
    const made: FakeTask[] = [];
    let under = '';
    for (const given of Array.isArray(input.tasks) ? input.tasks : []) {
      if (!isObject(given)) continue;
      const { subtasks, parent, ...fields } = given;
      let parentId: string | null = null;
      if (typeof parent === 'string') {
        const found = this.#find([parent], false);
        if (!Array.isArray(found)) return found;
        parentId = found[0]?.id ?? null;
        under = found[0] ? `, as a subtask of ${named(found[0])}` : '';
      }
      const task = this.#insert({ ...fields, parentId });
      made.push(task);
      if (isStrings(subtasks)) for (const title of subtasks) made.push(this.#insert({ title, parentId: task.id }));
    }
    return { ok: true, message: `Added ${listed(made)}${under}.`, tasks: made };
  }

  #change(tool: string, input: Input): Output {
    const targets = isObject(input.filter) ? this.#filter(input.filter) : this.#find(isStrings(input.tasks) ? input.tasks : [], tool === 'restore_tasks' || tool === 'purge_tasks', tool === 'delete_tasks' || tool === 'complete_tasks');
    if (!Array.isArray(targets)) return targets;
    if (!targets.length) return { ok: false, code: 'not_found', message: 'No task matches.', candidates: [] };
    const single = input.toNext ? targets.find(({ recurrence }) => !recurrence) : undefined;
    if (single) return { ok: false, code: 'invalid', message: `${named(single)} does not repeat, so there is nothing to skip.`, candidates: [] };
    const unchanged: FakeTask[] = [];
    const changes = targets.flatMap((task) => {
      const before = structuredClone(task);
      const changed = this.#apply(tool, task, input);
      if (!changed) unchanged.push(task);
      const after = Object.fromEntries(Object.entries(task).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Object.entries(before).find(([name]) => name === key)?.[1])));
      return changed ? [{ taskId: task.id, number: task.number, title: task.title, operation: tool.replace(/_.*/, ''), before, after }] : [];
    });
    const verb = { complete_tasks: 'Completed', reopen_tasks: 'Reopened', delete_tasks: 'Deleted', restore_tasks: 'Restored', purge_tasks: 'Deleted for good', add_tags: 'Tagged', remove_tags: 'Took tags off' }[tool] ?? 'Changed';
    if (tool === 'purge_tasks') this.tasks = this.tasks.filter((task) => !targets.includes(task));
    const done = targets.filter((task) => !unchanged.includes(task));
    const message = done.length ? `${verb} ${listed(done)}.` : `${targets.map(named).join(', ')}: already so.`;
    return { ok: true, message, tasks: targets, changes, unchanged };
  }

  #apply(tool: string, task: FakeTask, input: Input): boolean {
    switch (tool) {
      case 'complete_tasks':
        if (task.status === 'completed') return false;
        task.status = 'completed';
        return true;
      case 'reopen_tasks':
        if (task.status === 'pending') return false;
        task.status = 'pending';
        return true;
      case 'delete_tasks':
        if (task.deletedAt) return false;
        task.deletedAt = '2026-11-18T10:00:00Z';
        return true;
      case 'restore_tasks':
        if (!task.deletedAt) return false;
        task.deletedAt = null;
        return true;
      case 'add_tags':
        task.tags = [...new Set([...task.tags, ...(isStrings(input.tags) ? input.tags : [])])];
        return true;
      case 'remove_tags':
        task.tags = task.tags.filter((tag) => !isStrings(input.tags) || !input.tags.includes(tag));
        return true;
      case 'snooze_tasks':
        if (input.toNext) task.dueDate = nextDue(task.recurrence ?? '', { from: task.dueDate ?? this.today, start: task.dueDate ?? this.today })?.date ?? task.dueDate;
        if (typeof input.dueDate === 'string') task.dueDate = input.dueDate;
        if (typeof input.dueTime === 'string') task.dueTime = input.dueTime;
        return true;
      case 'update_tasks': {
        const { parent, ...changes } = isObject(input.changes) ? input.changes : {};
        Object.assign(task, changes, parent === undefined ? {} : { parentId: parent === null ? null : 'parent' });
        return true;
      }
      default:
        return true;
    }
  }

  #step(tool: 'undo' | 'redo', steps: number): Output {
    const [from, to] = tool === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past];
    if (!from.length) return { ok: false, code: 'nothing_to_undo', message: `There is nothing to ${tool}.` };
    let changed: FakeTask[] = [];
    for (let step = 0; step < steps; step += 1) {
      const state = from.pop();
      if (!state) break;
      changed = this.tasks.filter((task) => JSON.stringify(task) !== JSON.stringify(state.find((old) => old.number === task.number)));
      to.push(structuredClone(this.tasks));
      this.tasks = state;
    }
    return { ok: true, message: `${tool === 'undo' ? 'Undid' : 'Redid'} ${steps} change${steps > 1 ? 's' : ''}.`, tasks: changed };
  }

  #list(input: Input): Output {
    const { query, sort, order, limit, ...filter } = input;
    let found = this.#filter({ ...filter, ...(typeof query === 'string' ? { q: query } : {}) });
    if (sort === 'created') found = [...found].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    if (sort === 'due' || sort === 'duration') {
      const value = (task: FakeTask) => (sort === 'due' ? task.dueDate && `${task.dueDate} ${task.dueTime ?? '24'}` : task.durationMinutes);
      const [known, rest] = [found.filter(value), found.filter((task) => !value(task))];
      known.sort((a, b) => (sort === 'due' ? String(value(a)).localeCompare(String(value(b))) : Number(value(a)) - Number(value(b))));
      if (order === 'desc') known.reverse();
      found = [...known, ...rest];
    } else if (order === 'desc') found.reverse();
    const total = found.length;
    if (typeof limit === 'number') found = found.slice(0, limit);
    const close = typeof query === 'string' && !total ? { data: { close: closeTitles(query, this.tasks.filter((task) => !task.deletedAt)) } } : {};
    return { ok: true, message: `${total} tasks.`, tasks: found, total, ...close };
  }

  #filter(filter: TaskFilter): FakeTask[] {
    const q = filter.q?.toLowerCase().split(/\s+/) ?? [];
    return this.tasks.filter((task) => {
      if (filter.status === 'trash' ? !task.deletedAt : task.deletedAt) return false;
      if ((filter.status === 'pending' || filter.status === 'completed') && task.status !== filter.status) return false;
      if (filter.overdue && !(task.status === 'pending' && task.dueDate && task.dueDate < this.today)) return false;
      if (filter.dueFrom && !(task.dueDate && task.dueDate >= filter.dueFrom)) return false;
      if (filter.dueTo && !(task.dueDate && task.dueDate <= filter.dueTo)) return false;
      if (filter.timeFrom && !(task.dueTime && task.dueTime >= filter.timeFrom)) return false;
      if (filter.timeTo && !(task.dueTime && task.dueTime < filter.timeTo)) return false;
      if (filter.priority && !filter.priority.some((level) => level === task.priority)) return false;
      if (filter.tagsAny && !filter.tagsAny.some((tag) => task.tags.includes(tag))) return false;
      if (filter.tagsAll && !filter.tagsAll.every((tag) => task.tags.includes(tag))) return false;
      if (filter.tagsNone?.some((tag) => task.tags.includes(tag))) return false;
      if (filter.untagged && task.tags.length) return false;
      if (filter.noDue && task.dueDate) return false;
      if (filter.recurring && !task.recurrence) return false;
      const text = `${task.title} ${task.tags.join(' ')}`.toLowerCase();
      return q.every((word) => text.includes(word));
    });
  }

  #find(refs: string[], trash: boolean, whole = false): FakeTask[] | Output {
    const found: FakeTask[] = [];
    for (const ref of refs) {
      const number = /^(?:task )?#?(\d+)$/.exec(ref)?.[1];
      const places = trash ? [this.tasks.filter((task) => task.deletedAt), this.tasks] : [this.tasks.filter((task) => !task.deletedAt && task.status === 'pending'), this.tasks.filter((task) => !task.deletedAt)];
      const fits = number ? this.tasks.filter((task) => task.number === Number(number)) : (places.map((place) => matchTitles(ref, place)).find((tasks) => tasks.length) ?? []).filter((task) => !whole || !isPartOfList(ref, task.title));
      if (fits.length > 1) return { ok: false, code: 'ambiguous', ref, message: `Several tasks match "${ref}".`, candidates: fits.sort((a, b) => a.number - b.number) };
      const [only] = fits;
      if (!only) return { ok: false, code: 'not_found', ref, message: `I found no task called "${ref}".`, candidates: number ? [] : closeTitles(ref, this.tasks.filter((task) => !task.deletedAt)) };
      found.push(only);
    }
    return found;
  }
}
