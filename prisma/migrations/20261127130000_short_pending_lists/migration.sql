-- New entries of a GIN index wait in a list which every search reads to its end; at 4 MB, as it is by default, that took longer than the
-- search itself. In kilobytes.
ALTER INDEX "message_words_idx" SET (gin_pending_list_limit = 64);
ALTER INDEX "conversation_title_idx" SET (gin_pending_list_limit = 64);
