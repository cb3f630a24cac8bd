-- A new conversation must not take the id of another user's: whoever follows a link that is not theirs is told so.
CREATE INDEX "conversation_id_idx" ON "conversation"("id");
