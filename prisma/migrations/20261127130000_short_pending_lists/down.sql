ALTER INDEX "conversation_title_idx" RESET (gin_pending_list_limit);
ALTER INDEX "message_words_idx" RESET (gin_pending_list_limit);
