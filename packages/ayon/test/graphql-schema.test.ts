import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isListType,
  parse,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schemaText } from "../src/graphql/generated/schema-text.ts";
import type { GraphqlGroup } from "../src/graphql/graphql-group.ts";
import { answered } from "./graphql-answers.ts";

const schema = buildSchema(schemaText);
const lists = ["folders", "tasks", "products", "versions", "representations", "workfiles", "users", "events"] as const;

/** The arguments of a list, each with a value of its type. */
function argumentsOf(list: (typeof lists)[number]): Record<string, unknown> {
  const owner = list === "users" || list === "events" ? "Query" : "ProjectNode";
  const { args } = (schema.getType(owner) as GraphQLObjectType).getFields()[list] ?? expect.unreachable();
  return Object.fromEntries(
    args.map(({ name, type }) => {
      const named = getNamedType(type);
      const scalars: Record<string, unknown> = { Int: 5, Boolean: true, HasLinksFilter: "IN" };
      const value = isInputObjectType(named) ? { name: "fps", values: ["25.0"] } : (scalars[named.name] ?? "a");
      return [name, isListType(type) ? [value] : value];
    }),
  );
}

async function queryOf(list: (typeof lists)[number], input: object): Promise<string> {
  const { graphql, sent } = answered([{ json: {} }]);
  await (graphql[list] as GraphqlGroup["users"]).safe(input);
  return sent()[0]?.query ?? expect.unreachable();
}

describe("the queries of the lists", () => {
  it.each(lists)("fit the schema with all their arguments: %s", async (list) => {
    const { last: _last, before: _before, ...forward } = argumentsOf(list);
    const { first: _first, ...backward } = argumentsOf(list);
    const project = list === "users" || list === "events" ? {} : { project_name: "harbour_short" };
    for (const input of [forward, backward]) {
      const query = await queryOf(list, { ...project, ...input });
      expect(validate(schema, parse(query))).toEqual([]);
      for (const argument of Object.keys(input)) expect(query).toContain(` ${argument}: $${argument}`);
    }
  });

  it("would not fit with an argument or a field that the schema does not have", async () => {
    const query = await queryOf("users", { isRobot: true, fields: ["name", "shoeSize"] });
    expect(validate(schema, parse(query)).map(({ message }) => message)).toHaveLength(2);
  });
});

describe("the generated files", () => {
  const script = new URL("../scripts/graphql.mjs", import.meta.url).pathname;

  it("are those of the schema as it stands", () => {
    expect(execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" })).toBe("");
    const source = new URL("../../../spec/ayon/graphql/schema.graphql", import.meta.url);
    expect(schemaText).toBe(readFileSync(source, "utf8"));
  });
});
