import { dayMs } from "../../core/clock.ts";
import type { ReportRecord } from "./report-record.ts";

/** How long a refusal of GitHub's is taken for an answer. */
const refusedForMs = dayMs;

/** Whether there may be a report to write. By our own records alone: before we ever looked, they say nothing. */
export function isDue(record: ReportRecord | undefined, now: Date): boolean {
  if (!record) return true;
  if (record.every === "never" || isRefused(record, now)) return false;
  return record.next === undefined || Date.parse(record.next) <= now.getTime();
}

/** Whether GitHub has refused one so lately that it need not be asked again. */
export function isRefused({ refusedAt }: ReportRecord, now: Date): boolean {
  return refusedAt !== undefined && now.getTime() - Date.parse(refusedAt) < refusedForMs;
}
