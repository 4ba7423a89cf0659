import { describe, expect, it } from "vitest";
import { toBody, toCategoryForm, type CategoryForm } from "../../src/pages/category-form.ts";

function mustRead(yaml: string): CategoryForm {
  const form = toCategoryForm(yaml);
  if (form === undefined) throw new Error(`no form: ${yaml}`);
  return form;
}

describe("a body made of a form", () => {
  it.each([
    ["input", "{ label: OS }", ["Debian"], "### OS\n\nDebian"],
    ["input", "{ label: OS }", [], "### OS\n\n_No response_"],
    ["textarea", "{ label: Log, render: shell }", ["$ ls", "a"], "### Log\n\n```shell\n$ ls\na\n```"],
    ["textarea", "{ label: Log, render: shell }", [""], "### Log\n\n_No response_"],
    ["dropdown", "{ label: V, options: [a, b] }", ["b"], "### V\n\nb"],
    ["dropdown", "{ label: V, options: [a, b], multiple: true }", ["a", "b"], "### V\n\na, b"],
    ["dropdown", "{ label: V, options: [a, b] }", ["c"], "### V\n\nNone"],
    ["checkboxes", "{ label: C, options: [{ label: a }, { label: b }] }", ["1"], "### C\n\n- [ ] a\n- [x] b"],
  ])("%s %s filled with %j", (type, attributes, given, body) => {
    const form = mustRead(`body: [{ type: ${type}, attributes: ${attributes} }]`);
    expect(toBody(form, new Map([[0, given]]))).toBe(body);
  });

  it("leaves notes out", () => {
    const form = mustRead(
      "body: [{ type: markdown, attributes: { value: Hi } }, { type: input, attributes: { label: A } }]",
    );
    expect(toBody(form, new Map([[1, ["x"]]]))).toBe("### A\n\nx");
  });
});

describe("what is no form", () => {
  it.each([["a: [b"], ["just text"], ["body: []"], ["body: [{ type: slider }]"], [""]])("%j", (yaml) => {
    expect(toCategoryForm(yaml)).toBeUndefined();
  });
});

it("takes labels as a list or as text", () => {
  const body = "body: [{ type: input, attributes: { label: A } }]";
  expect(mustRead(`labels: [a, b]\n${body}`).labels).toEqual(["a", "b"]);
  expect(mustRead(`labels: a, b\n${body}`).labels).toEqual(["a", "b"]);
});
