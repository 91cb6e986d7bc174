export { assertNoSecrets, type SecretWatch, type WatchedLog, type WatchedOutcome } from "./assert-no-secrets.ts";
export { type FakeClock, fakeClock } from "./fake-clock.ts";
export type { ConnectionFailure, MockAnswer, ScriptedAnswer, ScriptedResult } from "./mock-answer.ts";
export { type MockRequest, type MockTransport, mockTransport } from "./mock-transport.ts";
