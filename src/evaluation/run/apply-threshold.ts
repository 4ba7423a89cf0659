import type { BacktestReport } from "../report/report.ts";
import type { Records } from "../../core/records.ts";
import { isNameOf } from "../../core/repository-name.ts";
import { BadInputError } from "./options.ts";

type ThresholdRecords = Pick<Records, "repositories" | "keepThreshold">;

/** Opens the records of a data folder; `close` releases them. Undefined: there is no database in the folder. */
export type OpenRecords = (
  dataFolder: string,
) => Promise<{ readonly records: ThresholdRecords; close(): Promise<void> } | undefined>;

/**
 * Stores the recommended threshold, for `related-answers.threshold: auto`. Resolves to what was done, in one line. What
 * rests on too few cases is not stored: that is the default, which may still change.
 */
export async function applyThreshold(
  { repository, recommendation, scope }: BacktestReport,
  dataFolder: string,
  open: OpenRecords,
  at: Date,
): Promise<string> {
  const { threshold, basis, cases } = recommendation;
  if (basis === "few-cases") return "Nothing was stored: there are too few cases, so the default holds.";
  const opened = await open(dataFolder);
  if (!opened) throw new BadInputError(`There is no Frontdesk database in ${dataFolder}.`);
  try {
    const served = await opened.records.repositories();
    const found = served.find((it) => isNameOf(repository, it));
    if (!found) throw new BadInputError(`${repository} is not served here: no threshold was stored.`);
    const period = `${scope.from?.slice(0, 7) ?? ""} to ${scope.to?.slice(0, 7) ?? ""}`;
    await opened.records.keepThreshold(found, { threshold, cases, from: `a back-test of ${period}`, at });
    return `Stored: with \`threshold: auto\`, ${repository} now speaks from ${threshold.toFixed(2)} on.`;
  } finally {
    await opened.close();
  }
}
