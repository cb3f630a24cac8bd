-- Titles have a table of their own for the search. Each message moves "updated_at" of its conversation, and PostgreSQL then enters the row
-- anew in all of the table's indexes: the trigrams of a title that had not changed were most of that work.
CREATE TABLE "conversation_title" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "conversation_title_pkey" PRIMARY KEY ("user_id","id")
);

-- Nobody changes a title between the copy and the triggers.
LOCK TABLE "conversation" IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO "conversation_title" ("user_id", "id", "title") SELECT "user_id", "id", "title" FROM "conversation";

ALTER TABLE "conversation_title" ADD CONSTRAINT "conversation_title_user_id_id_fkey" FOREIGN KEY ("user_id", "id") REFERENCES "conversation"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation_title" ALTER CONSTRAINT "conversation_title_user_id_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;

DROP INDEX "conversation_title_idx";
CREATE INDEX "conversation_title_idx" ON "conversation_title" USING gin ("user_id", "title" gin_trgm_ops) WITH (gin_pending_list_limit = 64);

CREATE FUNCTION "keep_title"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "conversation_title" ("user_id", "id", "title") VALUES (NEW."user_id", NEW."id", NEW."title")
  ON CONFLICT ("user_id", "id") DO UPDATE SET "title" = excluded."title";
  RETURN NULL;
END $$;
CREATE TRIGGER "conversation_titled" AFTER INSERT ON "conversation" FOR EACH ROW EXECUTE FUNCTION "keep_title"();
CREATE TRIGGER "conversation_retitled" AFTER UPDATE OF "title" ON "conversation" FOR EACH ROW
  WHEN (OLD."title" IS DISTINCT FROM NEW."title") EXECUTE FUNCTION "keep_title"();
