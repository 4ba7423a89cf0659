import { z } from "zod";

const time = z.iso.datetime({ offset: true, error: "must be a time in ISO 8601, such as 2026-03-01T09:00:00Z" });
/** Null as much as missing: GraphQL writes null, and people leave out. */
const maybe = <Type extends z.ZodType>(type: Type) => type.nullish().transform((it) => it ?? undefined);
const nodesOf = <Type extends z.ZodType>(type: Type) =>
  z.object({
    nodes: maybe(z.array(type.nullable())).transform((it = []) => it.filter((node) => node !== null)),
    totalCount: maybe(z.int()),
    pageInfo: maybe(z.object({ hasNextPage: maybe(z.boolean()) })),
  });

/** Null where the account is gone: GitHub shows all of these as the same `ghost`. */
const author = maybe(z.object({ login: z.string().min(1), __typename: maybe(z.string()) }));

const reply = z.object({
  id: maybe(z.string()),
  author,
  authorAssociation: maybe(z.string()),
  createdAt: time,
  deletedAt: maybe(time),
  isMinimized: maybe(z.boolean()),
  minimizedReason: maybe(z.string()),
  body: maybe(z.string()),
  /** What `body` says, where that was left out: see `Sense`. `frontdesk export` writes it. */
  sense: maybe(z.enum(["commands", "remark", "thanks", "words"])),
});
export type ExportedReply = z.infer<typeof reply>;

const comment = reply.extend({ replies: maybe(nodesOf(reply)) });

const category = z
  .object({ name: maybe(z.string()), slug: maybe(z.string()), isAnswerable: maybe(z.boolean()) })
  .transform(({ name = "", slug, ...rest }) => ({ ...rest, slug: slug ?? slugOf(name) }));

/**
 * A discussion as GitHub's GraphQL returns it, as far as measures need it. Fields that are not named here are let be:
 * https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions
 */
export const exportedThread = z.object({
  id: maybe(z.string()),
  number: z.int().positive(),
  title: z.string(),
  url: z.string(),
  createdAt: time,
  updatedAt: maybe(time),
  closed: maybe(z.boolean()),
  closedAt: maybe(time),
  stateReason: maybe(z.string()),
  locked: maybe(z.boolean()),
  answerChosenAt: maybe(time),
  answer: maybe(z.object({ id: z.string(), author, createdAt: maybe(time) })),
  author,
  authorAssociation: maybe(z.string()),
  category: maybe(category),
  labels: maybe(nodesOf(z.object({ name: z.string() }))),
  upvoteCount: maybe(z.int()),
  comments: maybe(nodesOf(comment)),
});
export type ExportedThread = z.infer<typeof exportedThread>;

/** What people may do in the repository, by their logins. */
export const exportedRoles = z.record(
  z.string(),
  z.enum(["none", "read", "triage", "write", "maintain", "admin"], {
    error: "must be none, read, triage, write, maintain or admin",
  }),
);
export type ExportedRoles = z.infer<typeof exportedRoles>;

/** As GitHub makes the slug of a category: "Q&A" is `q-a`. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
