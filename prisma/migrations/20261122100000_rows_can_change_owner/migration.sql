-- A guest's rows become an account's by an update of "user_id". Every row's key changes then, so references follow their
-- row (ON UPDATE CASCADE, which Prisma gives its own references anyway), and a transaction may put off checking them
-- until all tables are moved (SET CONSTRAINTS ALL DEFERRED). Otherwise they are checked at once, as before.

ALTER TABLE "message" ALTER CONSTRAINT "message_user_id_conversation_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "turn" ALTER CONSTRAINT "turn_user_id_conversation_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "turn" ALTER CONSTRAINT "turn_user_id_user_message_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "turn_chunk" ALTER CONSTRAINT "turn_chunk_user_id_turn_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "task_change" ALTER CONSTRAINT "task_change_user_id_tool_call_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "task_tag" ALTER CONSTRAINT "task_tag_user_id_task_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "task_tag" ALTER CONSTRAINT "task_tag_user_id_tag_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "message"
  DROP CONSTRAINT "message_parent_fkey",
  ADD CONSTRAINT "message_parent_fkey" FOREIGN KEY ("user_id", "parent_id")
    REFERENCES "message" ("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE "conversation"
  DROP CONSTRAINT "conversation_leaf_fkey",
  ADD CONSTRAINT "conversation_leaf_fkey" FOREIGN KEY ("user_id", "leaf_id")
    REFERENCES "message" ("user_id", "id") ON DELETE SET NULL ("leaf_id") ON UPDATE CASCADE
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "turn"
  DROP CONSTRAINT "turn_continues_fkey",
  ADD CONSTRAINT "turn_continues_fkey" FOREIGN KEY ("user_id", "continues_id")
    REFERENCES "message" ("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE "tool_call"
  DROP CONSTRAINT "tool_call_turn_fkey",
  ADD CONSTRAINT "tool_call_turn_fkey" FOREIGN KEY ("user_id", "turn_id")
    REFERENCES "turn" ("user_id", "id") ON DELETE SET NULL ("turn_id") ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE "task"
  DROP CONSTRAINT "task_parent_fkey",
  ADD CONSTRAINT "task_parent_fkey" FOREIGN KEY ("user_id", "parent_id")
    REFERENCES "task" ("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE "task_change"
  DROP CONSTRAINT "task_change_task_fkey",
  ADD CONSTRAINT "task_change_task_fkey" FOREIGN KEY ("user_id", "task_id")
    REFERENCES "task" ("user_id", "id") ON DELETE SET NULL ("task_id") ON UPDATE CASCADE DEFERRABLE,
  DROP CONSTRAINT "task_change_undone_by_fkey",
  ADD CONSTRAINT "task_change_undone_by_fkey" FOREIGN KEY ("user_id", "undone_by")
    REFERENCES "tool_call" ("user_id", "id") ON DELETE SET NULL ("undone_by") ON UPDATE CASCADE DEFERRABLE;
