-- CreateTable
CREATE TABLE "share" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "with_tools" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "share_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_token_hash_key" ON "share"("token_hash");

-- CreateIndex
CREATE INDEX "share_user_id_conversation_id_idx" ON "share"("user_id", "conversation_id");

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_user_id_conversation_id_fkey" FOREIGN KEY ("user_id", "conversation_id") REFERENCES "conversation"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The hash is the 43 characters of a SHA-256 in base64url: whoever reads the table cannot open a link.
ALTER TABLE "share"
  ADD CONSTRAINT "share_token_hash_check" CHECK (char_length("token_hash") = 43),
  ADD CONSTRAINT "share_title_check" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "share_snapshot_check" CHECK (jsonb_typeof("snapshot") = 'object'),
  ADD CONSTRAINT "share_expires_at_check" CHECK ("expires_at" > "created_at");

-- The other orders in which conversations are listed; each holds only the rows that its view shows.
CREATE INDEX "conversation_pinned_idx" ON "conversation" ("user_id", "pinned_at" DESC, "id")
  WHERE "pinned_at" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "conversation_archived_idx" ON "conversation" ("user_id", "updated_at" DESC, "id")
  WHERE "archived_at" IS NOT NULL AND "deleted_at" IS NULL;
CREATE INDEX "conversation_trash_idx" ON "conversation" ("user_id", "deleted_at" DESC, "id") WHERE "deleted_at" IS NOT NULL;

-- What the daily clean-up looks for, across users.
CREATE INDEX "conversation_purge_idx" ON "conversation" ("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "task_purge_idx" ON "task" ("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "preferences_auto_delete_idx" ON "preferences" ("user_id") WHERE "auto_delete_days" IS NOT NULL;
