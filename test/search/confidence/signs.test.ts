import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { readSigns, type Signs } from "../../../src/search/confidence/signs.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { ask, lantern } from "../lantern-docs.ts";
import { others, section } from "../ranking/small-world.ts";
import { volumeOf } from "../volume-of.ts";

function signsOf(items: readonly KnowledgeItem[], title: string, body = ""): Signs {
  return readSigns(rank(volumeOf(items), ask(title, body), { limit: 50 }));
}

describe("the signs of a ranking", () => {
  it("show a result that stands out from one among equals", () => {
    const equals = Array.from({ length: 20 }, (_, i) => section(`p${i}`, "", `Backups ${i}`, "Copies of files."));
    const one = signsOf([...lantern, ...others], "Out of memory with large sites").prominence;
    expect(one).toBeGreaterThan(signsOf([...equals, ...others], "Backups of files").prominence);
  });

  it("show how many pages there are to stand out from", () => {
    expect(signsOf([section("a", "", "Backups", "Nightly.")], "Backups").company).toBeCloseTo(1 / 20, 6);
  });

  it("show words that nobody here uses", () => {
    expect(signsOf(lantern, "Docker").strangeness).toBe(0);
    expect(signsOf(lantern, "Docker kubernetes").strangeness).toBeGreaterThan(0.3);
  });

  it("show how many words matched, of which one says nothing", () => {
    expect(signsOf(lantern, "Docker").breadth).toBe(0);
    expect(signsOf(lantern, "Docker nginx").breadth).toBe(0.5);
  });

  it("are from 0 to 1, whatever is asked", () => {
    for (const body of ["", "image ".repeat(500), "```\nat x (y.ts:1:2)\n```", "构建 Docker 镜像"]) {
      for (const sign of Object.values(signsOf(lantern, "Docker image", body))) {
        expect(sign).toBeGreaterThanOrEqual(0);
        expect(sign).toBeLessThanOrEqual(1);
      }
    }
  });
});
