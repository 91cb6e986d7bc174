import { expect, test } from "vitest";
import { explainListenError, portVariable, readPort } from "./ports.ts";

test("a folder's variable is its name in capitals, dashes as underscores", () => {
  expect(portVariable("museum")).toBe("PORT_MUSEUM");
  expect(portVariable("pet-clinic")).toBe("PORT_PET_CLINIC");
});

test("the variable wins over the default", () => {
  expect(readPort({}, "PORT_DOCS", 4000)).toBe(4000);
  expect(readPort({ PORT_DOCS: "0" }, "PORT_DOCS", 4000)).toBe(0);
  expect(readPort({ PORT_DOCS: "65535" }, "PORT_DOCS", 4000)).toBe(65_535);
});

test.for(["", " ", "-1", "65536", "4000.5", "4e3", "0x10", "http"])("%j is no port", (text) => {
  expect(() => readPort({ PORT_DOCS: text }, "PORT_DOCS", 4000)).toThrow(`PORT_DOCS is ${JSON.stringify(text)}`);
});

test("a failure that is none of the port stays unexplained", () => {
  expect(explainListenError(new Error("boom"), 4000, "127.0.0.1", "PORT_DOCS")).toBeUndefined();
  expect(explainListenError(Object.assign(new Error(), { code: "EMFILE" }), 1, "::", "PORT_DOCS")).toBeUndefined();
});

test("a port below 1024 that is not allowed names the variable", () => {
  const error = Object.assign(new Error("listen EACCES"), { code: "EACCES" });
  expect(explainListenError(error, 80, "127.0.0.1", "PORT_DOCS")?.message).toContain("Port 80 is not allowed");
});
