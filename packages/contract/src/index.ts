export { type ContractCase, contractCases } from "./contract-cases.ts";
export { type BundledDocument, operationsOf, readDocument } from "./document.ts";
export { type ExpectedRequest, expectedJson } from "./expected-request.ts";
export { plantedBugs, tryBug } from "./laws/bugs/planted-bugs.ts";
export type { ClientRows } from "./laws/client/client-subject.ts";
export { describeLaws, type Laws } from "./laws/describe-laws.ts";
export { describePlantedBugs, type PlantedBugsOptions } from "./laws/describe-planted-bugs.ts";
export type { Finding, Law, LawReport } from "./laws/law.ts";
export { createLawContext, type LawContext, type LawContextOptions } from "./laws/law-context.ts";
export type { LawsReport } from "./laws/report.ts";
export type { Exchange } from "./laws/requests/exchange.ts";
export { LawClient } from "./laws/requests/law-client.ts";
export type { RequestDraft } from "./laws/requests/request-draft.ts";
export type { RequestMaker, RequestMakers } from "./laws/requests/request-maker.ts";
export type { LawWorld, OpenWorld, WorldCredential, WorldEntity, WorldTold } from "./laws/world.ts";
export { type MeasuredBundle, measureBundle } from "./measure-bundle.ts";
export type { BoundFacts, OperationFacts, StandaloneFacts } from "./operation-facts.ts";
export {
  type Compiler,
  installedPackages,
  instantiations,
  type PackedConsumer,
  packedConsumer,
  typeErrors,
} from "./packed-consumer.ts";
export { describePrismContract, type PrismContract } from "./prism-contract.ts";
export { type RecordedRequest, type RecordingServer, recordRequests } from "./recording-server.ts";
export { describeRowMutants, type RowMutantsOptions } from "./row-mutants/describe-row-mutants.ts";
export { readClientRows } from "./row-mutants/read-client-rows.ts";
export type { RowMutantsReport } from "./row-mutants/row-mutants-report.ts";
export { type TypeMutant, typeMutants } from "./type-mutants.ts";
