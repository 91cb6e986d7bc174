export { createVercelCore, type VercelOptions } from "../core.ts";
export type { Client } from "../deploy/client-core.ts";
export { deploy } from "../deploy/deploy.ts";
export type { DeployFile, DeployFiles, FileDigest, GivenFile, LazyFile } from "../deploy/deploy-file.ts";
export type { DeployOptions, DeployResult } from "../deploy/deploy-options.ts";
export type { DeployPhase, DeployProgress, FileCount } from "../deploy/deploy-progress.ts";
export { FileChangedError, isFileChangedError } from "../deploy/file-changed-error.ts";
export {
  type DomainLook,
  type WaitForDomainOptions,
  waitForDomainVerified,
} from "../deploy/wait-for-domain-verified.ts";
export { type WaitUntilReadyOptions, waitUntilReady } from "../deploy/wait-until-ready.ts";
export { type EnvCalls, type EnvVar, envCalls } from "../env-file/env-calls.ts";
export {
  EnvFileError,
  type EnvFileErrorFacts,
  type EnvFileErrorKind,
  isEnvFileError,
} from "../env-file/env-file-error.ts";
export type { EnvPlaceInput, EnvProject, EnvTarget } from "../env-file/env-place.ts";
export {
  EnvUpsertError,
  type EnvUpsertErrorFacts,
  isEnvUpsertError,
  type RefusedEnvVar,
} from "../env-file/env-upsert-error.ts";
export { type EnvFileContent, type FormattedEnvFile, formatEnvFile } from "../env-file/format-env-file.ts";
export { type EnvFileEntry, parseEnvFile } from "../env-file/parse-env-file.ts";
export { type PullEnvInput, type PulledEnv, pullEnv } from "../env-file/pull-env.ts";
export type { EnvVarType } from "../env-file/push/plan-push.ts";
export { type PushEnvInput, type PushEnvOptions, type PushedEnv, pushEnv } from "../env-file/push/push-env.ts";
export { type NewEnvVar, type UpsertEnvInput, upsertEnv } from "../env-file/upsert-env.ts";
export { type FollowEventsInput, followEvents } from "../streams/follow-events.ts";
export { followLogs } from "../streams/follow-logs.ts";
export { isWebhookEvent } from "../webhook/is-webhook-event.ts";
export type { RawBody, WebhookRequest } from "../webhook/raw-body.ts";
export {
  type RawWebhook,
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookSecret,
} from "../webhook/verify-webhook.ts";
export type { KnownWebhookEvent, OtherWebhookEvent, WebhookEvent } from "../webhook/webhook-event.ts";
export {
  isWebhookSignatureError,
  WebhookSignatureError,
  type WebhookSignatureErrorKind,
} from "../webhook/webhook-signature-error.ts";
