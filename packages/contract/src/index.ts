export { type ContractCase, contractCases } from "./contract-cases.ts";
export { type BundledDocument, operationsOf, readDocument } from "./document.ts";
export { type MeasuredBundle, measureBundle } from "./measure-bundle.ts";
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
export { type TypeMutant, typeMutants } from "./type-mutants.ts";
