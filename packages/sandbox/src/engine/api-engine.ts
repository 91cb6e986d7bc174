import type { SandboxApi } from "../api.ts";
import { authenticate } from "../behaviors/authenticate.ts";
import { progressDueJobs, progressJob } from "../behaviors/jobs.ts";
import { quotaHeaders } from "../behaviors/quotas.ts";
import { type ReadBody, readBody } from "../body/read-body.ts";
import { filesOf } from "../files/files-of.ts";
import { SandboxLimitError } from "../limits.ts";
import { Routes } from "../routing/routes.ts";
import type { ApiState, Session } from "../session/session.ts";
import type { OperationTable, Tables } from "../tables/tables.ts";
import { readForm, withoutFiles } from "../validation/form.ts";
import { type ParameterValues, readParameters } from "../validation/parameters.ts";
import { SchemaLibrary } from "../validation/schema-library.ts";
import { parameterViolations } from "../validation/validate-request.ts";
import { describeErrors } from "../validation/violations.ts";
import type { Answer } from "./answer.ts";
import { AnswerError } from "./answer-error.ts";
import type { Actor } from "./call.ts";
import { answerViolations } from "./check-answer.ts";
import { corsHeaders, optionsAnswer } from "./cors.ts";
import { declaredAnswer } from "./declared-answer.ts";
import type { EngineOptions } from "./engine.ts";
import { errorAnswer } from "./error-answer.ts";
import { exceededRefusal } from "./exceeded-refusal.ts";
import { Exchange } from "./exchange.ts";
import { type LiveCall, makeCall } from "./live-call.ts";
import { preferredAnswer } from "./prefer.ts";
import { problem } from "./problem.ts";
import { Refusal } from "./refusal.ts";
import { replayed } from "./replay.ts";
import { type ResponseClass, respond } from "./respond.ts";
import { ResponsePlans } from "./response-plans.ts";
import { shownLines } from "./shown-lines.ts";
import { watchChanges } from "./watch-changes.ts";

/** A request on its way through the engine. */
export interface Incoming {
  readonly request: Request;
  readonly url: URL;
  /** Path without the session's prefix, percent-encoded. */
  readonly pathname: string;
  readonly session: Session;
  /** Scheme, host, port and the session's prefix. */
  readonly origin: string;
  readonly ip: string;
  /** What the answer is made as. */
  readonly Made: ResponseClass | undefined;
}

/** Answers the requests of one API. Read `#answer` from top to bottom: that is the way of a request. */
export class ApiEngine {
  readonly name: string;
  readonly tables: Tables;
  readonly #api: SandboxApi;
  readonly #options: EngineOptions;
  readonly #routes: Routes;
  readonly #library: SchemaLibrary;
  readonly #plans: ResponsePlans;

  constructor(name: string, api: SandboxApi, options: EngineOptions) {
    this.name = name;
    this.tables = api.tables;
    this.#api = api;
    this.#options = options;
    this.#routes = new Routes(api.tables.operations, api.tables.anyVersion);
    this.#library = new SchemaLibrary(api.tables);
    this.#plans = new ResponsePlans(api.tables, this.#library);
  }

  /**
   * The response to a request; every outcome is in the journal.
   * @throws {AnswerError} The answer breaks the document, and `answers` is `throw`.
   */
  async handle(incoming: Incoming): Promise<Response> {
    const exchange = new Exchange(this.name, incoming);
    const state = incoming.session.api(this.name);
    try {
      const answer = await this.#answer(incoming, state, exchange);
      return answer instanceof Response ? answer : this.#finish(incoming, exchange, answer);
    } catch (thrown) {
      if (thrown instanceof Refusal)
        return this.#finish(incoming, exchange, errorAnswer(this.tables, exchange.operation, thrown));
      if (thrown instanceof SandboxLimitError) {
        exchange.status = 507;
        return problem(507, "A limit of the sandbox is reached", thrown.message, {
          ...corsHeaders,
          "x-sandbox-error": "limit",
        });
      }
      exchange.violations.push(String(thrown));
      exchange.status = 500;
      throw thrown;
    } finally {
      state.courier.tell(exchange, exchange.call?.actor);
      state.watch?.wait();
      state.journal.record(exchange.entry(incoming.session.clock));
    }
  }

