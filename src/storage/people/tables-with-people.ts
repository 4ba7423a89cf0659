import type { NamingColumn, TableWithoutPeople, TableWithPeople } from "./table-with-people.ts";

const words: NamingColumn = { is: "words" };
const asGhost: NamingColumn = { is: "login", becomes: "ghost" };
const asNobody: NamingColumn = { is: "login", becomes: "null" };
const json = (keys: { readonly ghost?: readonly string[]; readonly gone?: readonly string[] } = {}): NamingColumn => ({
  is: "json",
  ghost: keys.ghost ?? [],
  gone: keys.gone ?? [],
});

/**
 * Every table that can name a person, with what becomes of it when they are forgotten. Rows stay where something is
 * counted by them. A guard holds this list and the next one against the tables that there are.
 */
export const tablesWithPeople: readonly TableWithPeople[] = [
  { table: "command_uses", key: ["repository", "person", "key"], goWith: "person", columns: {}, free: ["key"] },
  {
    table: "feedback",
    key: ["repository", "number", "given_by"],
    columns: { given_by: asGhost },
    free: ["via"],
  },
  {
    table: "suggestion_records",
    key: ["repository", "number"],
    columns: { record: json() },
    free: ["mode"],
  },
  {
    table: "threads",
    key: ["repository", "number"],
    columns: { thread: json() },
    hasRevision: true,
    free: [],
  },
  {
    table: "issues",
    key: ["repository", "number"],
    columns: { issue: json() },
    hasRevision: true,
    free: [],
  },
  {
    table: "promotions",
    key: ["repository", "number"],
    columns: { promotion: json({ ghost: ["by"], gone: ["answerer"] }) },
    free: ["state", "branch"],
  },
  { table: "faq_reviews", key: ["repository"], columns: { review: json() }, free: [] },
  {
    table: "feature_requests",
    key: ["repository", "number"],
    columns: { record: json({ ghost: ["by", "hosts"], gone: ["askedBy"] }), link: json() },
    free: ["state"],
  },
  {
    table: "timeline_threads",
    key: ["repository", "number"],
    columns: { asker: asNobody, observed: json({ gone: ["by"] }) },
    // As where the account is gone: whoever else is nobody in this thread then counts as its asker.
    settle: { where: "asker", change: () => ({ is_asker_gone: 1 }) },
    free: ["opener_role", "version", "full_version", "listed"],
  },
  {
    table: "timeline_entries",
    key: ["repository", "number", "key"],
    columns: { by: asNobody, details: json({ ghost: ["by", "to"] }) },
    free: ["key", "kind", "role", "sense", "seen"],
  },
  { table: "timeline_people", key: ["repository", "login"], goWith: "login", columns: {}, free: ["role"] },
  {
    table: "watched_threads",
    key: ["repository", "number"],
    columns: { record: json({ ghost: ["assignee"], gone: ["asker"] }) },
    free: ["status", "digest"],
  },
  { table: "thread_resolutions", key: ["repository", "number"], columns: { record: json() }, free: [] },
  {
    table: "bookings",
    key: ["repository", "number"],
    columns: { person: asNobody, record: json({ ghost: ["by", "hosts"], gone: ["for"] }) },
    free: ["series", "session", "state"],
  },
  {
    table: "calendar_sessions",
    key: ["repository", "series", "session"],
    columns: { record: json({ ghost: ["hosts"] }) },
    free: ["series", "session"],
  },
  {
    table: "survey_words",
    key: ["repository", "number"],
    goWithRowOf: { table: "surveys", column: "person", by: ["repository", "number"] },
    columns: { words },
    free: [],
  },
  {
    table: "surveys",
    key: ["repository", "number"],
    columns: { person: asGhost, record: json({ ghost: ["of"] }) },
    settle: { where: "person", change: endSurvey },
    free: ["status"],
  },
  { table: "survey_silenced", key: ["repository", "person"], goWith: "person", columns: {}, free: [] },
  {
    table: "interview_notes",
    key: ["repository", "quarter", "person"],
    goWith: "person",
    columns: { notes: words },
    free: ["quarter"],
  },
  {
    table: "interviews",
    key: ["repository", "quarter", "person"],
    columns: { person: asGhost, login: asGhost, done_by: asGhost, reasons: json() },
    settle: { where: "person", change: () => ({ reasons: "[]" }) },
    free: ["quarter"],
  },
];

/** Nobody is asked any more. What they answered still counts. */
function endSurvey({ record }: Readonly<Record<string, unknown>>): Record<string, string | null> {
  const { dueAt: _, ...survey } = JSON.parse(String(record)) as Readonly<Record<string, unknown>>;
  return { status: "done", due_at: null, record: JSON.stringify({ ...survey, status: "done" }) };
}

const ofFiles = "it is made of files in the repository, and made again when those are read";
const namesNobody = "it holds ids, numbers, digests and names of things";

/** All other tables. */
export const tablesWithoutPeople: readonly TableWithoutPeople[] = [
  ...["deliveries", "delivery_payloads", "delivery_plans"].map((table) => ({
    table,
    because: "the inbox forgets what deliveries say that name the person",
  })),
  { table: "delivery_steps", because: namesNobody },
  { table: "config_issues", because: namesNobody },
  { table: "webhook_sweeps", because: namesNobody },
  { table: "lost_webhooks", because: namesNobody },
  { table: "repositories", because: "whoever owns a repository is in its name, as long as it is served" },
  { table: "knowledge", because: "whoever owns a repository is in its name, as long as it is served" },
  { table: "calendar_names", because: "whoever owns a repository is in its name, as long as it is served" },
  { table: "calendar_feeds", because: "the owner is in the repository's name, and hosts are as its config names them" },
  { table: "configs", because: ofFiles },
  { table: "calendar_files", because: ofFiles },
  { table: "pages", because: ofFiles },
  { table: "docs_pages", because: namesNobody },
  { table: "stale_entries", because: namesNobody },
  { table: "faq_evidence", because: namesNobody },
  { table: "issue_settings", because: ofFiles },
  { table: "our_comments", because: namesNobody },
  { table: "suggestions", because: namesNobody },
  { table: "item_vectors", because: "vectors are made anew of what has changed" },
  { table: "snapshots", because: "snapshots of indexes in which something changed go as a whole" },
  { table: "snapshot_pieces", because: "snapshots of indexes in which something changed go as a whole" },
  { table: "thresholds", because: namesNobody },
  { table: "timeline_progress", because: namesNobody },
  { table: "watches", because: namesNobody },
  { table: "on_call_notices", because: namesNobody },
  { table: "on_call_labels", because: namesNobody },
  { table: "chat_posts", because: namesNobody },
  { table: "living_issues", because: namesNobody },
  { table: "reports", because: namesNobody },
  { table: "onboarding", because: namesNobody },
  { table: "expiring_names", because: "sessions and sign-ins are named by what is drawn at random, for some hours" },
  { table: "visibility", because: namesNobody },
  { table: "github_budgets", because: namesNobody },
  { table: "forgotten_people", because: "it tells who is forgotten, by a digest" },
];
