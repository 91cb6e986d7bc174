import {
  AuthError,
  asJson,
  type Core,
  FairleadError,
  isApiError,
  isDecodeError,
  jsonBody,
  type OperationFunction,
  operation,
} from "@fairlead/runtime";

// Not the generated operation, which is sent again after a 503: three attempts of each login use up ten a minute soon.
// `request` would bring the writers of all bodies with it.
const send = operation<OperationFunction>({
  id: "login",
  method: "POST",
  path: "/api/auth/login",
  body: { write: jsonBody },
  parse: asJson,
});

/**
 * Logs in and gives the token of the new session.
 * @throws {AuthError} There is no token; `retryable` where another try may get one. The text is ours alone: an answer may
 * quote the password, and one that is cut off has half a token in it.
 */
export async function logIn(core: Core, user: { name: string; password: string }): Promise<string> {
  let answer: unknown;
  try {
    answer = await send(core, { body: user });
  } catch (error) {
    throw new AuthError(undefined, reasonOf(error), { retryable: !isApiError(error) || error.status >= 500 });
  }
  const { token } = Object(answer) as { token?: unknown };
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new AuthError(undefined, "login was answered without a token; check baseUrl");
}

function reasonOf(error: unknown): string {
  if (isApiError(error)) {
    const { status } = error;
    // A wrong password is a 403 here.
    if (status === 401 || status === 403) return `login refused with ${status}; check name and password`;
    if (status === 503) return "login refused with 503, as after too many in a minute; wait";
    return `login failed with ${status}${status < 500 ? "; check baseUrl" : ""}`;
  }
  if (isDecodeError(error)) return "login was answered with no JSON; check baseUrl";
  return error instanceof FairleadError ? error.message : `login threw ${(error as Error)?.name}`;
}
