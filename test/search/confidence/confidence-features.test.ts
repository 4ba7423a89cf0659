import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { confidenceFeatures, type ConfidenceFeatures } from "../../../src/search/confidence/confidence-features.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { ask, lantern } from "../lantern-docs.ts";
import { others, section } from "../ranking/small-world.ts";
import { viewOf } from "../view-of.ts";

function featuresOf(items: readonly KnowledgeItem[], title: string, body = ""): ConfidenceFeatures {
  return confidenceFeatures(rank(viewOf(items), ask(title, body), { limit: 50 }));
}

describe("the confidence features of a ranking", () => {
  it("show a result that stands out from one among equals", () => {
    const equals = Array.from({ length: 20 }, (_, i) => section(`p${i}`, "", `Backups ${i}`, "Copies of files."));
    const one = featuresOf([...lantern, ...others], "Out of memory with large sites").prominence;
    expect(one).toBeGreaterThan(featuresOf([...equals, ...others], "Backups of files").prominence);
  });

  it("show how many pages there are to stand out from", () => {
    expect(featuresOf([section("a", "", "Backups", "Nightly.")], "Backups").pageCount).toBeCloseTo(1 / 20, 6);
  });

  it("show words that nobody here uses", () => {
    expect(featuresOf(lantern, "Docker").unknownShare).toBe(0);
    expect(featuresOf(lantern, "Docker kubernetes").unknownShare).toBeGreaterThan(0.3);
  });

  it("show how many words matched, of which one says nothing", () => {
    expect(featuresOf(lantern, "Docker").breadth).toBe(0);
    expect(featuresOf(lantern, "Docker nginx").breadth).toBe(0.5);
  });

  it("are from 0 to 1, whatever is asked", () => {
    for (const body of ["", "image ".repeat(500), "```\nat x (y.ts:1:2)\n```", "构建 Docker 镜像"]) {
      for (const feature of Object.values(featuresOf(lantern, "Docker image", body))) {
        expect(feature).toBeGreaterThanOrEqual(0);
        expect(feature).toBeLessThanOrEqual(1);
      }
    }
  });
});
