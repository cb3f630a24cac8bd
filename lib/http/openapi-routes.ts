import { z } from 'zod';
import { activityItemSchema } from '@/lib/activity/schemas';
import { conversationChangesSchema, conversationItemSchema, conversationSchema, messageSchema } from '@/lib/conversations/schemas';
import { templateSchema } from '@/lib/tasks/list-templates';
import { tagItemSchema } from '@/lib/tasks/list-tags';
import { taskSchema } from '@/lib/tasks/schemas';
import { toolOutputSchema } from '@/lib/tasks/tool-output-schema';
import { shareSchema } from '@/lib/sharing/list-shares';
import { shareOptionsSchema } from '@/lib/sharing/share-conversation';
import { exportedFileSchema } from '@/lib/transfer/format';
import { importReportSchema } from '@/lib/transfer/import-file';
import { conversationQuerySchema, messagesQuerySchema } from './conversation-query';
import { page, shareMadeSchema } from './openapi-schemas';
import { pageQuerySchema } from './page-query';
import { taskBodySchema, taskChangesBodySchema, taskQuerySchema } from './task-query';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** One request of `/api/v1`: what it takes and what it answers when all is well. */
export type ApiOperation = {
  method: Method;
  /** With `{id}` where the route's folder is `[id]`. */
  path: string;
  id: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  status: 200 | 201 | 204;
  /** Absent: nothing is answered (204). */
  answer?: z.ZodType;
  /** Statuses of errors besides those that every request may meet. */
  errors?: number[];
};

const byId = (method: Method, id: string, summary: string, more: Partial<ApiOperation> = {}): ApiOperation =>
  ({ method, path: '/api/v1/tasks/{id}', id, summary, status: 200, answer: taskSchema, errors: [404], ...more });

const tasks: ApiOperation[] = [
  { method: 'get', path: '/api/v1/tasks', id: 'listTasks', summary: 'Tasks that match, sorted', query: taskQuerySchema, status: 200, answer: page(taskSchema), errors: [400] },
  { method: 'post', path: '/api/v1/tasks', id: 'createTask', summary: 'Makes a task', body: taskBodySchema, status: 201, answer: taskSchema, errors: [400, 404, 409] },
  byId('get', 'getTask', 'A task, in the trash too'),
  byId('patch', 'updateTask', 'Changes a task; what is absent stays, null clears', { body: taskChangesBodySchema, errors: [400, 404, 409] }),
  byId('delete', 'deleteTask', 'Moves a task to the trash'),
  byId('post', 'completeTask', 'Completes a task; a recurring one makes its next', { path: '/api/v1/tasks/{id}/complete', errors: [400, 404] }),
  byId('post', 'reopenTask', 'Makes a completed task pending again', { path: '/api/v1/tasks/{id}/reopen', errors: [400, 404] }),
  byId('post', 'restoreTask', 'Takes a task out of the trash', { path: '/api/v1/tasks/{id}/restore' }),
];

const conversation = (method: Method, id: string, summary: string, more: Partial<ApiOperation> = {}): ApiOperation =>
  ({ method, path: '/api/v1/conversations/{id}', id, summary, status: 200, answer: conversationSchema, errors: [400, 404], ...more });

const conversations: ApiOperation[] = [
  { method: 'get', path: '/api/v1/conversations', id: 'listConversations', summary: 'Conversations, pinned and newest first; q searches titles and messages', query: conversationQuerySchema, status: 200, answer: page(conversationItemSchema), errors: [400] },
  conversation('get', 'getConversation', 'A conversation and its latest turn'),
  conversation('patch', 'changeConversation', 'Renames, pins, archives, or shows another branch', { body: conversationChangesSchema }),
  conversation('delete', 'deleteConversation', 'Moves a conversation to the trash'),
  conversation('post', 'restoreConversation', 'Takes a conversation out of the trash', { path: '/api/v1/conversations/{id}/restore' }),
  conversation('get', 'listMessages', 'Messages of the branch on screen, the newest page, oldest first', { path: '/api/v1/conversations/{id}/messages', query: messagesQuerySchema, answer: page(messageSchema) }),
];

const others: ApiOperation[] = [
  { method: 'get', path: '/api/v1/activity', id: 'listActivity', summary: 'What was changed, by whom and where, newest first', query: pageQuerySchema, status: 200, answer: page(activityItemSchema), errors: [400] },
  { method: 'post', path: '/api/v1/activity/{id}/undo', id: 'undoCall', summary: 'Takes back what a recorded call changed', status: 200, answer: toolOutputSchema, errors: [404, 409] },
  { method: 'get', path: '/api/v1/tags', id: 'listTags', summary: 'Tags by name', query: pageQuerySchema, status: 200, answer: page(tagItemSchema), errors: [400] },
  { method: 'get', path: '/api/v1/templates', id: 'listTemplates', summary: 'Templates by name', query: pageQuerySchema, status: 200, answer: page(templateSchema), errors: [400] },
  { method: 'get', path: '/api/v1/openapi.json', id: 'getOpenApi', summary: 'This document', status: 200, answer: z.looseObject({ openapi: z.string() }) },
];

const exportQuery = z.object({ format: z.enum(['json', 'markdown']).optional().describe('json if absent; markdown is text') });
const importBody = z.union([exportedFileSchema, z.array(z.looseObject({})).describe('ChatGPT\'s conversations.json')]);

const transfer: ApiOperation[] = [
  { method: 'get', path: '/api/v1/export', id: 'exportConversations', summary: 'All conversations as a file', query: exportQuery, status: 200, answer: exportedFileSchema, errors: [400] },
  conversation('get', 'exportConversation', 'A conversation as a file', { path: '/api/v1/conversations/{id}/export', query: exportQuery, answer: exportedFileSchema }),
  { method: 'post', path: '/api/v1/import', id: 'importConversations', summary: 'Takes in a file of conversations; what is there already stays as it is', body: importBody, status: 200, answer: importReportSchema, errors: [400] },
];

const shares: ApiOperation[] = [
  conversation('get', 'listShares', 'Links under which a conversation is shared', { path: '/api/v1/conversations/{id}/shares', answer: page(shareSchema) }),
  conversation('post', 'shareConversation', 'Shares a conversation as it is now, under a new link', {
    path: '/api/v1/conversations/{id}/shares', body: shareOptionsSchema, status: 201, answer: shareMadeSchema,
  }),
  { method: 'delete', path: '/api/v1/shares/{id}', id: 'revokeShare', summary: 'Ends a link', status: 204, errors: [400, 404] },
];

/** Every request of `/api/v1`; a test holds it against the route files. */
export const apiOperations: ApiOperation[] = [...tasks, ...conversations, ...shares, ...transfer, ...others];
