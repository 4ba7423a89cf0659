/** A metric, as Prometheus and the docs know it. https://prometheus.io/docs/practices/naming/ */
export interface MetricDefinition {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** One sentence, for Prometheus' `HELP` and the docs. */
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds in seconds, of a histogram. */
  readonly buckets?: readonly number[];
}

/** From a request that GitHub answers at once to a crowd that is waited for. */
const workBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const requestBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** All that we count beside what prom-client tells of the process and of Node. */
export const metricList = {
  info: {
    name: "frontdesk_info",
    type: "gauge",
    help: "Always 1; says which version runs.",
    labels: ["version"],
  },
  databaseUp: {
    name: "frontdesk_database_up",
    type: "gauge",
    help: "1 when the inbox could be read for this scrape, else 0; the figures of the inbox are missing then.",
    labels: [],
  },
  inbox: {
    name: "frontdesk_inbox_deliveries",
    type: "gauge",
    help: "Deliveries in the inbox by state. The same in each process of one database: take the maximum, not the sum.",
    labels: ["state"],
  },
  shortfalls: {
    name: "frontdesk_inbox_shortfalls",
    type: "gauge",
    help: "Deliveries that are done but fell short: GitHub refused a part, or something was gone. The same in each process.",
    labels: ["shortfall"],
  },
  oldestWaiting: {
    name: "frontdesk_inbox_oldest_waiting_seconds",
    type: "gauge",
    help: "Since when the oldest delivery waits that is due; 0 when none does. The same in each process.",
    labels: [],
  },
  stuck: {
    name: "frontdesk_inbox_stuck_leases",
    type: "gauge",
    help: "Deliveries whose worker has gone, and that nobody has taken up within a minute. The same in each process.",
    labels: [],
  },
  lastWebhook: {
    name: "frontdesk_inbox_last_webhook_timestamp_seconds",
    type: "gauge",
    help: "When the newest webhook was accepted, in seconds since 1970; missing where there is none. The same in each process.",
    labels: [],
  },
  accepted: {
    name: "frontdesk_deliveries_accepted_total",
    type: "counter",
    help: "Deliveries that this process wrote down; `repeated` had come before.",
    labels: ["delivery", "result"],
  },
  handled: {
    name: "frontdesk_deliveries_handled_total",
    type: "counter",
    help: "Tries of this process by how they ended: done, refused, gone, put-back, failed (tried again), given-up (a dead letter).",
    labels: ["delivery", "outcome"],
  },
  handling: {
    name: "frontdesk_delivery_duration_seconds",
    type: "histogram",
    help: "How long a try took, from claim to end.",
    labels: ["delivery"],
    buckets: workBuckets,
  },
  githubRequests: {
    name: "frontdesk_github_requests_total",
    type: "counter",
    help: "Requests to GitHub, repeated ones as well, by how they were answered.",
    labels: ["api", "outcome"],
  },
  githubTime: {
    name: "frontdesk_github_request_duration_seconds",
    type: "histogram",
    help: "How long GitHub took to answer.",
    labels: ["api"],
    buckets: requestBuckets,
  },
  pointsLeft: {
    name: "frontdesk_github_points_left",
    type: "gauge",
    help: "What GitHub said last is left of the hour's budget, of the hundred that have least; by the installation's id, 0 for the app.",
    labels: ["installation", "resource"],
  },
  threadJobs: {
    name: "frontdesk_thread_jobs_total",
    type: "counter",
    help: "Jobs of the threads that find, split, edit and measure.",
    labels: ["thread", "outcome"],
  },
  threadTime: {
    name: "frontdesk_thread_job_duration_seconds",
    type: "histogram",
    help: "How long a job took, with its wait for others.",
    labels: ["thread"],
    buckets: workBuckets,
  },
  webRequests: {
    name: "frontdesk_web_requests_total",
    type: "counter",
    help: "Requests to this server by part of the site and status.",
    labels: ["route", "status"],
  },
  webTime: {
    name: "frontdesk_web_request_duration_seconds",
    type: "histogram",
    help: "How long they took. For webhooks, GitHub waits ten seconds.",
    labels: ["route"],
    buckets: requestBuckets,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
