import { describe, expect, it } from "vitest";
import { rank } from "../../../src/search/ranking/rank.ts";
import { viewOf } from "../view-of.ts";
import { others, section } from "./small-world.ts";

/** What is found first for a title, in a project with these sections and others. */
function first(title: string, sections: readonly [title: string, body: string][]): string | undefined {
  const items = sections.map(([heading, body], at) => section(`page-${at}`, "", heading, body));
  return rank(viewOf([...items, ...others]), { title, body: "" }, { limit: 1 }).results[0]?.entry.title;
}

const german: [string, string][] = [
  [
    "Verbindung zur Datenbank",
    "Die Verbindung zur Datenbank wird in der Datei eingerichtet, die beim Start gelesen wird.",
  ],
  ["Sicherungskopien", "Wie man eine Sicherungskopie anlegt und wieder einspielt, steht hier."],
  ["Farben", "Die Farben der Anzeige werden in der Verwaltung gewählt und sind für alle gleich."],
];

describe("compounds", () => {
  it.each([
    ["Datenbankverbindung schlägt fehl, was kann ich tun?", "Verbindung zur Datenbank"],
    ["Wo finde ich eine Kopie der letzten Sicherung?", "Sicherungskopien"],
    ["Wie wird die Kopie einer Sicherung gelesen?", "Sicherungskopien"],
  ])("are found by their parts, and parts by their compounds: %s", (title, found) => {
    expect(first(title, german)).toBe(found);
  });

  it("are cut in Dutch and in Swedish", () => {
    const dutch: [string, string][] = [["Verbinding met de database", "Zo maak je een verbinding met de database."]];
    expect(first("Waarom werkt mijn databaseverbinding niet?", dutch)).toBe("Verbinding met de database");
    const swedish: [string, string][] = [
      ["Anslutning till databasen", "Så här skapar man en anslutning till en databas."],
    ];
    expect(first("Varför fungerar inte min databasanslutning?", swedish)).toBe("Anslutning till databasen");
  });

  it("say that they matched", () => {
    const items = german.map(([heading, body], at) => section(`page-${at}`, "", heading, body));
    const [found] = rank(
      viewOf(items),
      { title: "Was ist mit der Datenbankverbindung?", body: "" },
      { limit: 1 },
    ).results;
    expect(found?.terms.map(({ query }) => query.term)).toContain("datenbank");
  });

  it("stay whole in a question in English", () => {
    const english: [string, string][] = [["Hand and book", "About a hand and a book, and the book in the hand."]];
    expect(first("Where is the handbook of this?", english)).toBeUndefined();
  });
});
