import { describe, expect, it } from "vitest";
import type { Meter } from "../../src/core/meter.ts";
import { countInbox } from "../../src/metrics/count-inbox.ts";
import { inboxContract } from "../contracts/inbox-contract.ts";
import { inLine } from "../helpers/in-line.ts";
import { MemoryInbox } from "../helpers/memory-inbox.ts";

/** What was counted, a line each. */
function lines() {
  const told: string[] = [];
  const meter: Meter = {
    accepted: (delivery, isNew) => told.push(`${isNew ? "new" : "repeated"} ${delivery}`),
    handled: (delivery, how, seconds) => told.push(`${how} ${delivery} in ${seconds}`),
    requestedOfGitHub: () => undefined,
    pointsLeft: () => undefined,
    threadJob: () => undefined,
    webRequest: () => undefined,
  };
  return { told, meter };
}

const now = new Date("2026-03-02T09:00:00Z");

describe("what comes into an inbox, and how it ends", () => {
  it("is counted by its name, with the time from claim to end", async () => {
    const { told, meter } = lines();
    let elapsed = 0;
    const inbox = countInbox(new MemoryInbox(), meter, () => elapsed);
    const webhook = { id: "1", name: "discussion", payload: {} };
    await inbox.accept(webhook, inLine("1"), now);
    await inbox.accept(webhook, inLine("1"), now);
    await inbox.accept({ id: "2", name: "frontdesk", payload: { kind: "tick", every: "hour" } }, inLine("2"), now);
    await inbox.claim(now, 1_000);
    elapsed = 1_500;
    await inbox.claim(now, 1_000);
    await inbox.finish("2", "done", now);
    elapsed = 2_000;
    await inbox.fail("1", "a bug", now, now, "failure");
    await inbox.claim(now, 1_000);
    await inbox.fail("1", "too fast", now, now, "wait");
    await inbox.claim(now, 1_000);
    await inbox.fail("1", "a bug", now, undefined, "failure");
    expect(told).toEqual([
      "new discussion",
      "repeated discussion",
      "new frontdesk:tick",
      "done frontdesk:tick in 0",
      "failed discussion in 2",
      "put-back discussion in 0",
      "given-up discussion in 0",
    ]);
  });

  it("is counted by what it fell short of", async () => {
    const { told, meter } = lines();
    const inbox = countInbox(new MemoryInbox(), meter, () => 0);
    await inbox.accept({ id: "1", name: "push", payload: {} }, inLine("1"), now);
    await inbox.claim(now, 1_000);
    await inbox.finish("1", "refused", now, "refused");
    expect(told).toContain("refused push in 0");
  });

  it("is not counted where it could not be written down", async () => {
    const { told, meter } = lines();
    const inbox = countInbox(new MemoryInbox(), meter, () => 0);
    await inbox.accept({ id: "1", name: "push", payload: {} }, inLine("1"), now);
    await inbox.claim(now, 1_000);
    await inbox.as("another").claim(new Date(now.getTime() + 1_000), 1_000);
    await expect(inbox.finish("1", "late", now)).rejects.toThrow("not in our hands");
    expect(told).toEqual(["new push"]);
  });
});

// Whatever is counted, it is the same inbox.
inboxContract(
  "memory, counted",
  async () => {
    const inbox = new MemoryInbox();
    return {
      as: async (holder) => countInbox(inbox.as(holder), lines().meter, () => 0),
      close: async () => undefined,
    };
  },
  20,
);
