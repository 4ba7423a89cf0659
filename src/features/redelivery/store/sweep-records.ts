import type { Reads } from "../../../core/reads.ts";
import type { WebhookSweep } from "../lost-webhooks.ts";

/** What is known of lost webhooks. It is the app's own, of no installation and no repository. */
export interface SweepRecords {
  findSweep(): Promise<WebhookSweep>;
  /** Takes the place of what was known. */
  keepSweep(sweep: WebhookSweep): Promise<void>;
}

/** What this feature reads beside what everybody may. */
export interface ReadsWithSweep extends Reads {
  readonly webhookSweeps: Pick<SweepRecords, "findSweep">;
}
