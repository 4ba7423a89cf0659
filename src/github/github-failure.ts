/** What the different errors of Octokit have in common. */
export interface GitHubFailure {
  /** GitHub's own words, without what was sent: REST repeats refused values beside them. */
  readonly message: string;
  /** Status of the answer; network errors have 500, GraphQL errors none. */
  readonly status: number | undefined;
  /** `errors[].type` of a GraphQL answer. */
  readonly types: readonly string[];
  readonly headers: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * GraphQL errors come with status 200 and a `type` each, REST errors with a status; the throttling plugin throws a
 * third shape for exhausted quotas. Undefined for an error that is not GitHub's.
 */
export function toGitHubFailure(error: unknown): GitHubFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  const response = toFields("response" in error ? error.response : undefined);
  // GraphqlResponseError has `errors` and `headers` itself, the throttling plugin's error in `data` and `response`.
  const data = toFields("errors" in error ? error : "data" in error ? error.data : undefined);
  const errors = toList(data["errors"]);
  if (status === undefined && errors.length === 0) return undefined;
  const { message, types } = toMessageAndTypes(errors);
  return {
    status,
    message: message || restMessage(response) || error.message,
    types,
    headers: toFields("headers" in error ? error.headers : response["headers"]),
  };
}

/** What went wrong in an answer that came with status 200, as GraphQL's do; undefined where nothing did. */
export function toAnsweredFailure(answer: {
  readonly data: unknown;
  readonly headers: object;
}): GitHubFailure | undefined {
  const errors = toList(toFields(answer.data)["errors"]);
  if (errors.length === 0) return undefined;
  return { status: undefined, headers: { ...answer.headers }, ...toMessageAndTypes(errors) };
}

function toMessageAndTypes(errors: readonly Fields[]): Pick<GitHubFailure, "message" | "types"> {
  return {
    message: errors.map(({ message }) => String(message)).join("; "),
    types: errors.flatMap(({ type }) => (typeof type === "string" ? [type] : [])),
  };
}

/**
 * "Validation Failed: Label.name already_exists", from a REST answer. Octokit's own message holds the refused `value`
 * too, which somebody has written: it belongs neither into the log nor under the patterns that tell refusals apart.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
 */
function restMessage(response: Fields): string | undefined {
  const { message, errors } = toFields(response["data"]);
  if (typeof message !== "string") return undefined;
  const details = toList(errors).map(({ resource, field, code, message: own }) => {
    const what = [resource, field].filter((it) => typeof it === "string").join(".");
    return [what, typeof own === "string" ? own : code].filter((it) => typeof it === "string" && it !== "").join(" ");
  });
  return details.length === 0 ? message : `${message}: ${details.join("; ")}`;
}

function toList(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map((it) => (typeof it === "string" ? { message: it } : toFields(it))) : [];
}

function toFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
