CREATE INDEX "message_text_idx" ON "message" USING gin ("user_id", to_tsvector('english', "content"));
DROP INDEX IF EXISTS "message_words_idx";
DROP FUNCTION IF EXISTS "message_words"(text);
