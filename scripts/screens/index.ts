import { ACCOUNT_SCREENS } from './account';
import { ANSWERS_SCREENS } from './answers';
import { CHAT_SCREENS } from './chat';
import { CONVERSATIONS_SCREENS } from './conversations';
import { TASKS_SCREENS } from './tasks';

/** Every screen that is photographed. */
export const SCREENS = [...ACCOUNT_SCREENS, ...CHAT_SCREENS, ...ANSWERS_SCREENS, ...TASKS_SCREENS, ...CONVERSATIONS_SCREENS];
