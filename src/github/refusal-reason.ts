import { type RefusalReason, RefusedError } from "../core/errors.ts";

/** What GitHub answered, as far as it tells whether it would refuse again. */
export interface Refusal {
  /** Status of a REST answer; GraphQL errors have none. */
  readonly status: number | undefined;
  /** `errors[].type` of a GraphQL answer. */
  readonly types: readonly string[];
  /** GitHub's own words. */
  readonly message: string;
}

/** Refusals that are known by their words, each as somebody met it. The first that fits counts. */
const known: readonly { readonly reason: RefusalReason; readonly says: RegExp }[] = [
  // Seen under 410, as deleted things are: ossf/allstar#64.
  { reason: "issues-disabled", says: /\bissues (?:are|has been|have been) disabled\b/i },
  // 403 in REST (cli/cli#7176), UNPROCESSABLE in GraphQL (actions-automation/manage-your-labels#4).
  { reason: "archived", says: /\barchived\b.*\bread-only\b/i },
  // probot/stale#25
  { reason: "locked", says: /\b(?:issue|discussion|pull request|conversation) is locked\b/i },
  // "User is blocked (addComment)", as `gh` shows it; and what GitHub says of interaction limits, which last up to six
  // months: slapperwan/gh4a#1376.
  { reason: "blocked", says: /\buser is blocked\b|\bhas limited the ability to\b/i },
  // A setting of the repository or its organization, whatever a workflow's token may: microsoft/AL-Go#159.
  { reason: "organization-policy", says: /\bGitHub Actions is not permitted to create\b/i },
  // Rulesets and protected branches: satisfactory-factories/application#67, Thinkmill/keystatic#1559.
  {
    reason: "protected",
    says: /\brepository rule violations?\b|\bprotected branch\b|\bchanges must be made through a pull request\b/i,
  },
  // IP allow lists (aquasecurity/trivy#10567), single sign-on, restrictions of apps.
  {
    reason: "organization-policy",
    says: /\bIP allow list enabled\b|\borganization SAML enforcement\b|\bApp access restrictions\b/i,
  },
  // `.github/workflows` is out of reach of apps without a permission of its own: peter-evans/create-pull-request#1234.
  { reason: "permission", says: /\bwithout `?workflows`? permission\b/i },
  // A repository that the installation does not cover, or an app without metadata: yegor256/rultor#1407.
  { reason: "permission", says: /\bmust have (?:push|admin) (?:access|rights)\b/i },
  { reason: "permission", says: /\bresource not accessible\b|\bdoes not have the correct permissions\b/i },
];

/** Types of GraphQL errors that name a rule of a branch: Thinkmill/keystatic#1598. */
const protectedTypes: ReadonlySet<string> = new Set(["BRANCH_PROTECTION_RULE_VIOLATION", "REPOSITORY_RULE_VIOLATION"]);

/** Why GitHub would refuse this again, whatever is tried; undefined where it need not. */
export function refusalReason({ status, types, message }: Refusal): RefusalReason | undefined {
  const reason = known.find(({ says }) => says.test(message))?.reason;
  if (reason) return reason;
  if (types.some((type) => protectedTypes.has(type))) return "protected";
  if (types.includes("FORBIDDEN") || types.includes("INSUFFICIENT_SCOPES") || status === 403) return "forbidden";
  return status === 422 || types.includes("UNPROCESSABLE") ? "invalid" : undefined;
}

/** Whether GitHub refused because there is one already: REST says so by a code, GraphQL in words. */
export function isTaken(error: unknown): error is RefusedError {
  return error instanceof RefusedError && /already_exists|already (?:been taken|exists)/i.test(error.message);
}
