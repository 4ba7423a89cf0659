import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toLogins } from "../../src/issues/assignees.ts";
import { halfWidth } from "../../src/text/half-width.ts";
import { readDay } from "../../src/text/read-day.ts";
import { readThreadAddress } from "../../src/text/thread-address.ts";
import { findCommands } from "../../src/text/find-commands.ts";
import { withoutCommands } from "../../src/text/without-commands.ts";

describe("full-width input", () => {
  it.each([
    ["＃１２", "#12"],
    ["＠ａｎｎ\u3000ｂ", "@ann b"],
    ["２０２６－１２－０１", "2026-12-01"],
    ["中文、。「」", "中文、。「」"],
  ])("%s is meant as %s", (typed, meant) => {
    expect(halfWidth(typed)).toBe(meant);
  });

  it("leaves ASCII as it is", () => {
    fc.assert(fc.property(fc.string(), (text) => halfWidth(text) === text));
  });

  it("is read as a number, a login and a day", () => {
    expect(readThreadAddress("＃１２")).toEqual({ number: 12 });
    expect(toLogins(["＠ann，＠bob"], "mia")).toEqual(["ann", "bob"]);
    expect(readDay("２０２６－１２－１５", new Date("2026-12-01T09:00:00Z"))).toEqual({ day: "2026-12-15" });
  });

  it("is a command where its slash begins the line, and no other", () => {
    const names = (text: string) => findCommands(text).map(({ name }) => name);
    expect(names("／help\n和／help\n`／help`\n> ／help")).toEqual(["help"]);
    expect(names("／usr／bin")).toEqual([]);
  });

  it("is taken out of what is said to people, like other commands", () => {
    expect(withoutCommands("谢谢！\n\n／accept：「v2」")).toBe("谢谢！");
    expect(withoutCommands("／outcome：我们想要它。")).toBe("我们想要它。");
  });
});
