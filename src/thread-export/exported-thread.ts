import { z } from "zod";

const author = z.object({ login: z.string(), __typename: z.string().optional() }).nullable().optional();

const reply = z.object({
  id: z.string(),
  author,
  authorAssociation: z.string().optional(),
  createdAt: z.iso.datetime({ offset: true }),
});

const comment = reply.extend({
  replies: z.object({ nodes: z.array(reply.nullable()) }).optional(),
});

/**
 * A discussion as GitHub's GraphQL returns it, as far as measures need it. Fields that are not named here are let be:
 * https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions
 */
export const exportedThread = z.object({
  number: z.int().positive(),
  title: z.string(),
  url: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  closed: z.boolean().optional(),
  closedAt: z.iso.datetime({ offset: true }).nullable().optional(),
  stateReason: z.string().nullable().optional(),
  isAnswered: z.boolean().nullable().optional(),
  answerChosenAt: z.iso.datetime({ offset: true }).nullable().optional(),
  answer: z.object({ id: z.string() }).nullable().optional(),
  author,
  category: z
    .object({ name: z.string().optional(), slug: z.string(), isAnswerable: z.boolean().optional() })
    .optional(),
  labels: z
    .object({ nodes: z.array(z.object({ name: z.string() }).nullable()) })
    .nullable()
    .optional(),
  upvoteCount: z.int().optional(),
  comments: z.object({ nodes: z.array(comment.nullable()) }).optional(),
});
export type ExportedThread = z.infer<typeof exportedThread>;
