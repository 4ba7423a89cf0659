import { describe, expect, it } from "vitest";
import { errorTexts, refusal } from "../../src/world/error-texts.ts";
import type { ErrorName } from "../../src/world/error-texts.ts";

const names = Object.entries(errorTexts);

describe("what the world says when it refuses", () => {
  it.each(names)("%s cites where its wording was seen, or says that it is unverified", (_name, { source }) => {
    expect(source).toMatch(/^(https:\/\/(github\.com|docs\.github\.com)\/\S+|unverified|ours)$/u);
  });

  it("leaves no placeholder unfilled where all values are given", () => {
    for (const [name, { text }] of names) {
      const values = Object.fromEntries([...text.matchAll(/\{(\w+)\}/gu)].map(([, key = ""]) => [key, "value"]));
      const { message } = refusal(name as ErrorName, values);
      expect(message).not.toMatch(/[{}]/u);
    }
  });
});
