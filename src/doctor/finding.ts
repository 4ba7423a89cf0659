/** `warning`: it works, and somebody should look. `problem`: it does not work, or will not. */
export type Verdict = "ok" | "warning" | "problem";

/** What one look found. Neither sentence holds a secret. */
export interface Finding {
  /** What was looked at, in a word: `webhooks`. */
  readonly check: string;
  readonly verdict: Verdict;
  readonly says: string;
  /** What to do; missing where nothing is to be done. */
  readonly fix?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, verdict: "ok", says });
export const warning = (check: string, says: string, fix: string): Finding => ({
  check,
  verdict: "warning",
  says,
  fix,
});
export const problem = (check: string, says: string, fix: string): Finding => ({
  check,
  verdict: "problem",
  says,
  fix,
});

/** The worst of them. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (verdict: Verdict) => findings.some((it) => it.verdict === verdict);
  return has("problem") ? "problem" : has("warning") ? "warning" : "ok";
}
