import type { Logger } from "pino";
import type { Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import type { Metrics } from "./metrics/prometheus.ts";
import type { HealthDeps } from "./web/health-routes.ts";
import { closeServer, listen } from "./web/listen.ts";
import { createOperationsServer } from "./web/operations-server.ts";
import { ownVersion } from "./own-version.ts";

/** The metrics of this process, where its settings ask for them. What counts is loaded then alone: it takes a tenth of a second. */
export async function loadMetrics(
  settings: Pick<Settings, "metrics" | "role">,
  clock: Clock,
): Promise<Metrics | undefined> {
  if (!settings.metrics) return undefined;
  const { openMetrics } = await import("./metrics/prometheus.ts");
  return openMetrics({ role: settings.role ?? "all", version: ownVersion(), now: () => clock().getTime() });
}

/** Opens the operator's listener, where there are metrics. Rejects with `AddressError`. */
export async function openOperations(
  metrics: Metrics | undefined,
  { settings, log, ...health }: HealthDeps & { readonly settings: Settings; readonly log: Logger },
): Promise<{ readonly url: string; close(): Promise<void> } | undefined> {
  if (!metrics || !settings.metrics) return undefined;
  const server = createOperationsServer({ metrics, log, ...health });
  const url = await listen(server, { ...settings.metrics, settings: ["METRICS_HOST", "METRICS_PORT"] });
  log.info({ url: `${url}/metrics` }, "metrics are served");
  return { url, close: () => closeServer(server, 0) };
}
