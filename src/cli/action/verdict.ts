import type { HandledDelivery } from "../../pipeline/handled-since.ts";
import type { ActionReport } from "./action-report.ts";

/** How a run ended, in one word for the output `state`. */
export type ActionState = "done" | "nothing" | "known" | "skipped" | "waiting" | "refused" | "failed" | "dry-run";

/** How a run ended. */
export interface Verdict {
  readonly state: ActionState;
  /** In one line. */
  readonly says: string;
  /** What to do about it, where somebody has to. */
  readonly mend?: string;
}

/** Permissions that no job can be given: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const ofAppsAlone = /^(?:members|organization_|administration)/u;

/** By the event's own delivery; where there is none, by all that the clock set off. */
export function verdictOf({ own, handled, isKnown, dry, waiting }: ActionReport): Verdict {
  if (dry)
    return {
      state: "dry-run",
      says: dry.length === 0 ? "nothing would be done" : `${dry.length} lines of plans, nothing done`,
    };
  if (!own) return verdictOfAll(handled, waiting);
  const says = own.outcome;
  if (isKnown && own.state === "done") return { state: "known", says: `an earlier run did it: ${says}` };
  if (own.state === "dead") return failed(own);
  if (own.state !== "done")
    return { state: "waiting", says: `put back for the next run: ${says || "its turn did not come"}` };
  if (own.shortfall === "refused") return refused(own);
  return { state: own.plans.length === 0 ? "nothing" : "done", says };
}

function verdictOfAll(handled: readonly HandledDelivery[], waiting: number): Verdict {
  const dead = handled.find(({ state }) => state === "dead");
  if (dead) return failed(dead);
  const short = handled.find(({ shortfall }) => shortfall === "refused");
  if (short) return refused(short);
  const active = handled.filter(({ plans }) => plans.length > 0);
  const left = waiting === 0 ? "" : `; ${waiting} wait for the next run`;
  return {
    state: "done",
    says: `looked at what is due: ${active.length} of ${handled.length} had something to do${left}`,
  };
}

function failed({ what, outcome }: HandledDelivery): Verdict {
  return {
    state: "failed",
    says: `${what} failed: ${outcome}`,
    mend: "run the job again with debug logging, and report it with its log",
  };
}

function refused({ what, outcome }: HandledDelivery): Verdict {
  const mend = howToMend(outcome);
  return { state: "refused", says: `${what}: ${outcome}`, ...(mend !== undefined && { mend }) };
}

/** What whoever wrote the workflow can do about a refusal, by GitHub's words and ours; undefined where it is not theirs. */
export function howToMend(outcome: string): string | undefined {
  if (/GitHub Actions is not permitted to create/iu.test(outcome)) {
    return "turn on Settings › Actions › General › “Allow GitHub Actions to create and approve pull requests”, in the organization first where it is greyed out; or give the action the token of an App";
  }
  if (/does not accept our credentials/u.test(outcome)) {
    return "the input `token` is no token, or one that has ended: leave it out for the workflow's own, or mint the App's in a step just before";
  }
  const [, name, level] = /lacks the permission "([a-z_]+): (\w+)"/u.exec(outcome) ?? [];
  if (name === undefined || level === undefined) return undefined;
  if (ofAppsAlone.test(name)) {
    return `no workflow's own token can have \`${name}\`: give the action the token of an App that may, by the input \`token\` (docs/how-to/actions.md)`;
  }
  return `add this to the job:\n\npermissions:\n  ${name.replaceAll("_", "-")}: ${level}\n\nand keep the lines that are there, since what is not named is taken away`;
}
