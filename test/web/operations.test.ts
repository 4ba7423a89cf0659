import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
let page: string;

beforeAll(async () => {
  desk = await openDesk({ metrics: true });
  desk.ask("How can I change the log level to debug?");
  await desk.settle();
  await fetch(`${desk.app.url}/acme/widgets?secret=1`);
  // A request is counted when its answer has gone out, and whoever asked may have read it by then.
  await vi.waitUntil(async () => {
    page = await (await fetch(`${desk.app.operationsUrl}/metrics`)).text();
    return sum("frontdesk_web_requests_total", 'route="pages"') > 0;
  });
});
afterAll(() => desk.close());

/** The sum of all series of a metric whose labels have these in them. */
function sum(metric: string, labels = ""): number {
  const series = page.split("\n").filter((it) => it.startsWith(`${metric}{`) && it.includes(labels));
  return series.reduce((total, it) => total + Number(it.split(" ").at(-1)), 0);
}

describe("the operator's listener", () => {
  it("tells what came and what came of it", () => {
    expect(sum("frontdesk_deliveries_accepted_total", 'delivery="discussion",result="new"')).toBe(1);
    expect(sum("frontdesk_deliveries_handled_total", 'delivery="discussion",outcome="done"')).toBe(1);
    expect(sum("frontdesk_delivery_duration_seconds_count", 'delivery="discussion"')).toBe(1);
    expect(sum("frontdesk_deliveries_accepted_total", 'delivery="frontdesk:tick"')).toBe(1);
    expect(sum("frontdesk_inbox_deliveries", 'state="done"')).toBeGreaterThan(1);
    expect(sum("frontdesk_inbox_last_webhook_timestamp_seconds")).toBeGreaterThan(1_700_000_000);
  });

  it("tells what GitHub was asked, and what is left", () => {
    expect(sum("frontdesk_github_requests_total", 'api="graphql",outcome="ok"')).toBeGreaterThan(0);
    expect(sum("frontdesk_github_requests_total", 'api="token",outcome="ok"')).toBeGreaterThan(0);
    const [installation] = desk.github.world.all("Installation");
    const left = sum("frontdesk_github_points_left", `installation="${installation?.databaseId}",resource="graphql"`);
    expect(left).toBeGreaterThan(4_000);
    expect(left).toBeLessThan(5_000);
  });

  it("tells what the threads did, and what the server was asked", () => {
    expect(sum("frontdesk_thread_jobs_total", 'thread="find",outcome="done"')).toBeGreaterThan(0);
    expect(sum("frontdesk_thread_jobs_total", 'thread="split",outcome="done"')).toBeGreaterThan(0);
    expect(sum("frontdesk_web_requests_total", 'route="webhooks",status="202"')).toBeGreaterThan(0);
    expect(sum("frontdesk_web_requests_total", 'route="pages",status="404"')).toBe(1);
    expect(sum("frontdesk_web_requests_total", 'route="health",status="200"')).toBeGreaterThan(0);
  });

  it("names no repository, no person and nothing that was asked", () => {
    expect(page).not.toMatch(/acme|widgets|\bann\b|\bmia\b|log level|secret/i);
  });

  it("answers the same about health as the other, which has no metrics", async () => {
    const { url, operationsUrl } = desk.app;
    expect(await (await fetch(`${operationsUrl}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${operationsUrl}/readyz`)).json()).toMatchObject({ status: "ready" });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${operationsUrl}/`)).status).toBe(404);
    expect((await fetch(`${operationsUrl}/api/github/webhooks`, { method: "POST" })).status).toBe(404);
  });
});
