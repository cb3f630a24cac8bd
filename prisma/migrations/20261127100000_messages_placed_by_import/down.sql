DROP TRIGGER "message_place" ON "message";
CREATE TRIGGER "message_place" BEFORE INSERT ON "message" FOR EACH ROW EXECUTE FUNCTION "place_message"();
