import type { Budget, InstalledApp } from "../../core/app-health.ts";
import { ok, warning, type Finding } from "../finding.ts";

const check = "limits";

export interface LimitFacts {
  readonly budgets: readonly { readonly installation: InstalledApp; readonly budgets: readonly Budget[] | Error }[];
  /** Installations that were not asked. */
  readonly others: number;
}

const scarce = 0.1;

/** What GitHub's hourly budgets have left. */
export function checkLimits({ budgets, others }: LimitFacts): readonly Finding[] {
  const findings = budgets.flatMap(({ installation: { account, id }, budgets: given }) => {
    const name = `${account} (installation ${id})`;
    if (given instanceof Error) {
      return [
        warning(
          check,
          `What ${name} has left is not known: ${given.message}.`,
          "Look at its permissions, and whether it is suspended or has an IP allow list.",
        ),
      ];
    }
    return given.flatMap(({ resource, limit, remaining, resetAt }) =>
      remaining >= limit * scarce
        ? []
        : [
            warning(
              check,
              `${name} has ${remaining} of ${limit} left for ${resource === "core" ? "REST" : resource}, until ${resetAt.toISOString()}.`,
              "What needs more waits until then; nothing is lost. If it happens often, see the limits in docs/operating/one-machine.md.",
            ),
          ],
    );
  });
  if (findings.length > 0) return findings;
  if (budgets.length === 0) return [];
  return [
    ok(
      check,
      `${budgets.length} installations have more than a tenth of the hour's budgets left${others > 0 ? `; ${others} were not asked` : ""}.`,
    ),
  ];
}
