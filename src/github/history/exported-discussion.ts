import { z } from "zod";

/**
 * A discussion in an export. The query that we print gives all of this; of what another query left out, only what
 * cannot be done without is missed, and the rest is what it mostly is.
 */
const date = z.iso.datetime({ offset: true });

const author = z
  .object({
    __typename: z.enum(["Bot", "EnterpriseUserAccount", "Mannequin", "Organization", "User"]).default("User"),
    login: z.string(),
    databaseId: z.number().nullable().default(null),
  })
  .nullable()
  .default(null);

const lastPage = { hasNextPage: false, endCursor: null };
const pageInfo = z
  .object({ hasNextPage: z.boolean().default(false), endCursor: z.string().nullable().default(null) })
  .default(lastPage);

const Comment = z.object({
  id: z.string().default(""),
  body: z.string(),
  url: z.string().default(""),
  createdAt: date,
  lastEditedAt: date.nullable().default(null),
  editor: z.object({ login: z.string() }).nullable().default(null),
  isMinimized: z.boolean().default(false),
  viewerDidAuthor: z.boolean().default(false),
  author,
  replyTo: z.object({ id: z.string() }).nullable().default(null),
});

const TopLevelComment = Comment.extend({
  replies: z
    .object({ pageInfo, nodes: z.array(Comment.nullable()).nullable().default([]) })
    .default({ pageInfo: lastPage, nodes: [] }),
});

export const ExportedDiscussion = z.object({
  id: z.string().default(""),
  number: z.int().positive(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  createdAt: date,
  updatedAt: date.default("1970-01-01T00:00:00Z"),
  closed: z.boolean().default(false),
  closedAt: date.nullable().default(null),
  lastEditedAt: date.nullable().default(null),
  stateReason: z.enum(["DUPLICATE", "OUTDATED", "REOPENED", "RESOLVED"]).nullable().default(null),
  locked: z.boolean().default(false),
  author,
  category: z
    .object({ name: z.string(), slug: z.string().default(""), isAnswerable: z.boolean().default(true) })
    .transform((it) => ({ ...it, slug: it.slug || slugOf(it.name) })),
  labels: z
    .object({
      nodes: z
        .array(z.object({ name: z.string() }).nullable())
        .nullable()
        .default([]),
    })
    .nullable()
    .default({ nodes: [] }),
  answerChosenAt: date.nullable().default(null),
  answer: Comment.nullable().default(null),
  comments: z
    .object({ pageInfo, nodes: z.array(TopLevelComment.nullable()).nullable().default([]) })
    .default({ pageInfo: lastPage, nodes: [] }),
});

/** As GitHub makes the slug of a category: "Q&A" is `q-a`. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
