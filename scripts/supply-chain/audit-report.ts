import { z } from "zod";

/** What `npm audit` said. */
export type AuditReport =
  | { readonly kind: "clean"; readonly packages: number }
  | { readonly kind: "found"; readonly lines: readonly string[] }
  /** The registry has no answer for this: many mirrors have none. */
  | { readonly kind: "unanswered"; readonly reason: string };

const Advisory = z.object({ title: z.string(), url: z.string().optional(), severity: z.string().optional() });
const Vulnerability = z.object({
  name: z.string(),
  severity: z.string(),
  range: z.string().optional(),
  via: z.array(z.union([z.string(), Advisory])),
});
const Report = z.object({
  vulnerabilities: z.record(z.string(), Vulnerability),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
});
const Failure = z.object({ message: z.string() });

/** Reads `npm audit --json`, of version 2: https://docs.npmjs.com/cli/commands/npm-audit */
export function readAudit(output: string): AuditReport {
  const data = parsed(output);
  const report = Report.safeParse(data);
  if (report.success) {
    const { vulnerabilities, metadata } = report.data;
    const lines = Object.values(vulnerabilities).map(toLine);
    return lines.length > 0 ? { kind: "found", lines } : { kind: "clean", packages: metadata.dependencies.prod };
  }
  const failure = Failure.safeParse(data);
  return { kind: "unanswered", reason: failure.success ? failure.data.message : "npm printed no report" };
}

function toLine({ name, severity, range, via }: z.infer<typeof Vulnerability>): string {
  const causes = via.map((it) => (typeof it === "string" ? `by ${it}` : [it.title, it.url].filter(Boolean).join(" ")));
  return `${name} ${range ?? ""} (${severity}): ${causes.join("; ")}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
