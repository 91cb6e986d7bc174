import type { SecretCase } from "./secrets-cases.ts";

/** A leak that is known and not mended yet. An entry that leaks no more fails the test, so that the list only shrinks. */
export interface KnownLeak {
  readonly name: string;
  covers(given: SecretCase): boolean;
}

const isQuery = ({ place }: SecretCase) => !place.isCredential;
const called =
  (...names: string[]) =>
  ({ scenario }: SecretCase) =>
    names.includes(scenario.name);

/** What leaks today. */
export const knownLeaks: readonly KnownLeak[] = [
  {
    name: "the request id of an answer is shown as it came, with a credential in it too",
    covers: called("5xx with a header that the client shows"),
  },
  {
    name: "the content type of a DecodeError is shown as it came, with a credential in it too",
    covers: called("an odd content type"),
  },
  {
    name: "the sentence of an error's body goes into the message with the query of an address in it",
    covers: (given) => isQuery(given) && (/^\d/.test(given.scenario.name) || called("polls that fail")(given)),
  },
  {
    name: "the cause of a ConnectionError is kept with the query of an address in it",
    covers: (given) => isQuery(given) && /^(fetch throws|a deep cause)/.test(given.scenario.name),
  },
  {
    name: "the value of a sensitive parameter is not blanked where a body begins or a job says why it failed",
    covers: (given) =>
      given.place.name.endsWith("alone") && called("a page in JSON's place", "broken JSON", "a job that fails")(given),
  },
  {
    name: "`request` shows the whole address of another host as its template",
    covers: called("an address of another host"),
  },
  { name: "`request` shows a refused query as a part of its template", covers: called("a path with a query") },
  {
    name: "a token with a quotation mark is not blanked in a body where it is JSON in JSON",
    covers: (given) => !isQuery(given) && called("5xx with JSON in JSON")(given),
  },
  { name: "the state of a job is shown as it came", covers: called("a state that nobody knows") },
];
