import type { Action, Command } from './types';

const REMOVING = /^(?:(?:delete|purge)_tasks|delete_template)$/;
const ASKING = /^(?:list|search|get|recommend|plan)_|^list_/;

/** What a command would do, by the five words of `npm run understand`. */
export function actionOf(command: Command): Action {
  switch (command.kind) {
    case 'create':
      return 'add';
    case 'question':
      return command.action;
    case 'change':
      return REMOVING.test(command.tool) ? 'remove' : 'update';
    case 'call':
      if (command.tool === 'create_from_template') return 'add';
      if (REMOVING.test(command.tool)) return 'remove';
      return ASKING.test(command.tool) ? 'query' : 'update';
    case 'get':
      return command.perhaps ? 'none' : 'query';
    case 'save-template':
    case 'correction':
    case 'again':
    case 'skip':
      return 'update';
    default:
      return 'none';
  }
}
