import type { Answer, Call, Hook, OperationShape, Random, Store } from "@fairlead/sandbox";
import { type Asking, demandMember } from "../caller.ts";
import { accessProject } from "../project-access.ts";
import { createEntity } from "./create-entity.ts";
import { deleteEntity } from "./delete-entity.ts";
import { EntityError } from "./entity-error.ts";
import { viewEntity } from "./entity-view.ts";
import { type EntityWork, needEntity } from "./find-entity.ts";
import type { EntityType, Members } from "./types.ts";
import { updateEntity } from "./update-entity.ts";

/** The shape of an operation in a project. */
export type InProject = { readonly parameters: { readonly path: { readonly project_name: string } } };
/** The shape of an operation that makes an entity. */
export type Creation = InProject & {
  readonly requestBody: { readonly content: { readonly "application/json": Members } };
};
/** The shape of an operation on one entity. */
export type OfOne = {
  readonly parameters: {
    readonly path: { readonly [parameter: string]: string; readonly project_name: string };
    readonly query?: { readonly force?: boolean };
  };
};
/** The shape of an operation that changes an entity. */
export type Change = OfOne & { readonly requestBody: { readonly content: { readonly "application/json": Members } } };

/** Makes an entity of one kind. */
export function creates(type: EntityType): Hook<Creation> {
  return answering((work, { body, reply }) => reply({ id: createEntity(work, type, body).id }));
}

/** Gives an entity of one kind. */
export function gives(type: EntityType): Hook<OfOne> {
  return answering((work, { path, reply }) => reply(viewEntity(work, type, needEntity(work, type, idIn(path, type)))));
}

/** Changes an entity of one kind. */
export function changes(type: EntityType): Hook<Change> {
  return answering((work, { path, body }) => {
    updateEntity(work, type, idIn(path, type), body);
    return { status: 204 };
  });
}

/** Removes an entity of one kind. */
export function removes(type: EntityType): Hook<OfOne> {
  return answering((work, { path, query }) => {
    deleteEntity(work, type, idIn(path, type), { force: query?.force === true });
    return { status: 204 };
  });
}

/** An operation on the entities of a project, for its members who are no guests; an {@link EntityError} is its answer. */
export function answering<Shape extends OperationShape & InProject>(
  answer: (work: EntityWork, call: Call<Shape>) => Answer,
): Hook<Shape> {
  return async (call) => {
    const { project_name } = call.path as { readonly project_name: string };
    const work = await workOf(call, project_name);
    try {
      return answer(work, call);
    } catch (error) {
      throw error instanceof EntityError ? call.refuse(error.answerStatus, error.message) : error;
    }
  };
}

/**
 * The project of a call, and who works in it.
 * @throws {Refusal} 401 and 404 as `accessProject`; 403, the caller has no access to it or is a guest.
 */
export async function workOf(
  call: Asking & { readonly store: Store; readonly random: Random },
  projectName: string,
): Promise<EntityWork> {
  const { caller: user, project } = await accessProject(call, projectName);
  await demandMember(call);
  return { store: call.store, random: call.random, project, user };
}

function idIn(path: unknown, type: EntityType): string {
  return String((path as Members)[`${type}_id`]);
}
