DROP INDEX IF EXISTS "preferences_auto_delete_idx", "task_purge_idx", "conversation_purge_idx", "conversation_trash_idx",
  "conversation_archived_idx", "conversation_pinned_idx";
DROP TABLE IF EXISTS "share";
