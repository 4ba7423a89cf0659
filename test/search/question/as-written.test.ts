import { describe, expect, it } from "vitest";
import { asWritten } from "../../../src/search/question/as-written.ts";

const written = asWritten({ title: "Changing caches", body: "It changed the Caching of `useEffect`." });

describe("a term that is shown", () => {
  it.each([
    ["chang", "changing"],
    ["cach", "caches"],
    ["useeffect", "useeffect"],
    ["v2.3.1", "v2.3.1"],
  ])("%s reads %s", (term, word) => {
    expect(written(term)).toBe(word);
  });
});

it("is shown as written in other languages and with accents", () => {
  const german = asWritten({ title: "Wie richte ich die Erweiterungen ein?", body: "Das ist für Zubehör wichtig." });
  expect(german("erweiter")).toBe("erweiterungen");
  expect(german("zubehor")).toBe("zubehör");
});
