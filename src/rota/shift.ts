import type { Span } from "./rota.ts";

/** Somebody is on call from `from` until `to` (left out). `who` are logins; `team` is a team's slug, for mentions. */
export interface Shift extends Span {
  readonly who: readonly string[];
  readonly team?: string;
  /** Name of the layer of the rota that it belongs to; missing for a cover of no layer. */
  readonly layer?: string;
  /** Whether a cover took the place of whoever would have been on call. */
  readonly isCover: boolean;
}
