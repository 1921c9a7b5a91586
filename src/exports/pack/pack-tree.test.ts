import { expect, it } from "vitest";
import { canonicalText, element, htmlOf } from "./pack-tree.ts";

it("keeps texts and attributes texts, whatever they contain", () => {
  const markup = `<script>alert("1")</script>&amp;'`;
  const html = htmlOf(element("p", { title: markup }, markup, "\r\n\0\ud800"));
  const text = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;'";
  expect(html).toBe(`<p title="${text}">${text}\n\ufffd\ufffd</p>`);
});

it("has one canonical text for what a browser reads as the same", () => {
  const one = element("p", { b: "2", a: "1" }, "x", "", "\ry", element("b"));
  expect(canonicalText(one)).toBe(canonicalText(element("p", { a: "1", b: "2" }, "x\ny", element("b"))));
  expect(canonicalText(one)).not.toBe(canonicalText(element("p", { a: "1", b: "2" }, "x\nz", element("b"))));
});
