/** Start a GitHub on loopback, make it fail, and ask what it was asked. */
export { startLocalGitHub } from "./server.ts";
export type { LocalGitHub, LocalGitHubOptions } from "./server.ts";
export type { Exchange, ExchangeListener } from "./exchange.ts";
export type { Fault, FaultKind } from "./faults.ts";
export type { LedgerEntry, LedgerFilter } from "./ledger.ts";
export type { Quirks } from "./quirks.ts";
export type { DeliveryListener, WebhookConduct } from "./webhooks/deliver.ts";
export type { WebhookDelivery } from "./webhooks/webhook-delivery.ts";
