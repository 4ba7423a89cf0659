import { describe, expect, it } from "vitest";
import { measures } from "../../src/measures/index.ts";
import { definitionOf, plainDefinitionOf } from "../../src/report/definition-of.ts";

describe("a definition in a report", () => {
  it("leads to no page that is only in the docs, and says the same words", () => {
    expect(definitionOf("requests-by-state")).toContain("(what the states mean)");
    for (const { name } of measures) expect(definitionOf(name)).not.toMatch(/\]\((?!https?:)/u);
  });

  it("has no marks where it is plain", () => {
    expect(plainDefinitionOf("ended-at-wiki")).toContain("ended at office hours if a session");
    expect(plainDefinitionOf("time-to-first-response")).toContain("; /needs-info and the decision");
  });

  it("is empty for what is no measure", () => {
    expect(definitionOf("constructor")).toBe("");
  });
});
