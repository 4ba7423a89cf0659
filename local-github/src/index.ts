/** Start a GitHub on loopback, make it fail, and ask what it was asked. */
export { startLocalGitHub } from "./server.ts";
export type { LocalGitHub, LocalGitHubOptions } from "./server.ts";
export type { Exchange, ExchangeListener } from "./api/http-messages.ts";
export type { Fault, FaultDecision, FaultKind } from "./api/faults.ts";
export type { LedgerEntry, LedgerFilter } from "./api/ledger.ts";
export type { ClockMove, MovableClock } from "./clock/movable-clock.ts";
export type { AppChange } from "./clock/app-change.ts";
export type { Quirks } from "./api/faults.ts";
export type { DeliveryListener, WebhookConduct } from "./webhooks/webhooks.ts";
export type { WorkflowRun, Workflows } from "./workflows/workflows.ts";
export type { WebhookDelivery } from "./webhooks/webhook-delivery.ts";
