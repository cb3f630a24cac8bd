export { actionOf, understandChat, type ChatUnderstanding } from './understand-chat';
export { readCommands } from './read-commands';
export { problemOf } from './read-add';
export { readChanges } from './read-changes';
export { readRefs } from './read-refs';
export { localNow } from './normalize';
export type * from './types';
