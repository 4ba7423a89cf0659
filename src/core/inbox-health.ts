/** How an inbox is getting on, beside its counts. */
export interface InboxHealth {
  /** When the oldest delivery came that is due and waits; undefined when none does. */
  readonly oldestWaiting: Date | undefined;
  /** When the newest webhook came; undefined when none is kept. */
  readonly lastWebhook: Date | undefined;
  /** Leases that ran out more than a minute ago, and that nobody has taken up. */
  readonly stuck: number;
}
