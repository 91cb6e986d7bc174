import type { RequestDraft } from "@fairlead/contract";

/** The body of a draft as the object that it is. */
export function bodyOf<Body extends object>({ body }: RequestDraft): Body {
  return body?.value as Body;
}

/** The draft's JSON body with other members; one that is undefined is left out. */
export function withMembers(derived: RequestDraft, members: object): Pick<RequestDraft, "body"> {
  return { body: { mediaType: "application/json", value: { ...bodyOf(derived), ...members } } };
}
