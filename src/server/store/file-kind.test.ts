import { expect, test } from "vitest";
import { textKind } from "./file-kind.ts";

test.each([
  ["json-array", '[\n  {"id": "1"}\n]', ".json"],
  ["json-array", ' [{"id":"1"},\n{"id":"2"}]', ".txt"],
  ["json-array", "[]", ""],
  ["json-lines", '{"id":"1"}\n{"id":"2"}', ".json"],
  ["json-lines", '{"id":"1"}', ".json"],
  ["json-lines", '{"id":\n{"id":"2"}', ".json"],
  ["json-lines", '[1]\n{"id":"2"}', ".json"],
  ["json-lines", "nonsense", ".jsonl"],
  ["json-document", '{"Value":[{"id":"1"}],"@nextLink":null}', ".json"],
  ["json-document", '{"@odata.count":1,"value":[{"id":"1"},', ".json"],
  ["json-document", '{\n  "Value": [', ".json"],
  ["csv", "id,status\n1,Won", ".json"],
  ["csv", "<html>", ".html"],
] as const)("%s: %j in a file %s", (kind, text, extension) => {
  expect(textKind(text, extension)).toBe(kind);
});
