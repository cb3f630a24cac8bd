DROP INDEX IF EXISTS "conversation_id_idx";
