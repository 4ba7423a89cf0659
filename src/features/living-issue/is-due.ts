import { dayMs } from "../../core/clock.ts";
import type { LivingIssueRecord } from "./living-issue-record.ts";

/** How long a refusal of GitHub's is taken for an answer. */
const refusedForMs = dayMs;

/** Whether it is time to look at the issue, when this is what it would list. By our own records alone. */
export function isDue(record: LivingIssueRecord | undefined, listed: string, now: Date): boolean {
  if (!record) return true;
  if (record.state !== "kept" || record.listed === listed) return false;
  if (isRefused(record, now)) return false;
  const { at, editEvery = 0 } = record;
  return at === undefined || now.getTime() - Date.parse(at) >= editEvery * 1000;
}

/** Whether GitHub has refused it so lately that it need not be asked again. */
export function isRefused({ refusedAt }: LivingIssueRecord, now: Date): boolean {
  return refusedAt !== undefined && now.getTime() - Date.parse(refusedAt) < refusedForMs;
}
