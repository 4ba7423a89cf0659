import { describe, expect, it } from "vitest";
import { isOursBy } from "../../src/github/own-account.ts";

const own = { slug: "Frontdesk", id: 278 };
const bot = (login: string, databaseId: number | null = null) => ({ __typename: "Bot", login, databaseId });

describe("isOursBy", () => {
  it.each([
    ["GitHub says so", true, { viewerDidAuthor: true, author: null }, true],
    ["our bot, by its name", true, { viewerDidAuthor: false, author: bot("frontdesk") }, true],
    ["our bot, by its name with [bot]", true, { viewerDidAuthor: false, author: bot("frontdesk[bot]") }, true],
    ["our bot under an earlier name, by its number", true, { viewerDidAuthor: false, author: bot("desk", 278) }, true],
    ["another bot", true, { viewerDidAuthor: false, author: bot("renovate", 29) }, false],
    [
      "a person with the app's name",
      true,
      { viewerDidAuthor: false, author: { ...bot("frontdesk"), __typename: "User" } },
      false,
    ],
    ["an account that is gone", true, { viewerDidAuthor: false, author: null }, false],
    ["a bot, where we do not know who we are", false, { viewerDidAuthor: false, author: bot("frontdesk", 278) }, false],
  ])("%s", (_, isKnown, text, expected) => {
    expect(isOursBy(isKnown ? own : undefined)(text)).toBe(expected);
  });

  it("goes without the number where GitHub does not tell it", () => {
    const isOurs = isOursBy({ slug: "frontdesk", id: undefined });
    expect(isOurs({ viewerDidAuthor: false, author: bot("renovate") })).toBe(false);
    expect(isOurs({ viewerDidAuthor: false, author: bot("frontdesk") })).toBe(true);
  });
});
