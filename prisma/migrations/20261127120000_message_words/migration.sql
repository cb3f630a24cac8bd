-- The words of a message, behind a function whose cost is as high as its work. The planner takes to_tsvector for cheap, and where it knows
-- little of a table (the embedded database gathers no statistics) it read all of a user's messages rather than the index.
-- Not in SQL, which would be written out into the query, and its cost with it.
CREATE FUNCTION "message_words"("content" text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
BEGIN
  RETURN pg_catalog.to_tsvector('pg_catalog.english'::pg_catalog.regconfig, "content");
END $$;
CREATE INDEX "message_words_idx" ON "message" USING gin ("user_id", "message_words"("content"));
DROP INDEX "message_text_idx";
