import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { GitHubReads } from "../../src/core/github-reads.ts";
import { withoutForgotten } from "../../src/github/without-forgotten.ts";

it("hands on that GitHub could not be read, however long it takes to ask who is forgotten", async ({
  onTestFinished,
}) => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on("unhandledRejection", hear);
  onTestFinished(() => void process.off("unhandledRejection", hear));
  const failing = { findThread: () => Promise.reject(new Error("no room")) } as Partial<GitHubReads> as GitHubReads;
  const reads = withoutForgotten(failing, { forgottenSince: () => sleep(20, undefined) });
  const repository = { id: 1, owner: "acme", name: "widgets", installation: 1 };
  await expect(reads.findThread(repository, 7)).rejects.toThrow("no room");
  expect(unheard).toEqual([]);
});
