import { describe, expect, it } from "vitest";
import type { InboxCounts } from "../../src/core/delivery.ts";
import { metricList, type MetricDefinition } from "../../src/metrics/metric-list.ts";
import { openMetrics } from "../../src/metrics/prometheus.ts";

const start = Date.UTC(2026, 10, 30, 9);
const counts: InboxCounts = { waiting: 3, running: 1, done: 20, dead: 2, refused: 4, gone: 5 };

function open() {
  const world = { now: start };
  const metrics = openMetrics({ role: "worker", version: "1.2.3", now: () => world.now });
  return { world, metrics };
}

/** The value of the series that begins so, undefined without it. */
async function valueOf(metrics: ReturnType<typeof openMetrics>, series: string): Promise<number | undefined> {
  const line = (await metrics.page()).split("\n").find((it) => it.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

describe("the page of metrics", () => {
  it("has every metric of the list, with its help, and what Node tells of the process", async () => {
    const { metrics } = open();
    metrics.watchInbox(async () => ({
      counts,
      oldestWaiting: new Date(start),
      lastWebhook: new Date(start),
      stuck: 0,
    }));
    metrics.pointsLeft({ installation: 7, resource: "core", remaining: 1, resetAt: start + 1 });
    const page = await metrics.page();
    for (const { name, help, type } of Object.values(metricList)) {
      expect(page).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
    }
    expect(page).toMatch(/^process_resident_memory_bytes\{role="worker"\} \d+$/m);
    expect(page).toContain('frontdesk_info{version="1.2.3",role="worker"} 1');
  });

  it("tells how the inbox is getting on", async () => {
    const { metrics } = open();
    const lastWebhook = new Date(start - 60_000);
    metrics.watchInbox(async () => ({ counts, oldestWaiting: new Date(start - 90_000), lastWebhook, stuck: 6 }));
    const page = await metrics.page();
    for (const line of [
      'frontdesk_inbox_deliveries{state="waiting",role="worker"} 3',
      'frontdesk_inbox_deliveries{state="dead",role="worker"} 2',
      'frontdesk_inbox_shortfalls{shortfall="gone",role="worker"} 5',
      'frontdesk_inbox_oldest_waiting_seconds{role="worker"} 90',
      'frontdesk_inbox_stuck_leases{role="worker"} 6',
      `frontdesk_inbox_last_webhook_timestamp_seconds{role="worker"} ${lastWebhook.getTime() / 1000}`,
      'frontdesk_database_up{role="worker"} 1',
    ]) {
      expect(page).toContain(`\n${line}\n`);
    }
  });

  it("tells 0 where nothing waits, and no time where no webhook has come", async () => {
    const { metrics } = open();
    metrics.watchInbox(async () => ({ counts, oldestWaiting: undefined, lastWebhook: undefined, stuck: 0 }));
    expect(await valueOf(metrics, 'frontdesk_inbox_oldest_waiting_seconds{role="worker"}')).toBe(0);
    expect(await valueOf(metrics, 'frontdesk_inbox_last_webhook_timestamp_seconds{role="worker"}')).toBeUndefined();
  });

  it("tells that the database is down, and no figures that were true before", async () => {
    const { metrics, world } = open();
    let isDown = false;
    metrics.watchInbox(async () => {
      if (isDown) throw new Error("the connection was refused");
      return { counts, oldestWaiting: new Date(start), lastWebhook: undefined, stuck: 0 };
    });
    expect(await valueOf(metrics, 'frontdesk_database_up{role="worker"}')).toBe(1);
    isDown = true;
    world.now += 60_000;
    expect(await valueOf(metrics, 'frontdesk_database_up{role="worker"}')).toBe(0);
    expect(await metrics.page()).not.toMatch(/^frontdesk_inbox_(?:deliveries|oldest_waiting_seconds)\{/m);
    isDown = false;
    expect(await valueOf(metrics, 'frontdesk_inbox_deliveries{state="waiting",role="worker"}')).toBe(3);
  });

  it("looks at the inbox no more than once in five seconds, however many ask", async () => {
    const { metrics, world } = open();
    let looks = 0;
    metrics.watchInbox(async () => {
      looks++;
      return { counts, oldestWaiting: undefined, lastWebhook: undefined, stuck: 0 };
    });
    for (let asked = 0; asked < 20; asked++) await metrics.page();
    expect(looks).toBe(1);
    world.now += 5_000;
    await metrics.page();
    expect(looks).toBe(2);
  });

  it("counts and times what is done", async () => {
    const { metrics } = open();
    metrics.accepted("discussion", true);
    metrics.accepted("discussion", false);
    metrics.handled("discussion", "put-back", 0.2);
    metrics.requestedOfGitHub("graphql", "rate-limited", 0.3);
    metrics.threadJob("find", false, 2);
    metrics.webRequest("webhooks", 202, 0.004);
    const page = await metrics.page();
    for (const line of [
      'frontdesk_deliveries_accepted_total{delivery="discussion",result="new",role="worker"} 1',
      'frontdesk_deliveries_accepted_total{delivery="discussion",result="repeated",role="worker"} 1',
      'frontdesk_deliveries_handled_total{delivery="discussion",outcome="put-back",role="worker"} 1',
      'frontdesk_delivery_duration_seconds_bucket{le="0.25",role="worker",delivery="discussion"} 1',
      'frontdesk_delivery_duration_seconds_bucket{le="0.1",role="worker",delivery="discussion"} 0',
      'frontdesk_github_requests_total{api="graphql",outcome="rate-limited",role="worker"} 1',
      'frontdesk_thread_jobs_total{thread="find",outcome="failed",role="worker"} 1',
      'frontdesk_web_requests_total{route="webhooks",status="202",role="worker"} 1',
    ]) {
      expect(page).toContain(`\n${line}\n`);
    }
  });

  it("is bounded, however many installations and names there are", async () => {
    const { metrics } = open();
    for (let id = 1; id <= 5_000; id++) {
      metrics.pointsLeft({ installation: id, resource: "core", remaining: id, resetAt: start + 3_600_000 });
      metrics.accepted(`event_${id}`, true);
    }
    const page = await metrics.page();
    const told = [...page.matchAll(/^frontdesk_github_points_left\{installation="(\d+)"/gm)].map(([, id]) =>
      Number(id),
    );
    expect(told).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(page.match(/^frontdesk_deliveries_accepted_total\{/gm)).toHaveLength(101);
    expect(page).toContain('frontdesk_deliveries_accepted_total{delivery="other",result="new",role="worker"} 4900');
  });

  it("forgets what was left of an hour that is over", async () => {
    const { metrics, world } = open();
    metrics.pointsLeft({ installation: 7, resource: "graphql", remaining: 12, resetAt: start + 1_000 });
    const series = 'frontdesk_github_points_left{installation="7",resource="graphql",role="worker"}';
    expect(await valueOf(metrics, series)).toBe(12);
    world.now += 1_000;
    expect(await valueOf(metrics, series)).toBeUndefined();
  });
});

/** https://prometheus.io/docs/practices/naming/ and https://prometheus.io/docs/instrumenting/writing_exporters/#naming */
describe.each(Object.values<MetricDefinition>(metricList))(
  "the metric $name",
  ({ name, type, help, labels, buckets }) => {
    it("is named as Prometheus has it", () => {
      expect(name).toMatch(/^frontdesk_[a-z]+(?:_[a-z]+)*$/);
      expect(name.endsWith("_total")).toBe(type === "counter");
      if (type === "histogram") expect(name).toMatch(/_seconds$/);
      expect(name).not.toMatch(/_(?:milliseconds|ms|minutes)\b/);
    });

    it("says in whole sentences what it is, and names no repository or person by a label", () => {
      expect(help).toMatch(/^[A-Z1][^\n]+\.$/);
      expect(labels.filter((it) => /repo|owner|login|user|actor|path|url|title/.test(it))).toEqual([]);
    });

    it("has buckets that grow where it has some", () => {
      expect(buckets === undefined).toBe(type !== "histogram");
      expect([...(buckets ?? [])].toSorted((a, b) => a - b)).toEqual(buckets ?? []);
    });
  },
);
