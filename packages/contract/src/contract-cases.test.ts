import { describe, expect, it } from "vitest";
import { contractCases } from "./contract-cases.ts";
import type { BundledDocument } from "./document.ts";

const document: BundledDocument = {
  paths: {
    "/tickets/{id}": {
      get: {
        operationId: "getTicket",
        responses: {
          "200": {
            content: {
              "application/json": {
                examples: {
                  ticketSold: { value: { sold: true } },
                  ticketFree: { $ref: "#/components/examples/ticketFree" },
                },
              },
            },
          },
          "404": { $ref: "#/components/responses/NotFound" },
          default: { $ref: "#/components/responses/NotFound" },
        },
      },
      delete: { operationId: "deleteTicket", responses: { "204": {} } },
    },
  },
  components: {
    examples: { ticketFree: { value: { sold: false } } },
    responses: { NotFound: { content: { "application/json": { examples: { gone: { value: { error: "gone" } } } } } } },
  },
};

describe("contract cases", () => {
  it("are each operation's statuses and named examples, with references followed", () => {
    expect(contractCases(document)).toEqual([
      {
        operationId: "getTicket",
        status: 200,
        example: "ticketSold",
        mediaType: "application/json",
        value: { sold: true },
      },
      {
        operationId: "getTicket",
        status: 200,
        example: "ticketFree",
        mediaType: "application/json",
        value: { sold: false },
      },
      {
        operationId: "getTicket",
        status: 404,
        example: "gone",
        mediaType: "application/json",
        value: { error: "gone" },
      },
      {
        operationId: "getTicket",
        status: 500,
        example: "gone",
        mediaType: "application/json",
        value: { error: "gone" },
      },
      { operationId: "deleteTicket", status: 204 },
    ]);
  });
  it("ask for a default answer by a status that has no description of its own", () => {
    const responses = { "500": {}, "501": {}, default: {} };
    const paths = { "/a": { get: { operationId: "getA", responses } } };
    expect(contractCases({ paths }).map(({ status }) => status)).toEqual([500, 501, 502]);
  });
  it("have no redirects, which lead nowhere in a static mock", () => {
    const paths = { "/a": { get: { operationId: "getA", responses: { "200": {}, "302": {}, "404": {} } } } };
    expect(contractCases({ paths }).map(({ status }) => status)).toEqual([200, 404]);
  });
  it("refuse a body without an example", () => {
    const paths = {
      "/a": { get: { operationId: "getA", responses: { "200": { content: { "application/json": {} } } } } },
    };
    expect(() => contractCases({ paths })).toThrow("getA 200: the body has no example.");
  });
  it("refuse a reference that leads nowhere", () => {
    const paths = {
      "/a": { get: { operationId: "getA", responses: { "404": { $ref: "#/components/responses/None" } } } },
    };
    expect(() => contractCases({ paths, components: { responses: {} } })).toThrow("None is not in the document");
  });
});
