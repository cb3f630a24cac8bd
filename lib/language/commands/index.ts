export { actionOf } from './command-action';
export { understandChat, type ChatUnderstanding } from './understand-chat';
export { readCommands } from './read-commands';
export { problemOf } from './create-command';
export { readChanges } from './read-changes';
export { readRefs } from './read-refs';
export type * from './types';
