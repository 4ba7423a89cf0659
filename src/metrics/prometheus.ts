import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { InboxCounts } from "../core/delivery.ts";
import type { InboxHealth } from "../core/inbox-health.ts";
import type { Meter } from "../core/meter.ts";
import { BoundedLabel, ScarcestBudgets } from "./bounded.ts";
import { metricList, type MetricDefinition } from "./metric-list.ts";

export interface MetricsOptions {
  /** Stands at each series. */
  readonly role: string;
  readonly version: string;
  /** In milliseconds. */
  readonly now: () => number;
}

type ReadInbox = () => Promise<InboxHealth & { readonly counts: InboxCounts }>;

/** What is counted, and the page that Prometheus reads. */
export interface Metrics extends Meter {
  /** From where the figures of the inbox come, from now on. */
  watchInbox(read: ReadInbox): void;
  readonly contentType: string;
  page(): Promise<string>;
}

/** Names of webhooks and kinds of our own events: there are fewer than this, and none comes from people. */
const maxDeliveryNames = 100;
const maxBudgets = 100;
/** One look at the inbox serves so long, in milliseconds: whoever scrapes cannot keep the database busy. */
const goodForMs = 5_000;

/** Opens the metrics of this process. */
export function openMetrics({ role, version, now }: MetricsOptions): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  const counter = (it: MetricDefinition) => new Counter({ ...toOptions(it), registers: [registry] });
  const histogram = (it: MetricDefinition) => new Histogram({ ...toOptions(it), registers: [registry] });
  const gauge = (it: MetricDefinition) => new Gauge({ ...toOptions(it), registers: [registry] });

  gauge(metricList.info).set({ version }, 1);
  const points = gauge(metricList.pointsLeft);
  const budgets = new ScarcestBudgets(maxBudgets);
  const inbox = inboxGauges(gauge, now);
  const names = new BoundedLabel(maxDeliveryNames);
  const accepted = counter(metricList.accepted);
  const handled = counter(metricList.handled);
  const handling = histogram(metricList.handling);
  const githubRequests = counter(metricList.githubRequests);
  const githubTime = histogram(metricList.githubTime);
  const threadJobs = counter(metricList.threadJobs);
  const threadTime = histogram(metricList.threadTime);
  const webRequests = counter(metricList.webRequests);
  const webTime = histogram(metricList.webTime);
  return {
    accepted(delivery, isNew) {
      accepted.inc({ delivery: names.of(delivery), result: isNew ? "new" : "repeated" });
    },
    handled(delivery, outcome, seconds) {
      handled.inc({ delivery: names.of(delivery), outcome });
      handling.observe({ delivery: names.of(delivery) }, seconds);
    },
    requestedOfGitHub(api, outcome, seconds) {
      githubRequests.inc({ api, outcome });
      githubTime.observe({ api }, seconds);
    },
    pointsLeft: (left) => budgets.add(left),
    threadJob(thread, isDone, seconds) {
      threadJobs.inc({ thread, outcome: isDone ? "done" : "failed" });
      threadTime.observe({ thread }, seconds);
    },
    webRequest(route, status, seconds) {
      webRequests.inc({ route, status });
      webTime.observe({ route }, seconds);
    },
    watchInbox: (read) => inbox.watch(read),
    contentType: registry.contentType,
    async page() {
      points.reset();
      for (const { installation, resource, remaining } of budgets.at(now())) {
        points.set({ installation, resource }, remaining);
      }
      await inbox.bringUpToDate();
      return registry.metrics();
    },
  };
}

type MakeGauge = (it: MetricDefinition) => Gauge;

/** The gauges of the inbox, and what brings them up to date. Of an inbox that cannot be read nothing is told. */
function inboxGauges(gauge: MakeGauge, now: () => number) {
  const up = gauge(metricList.databaseUp);
  const states = gauge(metricList.inbox);
  const shortfalls = gauge(metricList.shortfalls);
  const oldest = gauge(metricList.oldestWaiting);
  const stuck = gauge(metricList.stuck);
  const last = gauge(metricList.lastWebhook);
  let readAt = Number.NEGATIVE_INFINITY;
  let readInbox: ReadInbox | undefined;
  const show = ({ counts, ...health }: Awaited<ReturnType<ReadInbox>>): void => {
    const { refused, gone, ...byState } = counts;
    for (const [state, count] of Object.entries(byState)) states.set({ state }, count);
    for (const [shortfall, count] of Object.entries({ refused, gone })) shortfalls.set({ shortfall }, count);
    oldest.set(health.oldestWaiting ? Math.max(0, now() - health.oldestWaiting.getTime()) / 1000 : 0);
    stuck.set(health.stuck);
    if (health.lastWebhook) last.set(health.lastWebhook.getTime() / 1000);
  };
  return {
    watch: (read: ReadInbox) => void (readInbox = read),
    async bringUpToDate(): Promise<void> {
      if (!readInbox || now() - readAt < goodForMs) return;
      for (const it of [states, shortfalls]) it.reset();
      // Without labels, a reset would tell a 0.
      for (const it of [oldest, stuck, last]) it.remove();
      try {
        show(await readInbox());
        readAt = now();
        up.set(1);
      } catch {
        // /readyz and the log tell why.
        up.set(0);
      }
    },
  };
}

function toOptions({ name, help, labels, buckets }: MetricDefinition) {
  return { name, help, labelNames: [...labels], ...(buckets && { buckets: [...buckets] }) };
}
