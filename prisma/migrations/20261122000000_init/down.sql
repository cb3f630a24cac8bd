DROP TABLE IF EXISTS "task_tag", "tag", "template", "task_change", "tool_call", "turn_chunk", "turn", "task", "message",
  "conversation", "preferences" CASCADE;
DROP TABLE IF EXISTS "oauthClientAssertion", "oauthConsent", "oauthAccessToken", "oauthRefreshToken",
  "oauthClientResource", "oauthResource", "oauthClient", "rateLimit", "apikey", "jwks", "verification", "account",
  "session", "user" CASCADE;
DROP FUNCTION IF EXISTS "place_message"(), "create_preferences"();
