import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundParts } from "../../../src/search/words/compound-parts.ts";
import type { Language } from "../../../src/search/words/function-words.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

/** How many items have a term, where each of these words is in so many of them. */
function project(language: Language, words: Readonly<Record<string, number>>): (term: string) => number {
  const counts = new Map<string, number>();
  for (const [word, count] of Object.entries(words)) {
    for (const term of tokenize(word, language)) counts.set(term, Math.max(count, counts.get(term) ?? 0));
  }
  return (term) => counts.get(term) ?? 0;
}

/** Words as their stems, as the terms of a text in the language are. */
function stems(language: Language, ...words: string[]): string[] {
  return words.map((word) => tokenize(word, language)[0] ?? "");
}

const compounds: [language: Language, compound: string, parts: string[]][] = [
  ["de", "datenbankverbindung", ["datenbank", "verbindung"]],
  ["de", "sicherungskopie", ["sicherung", "kopie"]],
  ["de", "benutzergruppe", ["benutzer", "gruppe"]],
  ["de", "seitenlayout", ["seite", "layout"]],
  ["de", "hauptnavigationsleiste", ["haupt", "navigation", "leiste"]],
  ["nl", "databaseverbinding", ["database", "verbinding"]],
  ["nl", "gebruikersgroep", ["gebruiker", "groep"]],
  ["sv", "databasanslutning", ["databas", "anslutning"]],
  ["sv", "säkerhetskopia", ["säkerhet", "kopia"]],
  ["da", "databaseforbindelse", ["database", "forbindelse"]],
  ["no", "brukergruppe", ["bruker", "gruppe"]],
];

describe("the parts of a compound", () => {
  it.each(compounds)("of the project's own words, in %s: %s", (language, compound, parts) => {
    const countOf = project(language, Object.fromEntries(parts.map((part) => [part, 9])));
    const found = tokenize(compound, language).flatMap((term) => compoundParts(term, language, countOf));
    for (const stem of stems(language, ...parts)) expect(found).toContain(stem);
  });

  it.each([
    ["of which the project lacks one", "datenbankverbindung", { datenbank: 9 }],
    ["that are in fewer items than the word itself", "handbuch", { hand: 1, buch: 2, handbuch: 20 }],
    ["that are prefixes", "übersicht", { über: 50, sicht: 50 }],
    ["shorter than words are", "einstellung", { ein: 50, stellung: 50 }],
    ["of a word too short", "freitag", { frei: 50, tag: 50 }],
  ])("none %s: %s", (_, word, words) => {
    const countOf = project("de", words);
    expect(tokenize(word, "de").flatMap((term) => compoundParts(term, "de", countOf))).toEqual([]);
  });

  it("takes the parts that are in most items", () => {
    const countOf = project("de", { staub: 1, ecken: 1, staubecken: 1, becken: 40, stau: 40 });
    expect(compoundParts("staubecken", "de", countOf)).toEqual(stems("de", "stau", "becken"));
  });

  it("are in the word, in order, whatever the word and the project", () => {
    const words = fc.stringMatching(/^[abn]{1,45}$/u);
    fc.assert(
      fc.property(
        words,
        fc.dictionary(fc.stringMatching(/^[abn]{3,6}$/u), fc.integer({ min: 1, max: 99 })),
        (word, known) => {
          const parts = compoundParts(word, "de", project("de", known));
          let at = 0;
          for (const part of parts) {
            const place = word.indexOf(part.slice(0, 3), at);
            expect(place).toBeGreaterThanOrEqual(at);
            at = place + 3;
          }
        },
      ),
    );
  });
});
