import { describe, expect, it } from "vitest";
import { senseOf, type Sense } from "../../src/reply-sense/sense-of.ts";

describe("the sense of a comment with commands", () => {
  it.each<[string, Sense]>([
    ["/label docs", "commands"],
    ["/accept\n- a page of docs", "commands"],
    ["/outcome Set the proxy, and restart.", "words"],
    ["/outcome\n- set the proxy\n- restart", "words"],
    ["/outcome\n```\nproxy = x\n```", "words"],
    ["/outcome Set the proxy.\n/label docs", "words"],
    ["/outcome", "commands"],
    ["/outcome no-show", "commands"],
    ["/label outcome", "commands"],
  ])("%s is %s", (body, sense) => {
    expect(senseOf(body)).toBe(sense);
  });
});
