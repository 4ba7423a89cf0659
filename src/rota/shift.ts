/** Somebody is on call from `from` until `to` (left out). `who` are logins; `team` is a team's slug, for mentions. */
export interface Shift {
  readonly from: Date;
  readonly to: Date;
  readonly who: readonly string[];
  readonly team?: string;
  /** Name of the layer of the rota that it belongs to. */
  readonly layer: string;
  /** Whether a cover took the place of whoever would have been on call. */
  readonly isCover: boolean;
}
