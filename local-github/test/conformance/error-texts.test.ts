import { describe, expect, it } from "vitest";
import { restErrorTexts } from "../../src/rest/error-texts.ts";
import type { ErrorText } from "../../src/world/errors.ts";
import { errorTexts, refusal, type ErrorName } from "../../src/world/error-texts.ts";

const all: readonly (readonly [string, ErrorText])[] = [
  ...Object.entries(errorTexts),
  ...Object.entries(restErrorTexts),
];
const unverified = all.filter(([, { source }]) => source === "unverified");

describe("what GitHub says when it refuses", () => {
  it.each(all)("%s says where its wording was seen, or that nobody saw it", (_name, { source, type }) => {
    // Only what this GitHub lacks is told in words of our own.
    const allowed = type === "NOT_EMULATED" ? /^ours$/u : /^unverified$|^https:\/\/(?:docs\.)?github\.com\/\S+$/u;
    expect(source).toMatch(allowed);
  });

  it("is listed where it is not verified, for whoever can look", () => {
    const lines = unverified.map(
      ([name, { restStatus, text }]) => `  ${name} (${restStatus}): ${JSON.stringify(text)}`,
    );
    process.stdout.write(`Unverified error texts, ${unverified.length} of ${all.length}:\n${lines.join("\n")}\n`);
    expect(lines.length).toBeLessThan(all.length);
  });
});

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
