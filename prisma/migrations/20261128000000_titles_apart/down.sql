DROP TABLE "conversation_title";
DROP TRIGGER "conversation_titled" ON "conversation";
DROP TRIGGER "conversation_retitled" ON "conversation";
DROP FUNCTION "keep_title"();
CREATE INDEX "conversation_title_idx" ON "conversation" USING gin ("user_id", "title" gin_trgm_ops) WITH (gin_pending_list_limit = 64);
