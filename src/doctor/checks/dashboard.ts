import { ok, warning, type Finding } from "../finding.ts";

const check = "dashboard";

export interface DashboardFacts {
  readonly publicUrl: string | undefined;
  readonly canSignIn: boolean;
  readonly operators: readonly string[];
  readonly trustedProxies: number;
  /** What answers at `/healthz` of `publicUrl`: us, somebody else, or why nobody. Undefined without an address. */
  readonly answers: "us" | "somebody else" | Error | undefined;
}

/** Whether people reach the pages, and may sign in. None of it is needed for answers in discussions. */
export function checkDashboard({
  publicUrl,
  canSignIn,
  operators,
  trustedProxies,
  answers,
}: DashboardFacts): readonly Finding[] {
  if (publicUrl === undefined) {
    return [
      warning(
        check,
        "PUBLIC_URL is not set: nobody can sign in, and addresses of calendars are told from the path on.",
        "Set it to where people reach this server.",
      ),
    ];
  }
  const findings: Finding[] = [];
  if (answers instanceof Error) {
    findings.push(
      warning(
        check,
        `${publicUrl} does not answer from here: ${answers.message}.`,
        "Look whether the app runs, and at the proxy. A machine that cannot reach its own name from inside is no fault.",
      ),
    );
  } else if (answers === "somebody else") {
    findings.push(
      warning(check, `Something else than Frontdesk answers at ${publicUrl}.`, "Look where the proxy sends it."),
    );
  }
  if (!canSignIn) {
    if (operators.length > 0) {
      findings.push(
        warning(
          check,
          "OPERATORS are set, and nobody can sign in.",
          "Set CLIENT_ID and CLIENT_SECRET as well: docs/reference/dashboard.md.",
        ),
      );
    }
  } else if (operators.length === 0) {
    findings.push(
      warning(
        check,
        "OPERATORS is empty: nobody can see the inbox in the dashboard.",
        "Set it to the logins of those who may.",
      ),
    );
  }
  if (publicUrl.startsWith("https:") && trustedProxies === 0) {
    findings.push(
      warning(
        check,
        "People come over https, so through a proxy, and TRUSTED_PROXIES is 0: all of them count as one address, and share its limits.",
        "Set it to the number of your proxies that add to X-Forwarded-For.",
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [ok(check, `${publicUrl} answers; ${canSignIn ? "people can sign in" : "nobody can sign in, as set"}.`)];
}