  async #answer(incoming: Incoming, state: ApiState, exchange: Exchange): Promise<Answer | Response> {
    const { request, session } = incoming;
    const { operation, path } = this.#route(incoming, exchange);
    if (operation === undefined) return optionsAnswer(request, exchange.allow);
    const actor = this.#admit(incoming, state, exchange, operation);
    const preferred = preferredAnswer(request.headers.get("prefer"), operation, this.tables);
    if (preferred !== undefined) return preferred;

    const values = readParameters(
      operation.parameters,
      { path, query: incoming.url.searchParams, headers: request.headers },
      this.#library,
    );
    const content = await readBody(request, operation.body, this.#options.limits, this.#options.fileStore);
    const body = this.#validated(operation, values, content, exchange);
    const files = filesOf(state.files, this.#options.fileStore, {
      origin: incoming.origin,
      clock: session.clock,
      random: session.random,
    });
    // What time brings about is nobody's deed, whoever looks; what the operation does is the sender's.
    const store = state.courier.storeOf(exchange);
    const progress = async (work: (timely: LiveCall) => Promise<void>): Promise<void> => {
      await work({ ...call, store: state.courier.storeOf(state.courier.time) });
      state.courier.tell(state.courier.time);
      state.courier.tell(exchange, actor); // a stream goes on after its request has ended
    };
    state.courier.origin = incoming.origin;
    const { clock, random } = session;
    const gone = exchange.reader.signal;
    const changed = watchChanges({
      store,
      clock,
      gone,
      nextJobAt: () => state.jobs.nextAt(),
      progress: () => progress((timely) => progressDueJobs(timely, state.jobs, this.#api)),
    });
    const call: LiveCall = makeCall(
      { operation, ...values, body, actor, store, files, clock, random, origin: incoming.origin, gone, changed },
      this.tables,
    );
    exchange.call = call;

    const answer = await replayed(call, state.replays, this.tables, async () => {
      await progress((timely) => progressJob(timely, state.jobs, this.#api));
      const hook = this.#api.hooks.operations?.[operation.id];
      const next = (): Promise<Answer> => declaredAnswer(call, this.#api, state);
      return hook === undefined ? next() : hook(call as never, next);
    });
    const plan = this.#plans.of(operation, answer.status);
    if (answer.stream !== undefined && plan?.lines !== undefined)
      return { ...answer, stream: shownLines(answer.stream, plan.lines, operation, answer.status) };
    const project = answer.json === undefined ? undefined : plan?.json?.project;
    return project === undefined ? answer : { ...answer, json: project(answer.json) };
  }

  #route(
    { request, pathname }: Incoming,
    exchange: Exchange,
  ): { operation?: OperationTable; path: Readonly<Record<string, string>> } {
    const match = this.#find(request.method, pathname);
    const { unknownPath, unknownMethod } = this.tables.errors;
    if (match === undefined)
      throw new Refusal(404, `No operation has the path ${pathname.slice(0, 200)}`, {
        example: unknownPath?.example,
        ...(unknownPath?.path !== undefined && { members: { [unknownPath.path]: pathname } }),
      });
    if ("operation" in match) {
      exchange.operation = match.operation;
      return match;
    }
    exchange.allow = match.allow;
    if (request.method === "OPTIONS") return { path: {} };
    const allow = match.allow.join(", ");
    throw new Refusal(405, `${request.method} is not declared for this path; it takes ${allow}`, {
      example: unknownMethod?.example,
      headers: { allow },
    });
  }

  #find(method: string, pathname: string): ReturnType<Routes["find"]> {
    try {
      return this.#routes.find(method, pathname);
    } catch (error) {
      if (error instanceof URIError)
        throw new Refusal(400, `The path holds a broken percent-encoding: ${pathname.slice(0, 200)}`);
      throw error;
    }
  }

  /** Who calls; the request counts against its quota whoever that is. */
  #admit(
    { request, url, session, ip }: Incoming,
    state: ApiState,
    exchange: Exchange,
    operation: OperationTable,
  ): Actor {
    let actor: Actor | undefined;
    let refused: unknown;
    try {
      actor = authenticate(
        { headers: request.headers, url, now: session.clock.now(), store: state.store },
        operation,
        this.tables,
        this.#options.tokens[this.name],
      );
    } catch (thrown) {
      refused = thrown;
    }
    const { rateLimit: name } = operation;
    const table = name === undefined ? undefined : this.tables.rateLimits[name];
    if (name !== undefined && table !== undefined) {
      const { quotas } = this.#options;
      const tier = actor?.tier ?? (typeof quotas === "string" ? quotas : undefined);
      const who = {
        ...(actor?.token === undefined ? {} : { token: actor.token }),
        ...(tier === undefined ? {} : { tier }),
        ip,
      };
      const now = session.clock.now();
      const taken =
        quotas === false
          ? state.quotas.peek(operation, table, name, who, now)
          : state.quotas.take(operation, table, name, who, now);
      exchange.quota = { table, taken };
      if (taken.exceeded && quotas !== false) throw exceededRefusal(name, table, taken, now);
      if (actor !== undefined && tier !== undefined) actor = { ...actor, tier };
    }
    if (refused !== undefined) throw refused;
    return actor as Actor;
  }

  /** The body in its declared types. @throws {Refusal} 400, something breaks the document. */
  #validated(operation: OperationTable, values: ParameterValues, content: ReadBody, exchange: Exchange): unknown {
    const violations = parameterViolations(operation, values, this.#library);
    let body: unknown;
    if (content.kind === "none") {
      if (operation.body?.required === true) violations.push("body is missing");
    } else if (content.kind === "bytes") {
      body = content.file;
    } else {
      const declared = operation.body?.content[content.mediaType]?.schema ?? true;
      body = content.kind === "json" ? content.value : readForm(content.fields, declared, this.#library);
      const plain = content.kind === "json" ? body : withoutFiles(body as Record<string, unknown>);
      const validate = this.#library.validator(declared);
      if (!validate(plain)) violations.push(...describeErrors("body", validate.errors));
    }
    if (violations.length === 0) return body;
    exchange.violations.push(...violations);
    throw new Refusal(400, violations.join("; "));
  }

  #finish({ request, session, Made }: Incoming, exchange: Exchange, answer: Answer): Response {
    const { operation, reader } = exchange;
    const ends = { request: request.signal, session: session.ended, leave: (reason: unknown) => reader.abort(reason) };
    const headers = this.#headers(exchange, answer);
    const plan = this.#plans.of(operation, answer.status);
    const wrong = operation === undefined ? [] : answerViolations(answer, plan, headers, this.#library);
    exchange.status = answer.status;
    exchange.answer = answer;
    if (wrong.length > 0 && operation !== undefined) {
      const error = new AnswerError(operation.id, answer.status, wrong);
      if (this.#options.answers === "throw") throw error;
      exchange.violations.push(...wrong);
      exchange.status = 500;
      const instead = errorAnswer(this.tables, operation, new Refusal(500, error.message));
      return respond(
        request,
        instead,
        { ...this.#headers(exchange, instead), "x-sandbox-violations": exchange.id },
        ends,
        Made,
      );
    }
    if (exchange.violations.length > 0) headers["x-sandbox-violations"] = exchange.id;
    return respond(request, answer, headers, ends, Made);
  }

  /** All headers of an answer, names in lower case. */
  #headers({ operation, quota }: Exchange, { status, headers = {}, json, stream }: Answer): Record<string, string> {
    const all: Record<string, string> = { ...corsHeaders };
    if (quota !== undefined) addLowerCase(all, quotaHeaders(quota.table, quota.taken));
    addLowerCase(all, headers);
    if (json !== undefined)
      all["content-type"] ??= this.#plans.of(operation, status)?.json?.mediaType ?? "application/json";
    if (stream !== undefined)
      all["content-type"] ??= this.#plans.of(operation, status)?.lines?.mediaType ?? "application/x-ndjson";
    return all;
  }
}

function addLowerCase(all: Record<string, string>, headers: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(headers)) all[name.toLowerCase()] = headers[name] ?? "";
}
