
-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "isAnonymous" BOOLEAN DEFAULT false,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" UUID NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(6),
    "refreshTokenExpiresAt" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jwks" (
    "id" UUID NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6),
    "alg" TEXT,
    "crv" TEXT,

    CONSTRAINT "jwks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apikey" (
    "id" UUID NOT NULL,
    "configId" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT,
    "start" TEXT,
    "referenceId" UUID NOT NULL,
    "prefix" TEXT,
    "key" TEXT NOT NULL,
    "refillInterval" INTEGER,
    "refillAmount" INTEGER,
    "lastRefillAt" TIMESTAMPTZ(6),
    "enabled" BOOLEAN DEFAULT true,
    "rateLimitEnabled" BOOLEAN DEFAULT true,
    "rateLimitTimeWindow" INTEGER DEFAULT 86400000,
    "rateLimitMax" INTEGER DEFAULT 10,
    "requestCount" INTEGER DEFAULT 0,
    "remaining" INTEGER,
    "lastRequest" TIMESTAMPTZ(6),
    "expiresAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "permissions" TEXT,
    "metadata" TEXT,

    CONSTRAINT "apikey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthClient" (
    "id" UUID NOT NULL,
    "clientId" TEXT NOT NULL,
    "clientSecret" TEXT,
    "clientDiscoveryId" TEXT,
    "disabled" BOOLEAN DEFAULT false,
    "skipConsent" BOOLEAN,
    "enableEndSession" BOOLEAN,
    "subjectType" TEXT,
    "scopes" TEXT[],
    "clientCredentialsScopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(6),
    "updatedAt" TIMESTAMPTZ(6),
    "name" TEXT,
    "uri" TEXT,
    "icon" TEXT,
    "contacts" TEXT[],
    "tos" TEXT,
    "policy" TEXT,
    "softwareId" TEXT,
    "softwareVersion" TEXT,
    "softwareStatement" TEXT,
    "redirectUris" TEXT[],
    "postLogoutRedirectUris" TEXT[],
    "backchannelLogoutUri" TEXT,
    "backchannelLogoutSessionRequired" BOOLEAN,
    "tokenEndpointAuthMethod" TEXT,
    "applicationType" TEXT,
    "jwks" TEXT,
    "jwksUri" TEXT,
    "grantTypes" TEXT[],
    "responseTypes" TEXT[],
    "requirePKCE" BOOLEAN,
    "dpopBoundAccessTokens" BOOLEAN DEFAULT false,
    "referenceId" TEXT,
    "metadata" JSONB,

    CONSTRAINT "oauthClient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthResource" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "accessTokenTtl" INTEGER,
    "refreshTokenTtl" INTEGER,
    "signingAlgorithm" TEXT,
    "signingKeyId" TEXT,
    "allowedScopes" TEXT[],
    "customClaims" JSONB,
    "dpopBoundAccessTokensRequired" BOOLEAN DEFAULT false,
    "disabled" BOOLEAN DEFAULT false,
    "createdAt" TIMESTAMPTZ(6),
    "updatedAt" TIMESTAMPTZ(6),
    "policyVersion" INTEGER DEFAULT 1,
    "metadata" JSONB,

    CONSTRAINT "oauthResource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthClientResource" (
    "id" UUID NOT NULL,
    "clientId" TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    "metadata" JSONB,
    "createdAt" TIMESTAMPTZ(6),

    CONSTRAINT "oauthClientResource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthRefreshToken" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "sessionId" UUID,
    "userId" UUID NOT NULL,
    "referenceId" TEXT,
    "authorizationCodeId" TEXT,
    "resources" TEXT[],
    "requestedUserInfoClaims" TEXT[],
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "revoked" TIMESTAMPTZ(6),
    "rotatedAt" TIMESTAMPTZ(6),
    "rotationReplayResponse" TEXT,
    "rotationReplayExpiresAt" TIMESTAMPTZ(6),
    "authTime" TIMESTAMPTZ(6),
    "confirmation" JSONB,
    "scopes" TEXT[],

    CONSTRAINT "oauthRefreshToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthAccessToken" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "sessionId" UUID,
    "userId" UUID,
    "referenceId" TEXT,
    "authorizationCodeId" TEXT,
    "resources" TEXT[],
    "requestedUserInfoClaims" TEXT[],
    "refreshId" UUID,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "revoked" TIMESTAMPTZ(6),
    "confirmation" JSONB,
    "scopes" TEXT[],

    CONSTRAINT "oauthAccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthConsent" (
    "id" UUID NOT NULL,
    "clientId" TEXT NOT NULL,
    "userId" UUID,
    "referenceId" TEXT,
    "resources" TEXT[],
    "requestedUserInfoClaims" TEXT[],
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "oauthConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauthClientAssertion" (
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "oauthClientAssertion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "rateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preferences" (
    "user_id" UUID NOT NULL,
    "time_zone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "week_start" SMALLINT NOT NULL DEFAULT 1,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "default_priority" SMALLINT NOT NULL DEFAULT 0,
    "context_size" SMALLINT NOT NULL DEFAULT 50,
    "auto_delete_days" SMALLINT,
    "next_task_number" INTEGER NOT NULL DEFAULT 1,
    "change_sequence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_source" TEXT NOT NULL DEFAULT 'message',
    "pinned_at" TIMESTAMPTZ(6),
    "archived_at" TIMESTAMPTZ(6),
    "deleted_at" TIMESTAMPTZ(6),
    "read_at" TIMESTAMPTZ(6),
    "leaf_id" UUID,
    "next_position" INTEGER NOT NULL DEFAULT 0,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "tasks_created" INTEGER NOT NULL DEFAULT 0,
    "tasks_completed" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "parts" JSONB,
    "skill_used" TEXT,
    "feedback" SMALLINT,
    "feedback_comment" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "turn" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "user_message_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "continues_id" UUID,
    "answer_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "lease_token" UUID NOT NULL,
    "lease_expires_at" TIMESTAMPTZ(6) NOT NULL,
    "stop_requested_at" TIMESTAMPTZ(6),
    "model" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "tokens_in" INTEGER,
    "tokens_out" INTEGER,
    "first_token_ms" INTEGER,
    "error_code" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "turn_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "turn_chunk" (
    "user_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "turn_chunk_pkey" PRIMARY KEY ("user_id","turn_id","seq")
);

-- CreateTable
CREATE TABLE "tool_call" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "turn_id" UUID,
    "call_id" TEXT,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "skill" TEXT,
    "arguments" JSONB NOT NULL,
    "result" JSONB,
    "action_taken" TEXT,
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "tool_call_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "task_change" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID,
    "tool_call_id" UUID,
    "operation" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "version_before" INTEGER NOT NULL,
    "version_after" INTEGER NOT NULL,
    "undone_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_change_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "completed_at" TIMESTAMPTZ(6),
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "due_date" DATE,
    "due_time" TIME(0),
    "time_zone" TEXT,
    "due_at" TIMESTAMPTZ(6),
    "recurrence" TEXT,
    "from_completion" BOOLEAN NOT NULL DEFAULT false,
    "recurrence_start" DATE,
    "exceptions" DATE[],
    "series_id" UUID,
    "duration_minutes" INTEGER,
    "reminder_minutes" INTEGER,
    "reminder_at" TIMESTAMPTZ(6),
    "parent_id" UUID,
    "sort_order" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "tag" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "task_tag" (
    "user_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "task_tag_pkey" PRIMARY KEY ("user_id","task_id","tag_id")
);

-- CreateTable
CREATE TABLE "template" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "tags" TEXT[],
    "checklist" TEXT[],
    "due_offset_days" INTEGER,
    "due_time" TIME(0),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "apikey_configId_idx" ON "apikey"("configId");

-- CreateIndex
CREATE INDEX "apikey_referenceId_idx" ON "apikey"("referenceId");

-- CreateIndex
CREATE INDEX "apikey_key_idx" ON "apikey"("key");

-- CreateIndex
CREATE INDEX "oauthClient_userId_idx" ON "oauthClient"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "oauthClient_clientId_key" ON "oauthClient"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "oauthResource_identifier_key" ON "oauthResource"("identifier");

-- CreateIndex
CREATE INDEX "oauthClientResource_clientId_idx" ON "oauthClientResource"("clientId");

-- CreateIndex
CREATE INDEX "oauthClientResource_resourceId_idx" ON "oauthClientResource"("resourceId");

-- CreateIndex
CREATE UNIQUE INDEX "oauthClientResource_clientId_resourceId_uidx" ON "oauthClientResource"("clientId", "resourceId");

-- CreateIndex
CREATE INDEX "oauthRefreshToken_clientId_idx" ON "oauthRefreshToken"("clientId");

-- CreateIndex
CREATE INDEX "oauthRefreshToken_sessionId_idx" ON "oauthRefreshToken"("sessionId");

-- CreateIndex
CREATE INDEX "oauthRefreshToken_userId_idx" ON "oauthRefreshToken"("userId");

-- CreateIndex
CREATE INDEX "oauthRefreshToken_authorizationCodeId_idx" ON "oauthRefreshToken"("authorizationCodeId");

-- CreateIndex
CREATE UNIQUE INDEX "oauthRefreshToken_token_key" ON "oauthRefreshToken"("token");

-- CreateIndex
CREATE INDEX "oauthAccessToken_clientId_idx" ON "oauthAccessToken"("clientId");

-- CreateIndex
CREATE INDEX "oauthAccessToken_sessionId_idx" ON "oauthAccessToken"("sessionId");

-- CreateIndex
CREATE INDEX "oauthAccessToken_userId_idx" ON "oauthAccessToken"("userId");

-- CreateIndex
CREATE INDEX "oauthAccessToken_authorizationCodeId_idx" ON "oauthAccessToken"("authorizationCodeId");

-- CreateIndex
CREATE INDEX "oauthAccessToken_refreshId_idx" ON "oauthAccessToken"("refreshId");

-- CreateIndex
CREATE UNIQUE INDEX "oauthAccessToken_token_key" ON "oauthAccessToken"("token");

-- CreateIndex
CREATE INDEX "oauthConsent_clientId_idx" ON "oauthConsent"("clientId");

-- CreateIndex
CREATE INDEX "oauthConsent_userId_idx" ON "oauthConsent"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "rateLimit_key_key" ON "rateLimit"("key");

-- CreateIndex
CREATE INDEX "conversation_user_id_leaf_id_idx" ON "conversation"("user_id", "leaf_id");

-- CreateIndex
CREATE INDEX "message_user_id_parent_id_idx" ON "message"("user_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_user_id_conversation_id_position_key" ON "message"("user_id", "conversation_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "turn_user_id_user_message_id_attempt_key" ON "turn"("user_id", "user_message_id", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "turn_user_id_answer_id_key" ON "turn"("user_id", "answer_id");

-- CreateIndex
CREATE INDEX "tool_call_user_id_created_at_idx" ON "tool_call"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "tool_call_user_id_turn_id_call_id_key" ON "tool_call"("user_id", "turn_id", "call_id");

-- CreateIndex
CREATE INDEX "task_change_user_id_created_at_idx" ON "task_change"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "task_change_user_id_tool_call_id_idx" ON "task_change"("user_id", "tool_call_id");

-- CreateIndex
CREATE INDEX "task_change_user_id_task_id_idx" ON "task_change"("user_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_user_id_number_key" ON "task"("user_id", "number");

-- CreateIndex
CREATE INDEX "task_tag_user_id_tag_id_idx" ON "task_tag"("user_id", "tag_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apikey" ADD CONSTRAINT "apikey_referenceId_fkey" FOREIGN KEY ("referenceId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthClient" ADD CONSTRAINT "oauthClient_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthClientResource" ADD CONSTRAINT "oauthClientResource_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "oauthClient"("clientId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthClientResource" ADD CONSTRAINT "oauthClientResource_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "oauthResource"("identifier") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthRefreshToken" ADD CONSTRAINT "oauthRefreshToken_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "oauthClient"("clientId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthRefreshToken" ADD CONSTRAINT "oauthRefreshToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthRefreshToken" ADD CONSTRAINT "oauthRefreshToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthAccessToken" ADD CONSTRAINT "oauthAccessToken_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "oauthClient"("clientId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthAccessToken" ADD CONSTRAINT "oauthAccessToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthAccessToken" ADD CONSTRAINT "oauthAccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthAccessToken" ADD CONSTRAINT "oauthAccessToken_refreshId_fkey" FOREIGN KEY ("refreshId") REFERENCES "oauthRefreshToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthConsent" ADD CONSTRAINT "oauthConsent_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "oauthClient"("clientId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauthConsent" ADD CONSTRAINT "oauthConsent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_user_id_conversation_id_fkey" FOREIGN KEY ("user_id", "conversation_id") REFERENCES "conversation"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_user_id_conversation_id_fkey" FOREIGN KEY ("user_id", "conversation_id") REFERENCES "conversation"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_user_id_user_message_id_fkey" FOREIGN KEY ("user_id", "user_message_id") REFERENCES "message"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_chunk" ADD CONSTRAINT "turn_chunk_user_id_turn_id_fkey" FOREIGN KEY ("user_id", "turn_id") REFERENCES "turn"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_call" ADD CONSTRAINT "tool_call_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "preferences"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_change" ADD CONSTRAINT "task_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "preferences"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_change" ADD CONSTRAINT "task_change_user_id_tool_call_id_fkey" FOREIGN KEY ("user_id", "tool_call_id") REFERENCES "tool_call"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_tag" ADD CONSTRAINT "task_tag_user_id_task_id_fkey" FOREIGN KEY ("user_id", "task_id") REFERENCES "task"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_tag" ADD CONSTRAINT "task_tag_user_id_tag_id_fkey" FOREIGN KEY ("user_id", "tag_id") REFERENCES "tag"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------
-- What the Prisma schema cannot say: checks, partial and expression indexes, composite references
-- that clear one column, and the triggers that keep a conversation's counters.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE "preferences"
  ADD CONSTRAINT "preferences_week_start_check" CHECK ("week_start" BETWEEN 0 AND 6),
  ADD CONSTRAINT "preferences_theme_check" CHECK ("theme" IN ('system', 'light', 'dark')),
  ADD CONSTRAINT "preferences_default_priority_check" CHECK ("default_priority" BETWEEN 0 AND 3),
  ADD CONSTRAINT "preferences_context_size_check" CHECK ("context_size" IN (10, 20, 50)),
  ADD CONSTRAINT "preferences_auto_delete_days_check" CHECK ("auto_delete_days" BETWEEN 1 AND 3650),
  ADD CONSTRAINT "preferences_next_task_number_check" CHECK ("next_task_number" >= 1);

ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_title_check" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "conversation_title_source_check" CHECK ("title_source" IN ('message', 'model', 'user')),
  ADD CONSTRAINT "conversation_counters_check"
    CHECK ("next_position" >= 0 AND "message_count" >= 0 AND "tasks_created" >= 0 AND "tasks_completed" >= 0),
  ADD CONSTRAINT "conversation_updated_at_check" CHECK ("updated_at" >= "created_at");

ALTER TABLE "message"
  ADD CONSTRAINT "message_role_check" CHECK ("role" IN ('user', 'assistant', 'system')),
  ADD CONSTRAINT "message_content_check"
    CHECK ("role" <> 'user' OR (char_length("content") BETWEEN 1 AND 10000 AND "content" ~ '[^[:space:]]')),
  ADD CONSTRAINT "message_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "message_skill_used_check" CHECK ("skill_used" IN
    ('TaskManagementSkill', 'TaskSearchSkill', 'TaskAnalyticsSkill', 'TaskRecommendationSkill')),
  ADD CONSTRAINT "message_feedback_check" CHECK ("feedback" IN (-1, 1)),
  ADD CONSTRAINT "message_feedback_comment_check" CHECK (char_length("feedback_comment") <= 1000),
  ADD CONSTRAINT "message_parent_fkey" FOREIGN KEY ("user_id", "parent_id")
    REFERENCES "message" ("user_id", "id") ON DELETE CASCADE;

-- Deferred, because a message and the conversation that points at it are written by one statement.
ALTER TABLE "conversation"
  ADD CONSTRAINT "conversation_leaf_fkey" FOREIGN KEY ("user_id", "leaf_id")
    REFERENCES "message" ("user_id", "id") ON DELETE SET NULL ("leaf_id") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "turn"
  ADD CONSTRAINT "turn_status_check" CHECK ("status" IN
    ('running', 'awaiting_approval', 'completed', 'stopped', 'interrupted', 'failed')),
  ADD CONSTRAINT "turn_attempt_check" CHECK ("attempt" >= 1),
  ADD CONSTRAINT "turn_ended_at_check" CHECK (("status" = 'running') = ("ended_at" IS NULL)),
  ADD CONSTRAINT "turn_continues_fkey" FOREIGN KEY ("user_id", "continues_id")
    REFERENCES "message" ("user_id", "id") ON DELETE CASCADE;

ALTER TABLE "turn_chunk" ADD CONSTRAINT "turn_chunk_seq_check" CHECK ("seq" >= 0);

ALTER TABLE "tool_call"
  ADD CONSTRAINT "tool_call_source_check" CHECK ("source" IN ('chat', 'mcp', 'page', 'import', 'system')),
  ADD CONSTRAINT "tool_call_state_check" CHECK ("state" IN
    ('requested', 'approved', 'rejected', 'expired', 'skipped', 'ok', 'error')),
  ADD CONSTRAINT "tool_call_skill_check" CHECK ("skill" IN
    ('TaskManagementSkill', 'TaskSearchSkill', 'TaskAnalyticsSkill', 'TaskRecommendationSkill')),
  ADD CONSTRAINT "tool_call_turn_check" CHECK (("turn_id" IS NULL) OR ("call_id" IS NOT NULL)),
  ADD CONSTRAINT "tool_call_turn_fkey" FOREIGN KEY ("user_id", "turn_id")
    REFERENCES "turn" ("user_id", "id") ON DELETE SET NULL ("turn_id");

ALTER TABLE "task"
  ADD CONSTRAINT "task_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "task_title_check" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "task_description_check" CHECK (char_length("description") <= 1000),
  ADD CONSTRAINT "task_status_check" CHECK ("status" IN ('pending', 'completed')),
  ADD CONSTRAINT "task_completed_at_check" CHECK (("status" = 'completed') = ("completed_at" IS NOT NULL)),
  ADD CONSTRAINT "task_priority_check" CHECK ("priority" BETWEEN 0 AND 3),
  ADD CONSTRAINT "task_due_check" CHECK (
    ("due_time" IS NULL OR "due_date" IS NOT NULL)
    AND ("due_date" IS NULL) = ("due_at" IS NULL) AND ("due_date" IS NULL OR "time_zone" IS NOT NULL)),
  ADD CONSTRAINT "task_recurrence_check" CHECK ("recurrence" IS NULL OR "due_date" IS NOT NULL),
  ADD CONSTRAINT "task_duration_check" CHECK ("duration_minutes" BETWEEN 1 AND 10080),
  ADD CONSTRAINT "task_reminder_check" CHECK (
    ("reminder_minutes" IS NULL OR "reminder_at" IS NULL) AND "reminder_minutes" BETWEEN 0 AND 525600),
  ADD CONSTRAINT "task_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "task_parent_check" CHECK ("parent_id" <> "id"),
  ADD CONSTRAINT "task_parent_fkey" FOREIGN KEY ("user_id", "parent_id")
    REFERENCES "task" ("user_id", "id") ON DELETE CASCADE;

ALTER TABLE "task_change"
  ADD CONSTRAINT "task_change_operation_check" CHECK ("operation" IN
    ('create', 'update', 'complete', 'reopen', 'delete', 'restore', 'purge')),
  ADD CONSTRAINT "task_change_version_check" CHECK ("version_before" >= 0 AND "version_after" > "version_before"),
  ADD CONSTRAINT "task_change_task_fkey" FOREIGN KEY ("user_id", "task_id")
    REFERENCES "task" ("user_id", "id") ON DELETE SET NULL ("task_id"),
  ADD CONSTRAINT "task_change_undone_by_fkey" FOREIGN KEY ("user_id", "undone_by")
    REFERENCES "tool_call" ("user_id", "id") ON DELETE SET NULL ("undone_by");

ALTER TABLE "tag"
  ADD CONSTRAINT "tag_name_check" CHECK (char_length("name") BETWEEN 1 AND 50);

ALTER TABLE "template"
  ADD CONSTRAINT "template_name_check" CHECK (char_length("name") BETWEEN 1 AND 200),
  ADD CONSTRAINT "template_title_check" CHECK (char_length("title") BETWEEN 1 AND 200),
  ADD CONSTRAINT "template_description_check" CHECK (char_length("description") <= 1000),
  ADD CONSTRAINT "template_priority_check" CHECK ("priority" BETWEEN 0 AND 3);

CREATE UNIQUE INDEX "tag_name_key" ON "tag" ("user_id", lower("name"));
CREATE UNIQUE INDEX "template_name_key" ON "template" ("user_id", lower("name"));
CREATE UNIQUE INDEX "turn_running_key" ON "turn" ("user_id", "conversation_id") WHERE "status" = 'running';
CREATE INDEX "turn_lease_idx" ON "turn" ("lease_expires_at") WHERE "status" = 'running';
-- Partial indexes that the cascades of optional references need; without them a delete scans the user's rows.
CREATE INDEX "turn_continues_idx" ON "turn" ("user_id", "continues_id") WHERE "continues_id" IS NOT NULL;
CREATE INDEX "task_parent_idx" ON "task" ("user_id", "parent_id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "task_change_undone_by_idx" ON "task_change" ("user_id", "undone_by") WHERE "undone_by" IS NOT NULL;
CREATE INDEX "conversation_list_idx" ON "conversation" ("user_id", "updated_at" DESC, "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "task_due_idx" ON "task" ("user_id", "due_at") WHERE "status" = 'pending' AND "deleted_at" IS NULL;
CREATE INDEX "message_skill_idx" ON "message" ("user_id", "created_at") INCLUDE ("skill_used") WHERE "skill_used" IS NOT NULL;
CREATE INDEX "message_text_idx" ON "message" USING gin ("user_id", to_tsvector('english', "content"));
CREATE INDEX "conversation_title_idx" ON "conversation" USING gin ("user_id", "title" gin_trgm_ops);

-- Preferences hold the counters that every change of a task takes, so each user has them from the start.
CREATE FUNCTION "create_preferences"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "preferences" ("user_id") VALUES (NEW."id") ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER "user_preferences" AFTER INSERT ON "user" FOR EACH ROW EXECUTE FUNCTION "create_preferences"();

-- The one mechanism that numbers messages, counts them, and moves a conversation's leaf and updated_at. The update
-- takes the conversation's row lock, so positions are dense and unique however many processes write.
CREATE FUNCTION "place_message"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "conversation"
  SET "next_position" = "next_position" + 1,
      "message_count" = "message_count" + 1,
      "leaf_id" = NEW."id",
      "updated_at" = greatest("updated_at", NEW."created_at")
  WHERE "user_id" = NEW."user_id" AND "id" = NEW."conversation_id"
  RETURNING "next_position" - 1 INTO NEW."position";
  RETURN NEW;
END $$;
CREATE TRIGGER "message_place" BEFORE INSERT ON "message" FOR EACH ROW EXECUTE FUNCTION "place_message"();

-- Times are read and written as UTC; a setting of the database reaches every session, behind a pooler too.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET timezone TO ''UTC''', current_database());
END $$;
