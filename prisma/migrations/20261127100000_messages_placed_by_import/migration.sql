-- An import numbers and counts its messages itself, all of a batch at once: the trigger updates the conversation's row for each message,
-- and a row that is updated thousands of times in one transaction gets slower each time. The setting is the transaction's own.
DROP TRIGGER "message_place" ON "message";
CREATE TRIGGER "message_place" BEFORE INSERT ON "message" FOR EACH ROW
  WHEN (current_setting('sayso.messages_placed', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION "place_message"();
