// Written by scripts/generate-graphql.ts from src/github/queries. Change those.

import type { GraphqlDocument } from "../graphql-document.ts";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
/** The possible state reasons of a discussion. */
export type DiscussionStateReason =
  /** The discussion is a duplicate of another */
  | "DUPLICATE"
  /** The discussion is no longer relevant */
  | "OUTDATED"
  /** The discussion was reopened */
  | "REOPENED"
  /** The discussion has been resolved */
  | "RESOLVED";

/** Emojis that can be attached to Issues, Pull Requests and Comments. */
export type ReactionContent =
  /** Represents the `:confused:` emoji. */
  | "CONFUSED"
  /** Represents the `:eyes:` emoji. */
  | "EYES"
  /** Represents the `:heart:` emoji. */
  | "HEART"
  /** Represents the `:hooray:` emoji. */
  | "HOORAY"
  /** Represents the `:laugh:` emoji. */
  | "LAUGH"
  /** Represents the `:rocket:` emoji. */
  | "ROCKET"
  /** Represents the `:-1:` emoji. */
  | "THUMBS_DOWN"
  /** Represents the `:+1:` emoji. */
  | "THUMBS_UP";

/** The reasons a piece of content can be reported or minimized. */
export type ReportedContentClassifiers =
  /** An abusive or harassing piece of content */
  | "ABUSE"
  /** A duplicated piece of content */
  | "DUPLICATE"
  /** An irrelevant piece of content */
  | "OFF_TOPIC"
  /** An outdated piece of content */
  | "OUTDATED"
  /** The content has been resolved */
  | "RESOLVED"
  /** A spammy piece of content */
  | "SPAM";

export type AddCommentMutationVariables = Exact<{
  discussion: string;
  body: string;
  replyTo?: string | null | undefined;
}>;

export type AddCommentMutation = {
  readonly addDiscussionComment: { readonly comment: { readonly id: string } | null } | null;
};

export type AnsweredDiscussionsQueryVariables = Exact<{
  owner: string;
  name: string;
  after?: string | null | undefined;
}>;

export type AnsweredDiscussionsQuery = {
  readonly repository: {
    readonly discussions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<DiscussionFieldsFragment | null> | null;
    };
  } | null;
};

export type BlobTextFragment = {
  readonly oid: string;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
  readonly text: string | null;
};

export type CommentFieldsFragment = {
  readonly id: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly replyTo: { readonly id: string } | null;
};

export type ConfigTextsQueryVariables = Exact<{
  owner: string;
  name: string;
  expression: string;
}>;

export type ConfigTextsQuery = {
  readonly repository: { readonly object: BlobTextFragment | null } | null;
  readonly fallback: { readonly object: BlobTextFragment | null } | null;
};

export type DiscussionFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closed: boolean;
  readonly stateReason: DiscussionStateReason | null;
  readonly locked: boolean;
  readonly answerChosenAt: string | null;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly category: { readonly slug: string; readonly name: string; readonly isAnswerable: boolean };
  readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
  readonly answer: CommentFieldsFragment | null;
};

export type FindDiscussionQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindDiscussionQuery = {
  readonly repository: { readonly discussion: DiscussionFieldsFragment | null } | null;
};

export type FindHeadQueryVariables = Exact<{
  owner: string;
  name: string;
}>;

export type FindHeadQuery = {
  readonly repository: {
    readonly defaultBranchRef: { readonly target: { readonly oid: string } | null } | null;
  } | null;
};

export type FindThreadQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindThreadQuery = {
  readonly repository: {
    readonly discussion: ({ readonly comments: CommentPageFragment } & DiscussionFieldsFragment) | null;
  } | null;
};

export type CommentPageFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<({ readonly replies: ReplyPageFragment } & CommentFieldsFragment) | null> | null;
};

export type ReplyPageFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<CommentFieldsFragment | null> | null;
};

export type FindTopLevelCommentQueryVariables = Exact<{
  comment: string;
}>;

export type FindTopLevelCommentQuery = {
  readonly node: { readonly id: string; readonly replyTo: { readonly id: string } | null } | null;
};

export type FoldCommentMutationVariables = Exact<{
  comment: string;
  classifier: ReportedContentClassifiers;
}>;

export type FoldCommentMutation = {
  readonly minimizeComment: { readonly minimizedComment: { readonly isMinimized: boolean } | null } | null;
};

export type MoreCommentsQueryVariables = Exact<{
  discussion: string;
  after: string;
}>;

export type MoreCommentsQuery = { readonly node: { readonly comments: CommentPageFragment } | null };

export type MoreRepliesQueryVariables = Exact<{
  comment: string;
  after: string;
}>;

export type MoreRepliesQuery = { readonly node: { readonly replies: ReplyPageFragment } | null };

export type ReactMutationVariables = Exact<{
  subject: string;
  content: ReactionContent;
}>;

export type ReactMutation = {
  readonly addReaction: { readonly reaction: { readonly content: ReactionContent } | null } | null;
};

export type UpdateCommentMutationVariables = Exact<{
  comment: string;
  body: string;
}>;

export type UpdateCommentMutation = {
  readonly updateDiscussionComment: { readonly comment: { readonly id: string } | null } | null;
};

export const AddComment: GraphqlDocument<AddCommentMutation, AddCommentMutationVariables> = {
  name: "AddComment",
  kind: "mutation",
  text: `mutation AddComment($discussion: ID!, $body: String!, $replyTo: ID) {
  addDiscussionComment(
    input: {discussionId: $discussion, body: $body, replyToId: $replyTo}
  ) {
    comment {
      id
    }
  }
}`,
};

export const AnsweredDiscussions: GraphqlDocument<AnsweredDiscussionsQuery, AnsweredDiscussionsQueryVariables> = {
  name: "AnsweredDiscussions",
  kind: "query",
  text: `query AnsweredDiscussions($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(
      first: 25
      after: $after
      answered: true
      orderBy: {field: UPDATED_AT, direction: DESC}
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DiscussionFields
      }
    }
  }
}
fragment DiscussionFields on Discussion {
  id
  number
  title
  body
  url
  createdAt
  updatedAt
  closed
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    name
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    ...CommentFields
  }
}
fragment CommentFields on DiscussionComment {
  id
  body
  url
  createdAt
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
  }
  replyTo {
    id
  }
}`,
};

export const BlobText = `fragment BlobText on Blob {
  oid
  isBinary
  isTruncated
  text
}`;

export const ConfigTexts: GraphqlDocument<ConfigTextsQuery, ConfigTextsQueryVariables> = {
  name: "ConfigTexts",
  kind: "query",
  text: `query ConfigTexts($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $expression) {
      ...BlobText
    }
  }
  fallback: repository(owner: $owner, name: ".github") {
    object(expression: $expression) {
      ...BlobText
    }
  }
}
fragment BlobText on Blob {
  oid
  isBinary
  isTruncated
  text
}`,
};

export const FindDiscussion: GraphqlDocument<FindDiscussionQuery, FindDiscussionQueryVariables> = {
  name: "FindDiscussion",
  kind: "query",
  text: `query FindDiscussion($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      ...DiscussionFields
    }
  }
}
fragment DiscussionFields on Discussion {
  id
  number
  title
  body
  url
  createdAt
  updatedAt
  closed
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    name
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    ...CommentFields
  }
}
fragment CommentFields on DiscussionComment {
  id
  body
  url
  createdAt
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
  }
  replyTo {
    id
  }
}`,
};

export const FindHead: GraphqlDocument<FindHeadQuery, FindHeadQueryVariables> = {
  name: "FindHead",
  kind: "query",
  text: `query FindHead($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef {
      target {
        oid
      }
    }
  }
}`,
};

export const FindThread: GraphqlDocument<FindThreadQuery, FindThreadQueryVariables> = {
  name: "FindThread",
  kind: "query",
  text: `query FindThread($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      ...DiscussionFields
      comments(first: 50) {
        ...CommentPage
      }
    }
  }
}
fragment DiscussionFields on Discussion {
  id
  number
  title
  body
  url
  createdAt
  updatedAt
  closed
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    name
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    ...CommentFields
  }
}
fragment CommentFields on DiscussionComment {
  id
  body
  url
  createdAt
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
  }
  replyTo {
    id
  }
}
fragment CommentPage on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...CommentFields
    replies(first: 50) {
      ...ReplyPage
    }
  }
}
fragment ReplyPage on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...CommentFields
  }
}`,
};

export const FindTopLevelComment: GraphqlDocument<FindTopLevelCommentQuery, FindTopLevelCommentQueryVariables> = {
  name: "FindTopLevelComment",
  kind: "query",
  text: `query FindTopLevelComment($comment: ID!) {
  node(id: $comment) {
    ... on DiscussionComment {
      id
      replyTo {
        id
      }
    }
  }
}`,
};

export const FoldComment: GraphqlDocument<FoldCommentMutation, FoldCommentMutationVariables> = {
  name: "FoldComment",
  kind: "mutation",
  text: `mutation FoldComment($comment: ID!, $classifier: ReportedContentClassifiers!) {
  minimizeComment(input: {subjectId: $comment, classifier: $classifier}) {
    minimizedComment {
      isMinimized
    }
  }
}`,
};

export const MoreComments: GraphqlDocument<MoreCommentsQuery, MoreCommentsQueryVariables> = {
  name: "MoreComments",
  kind: "query",
  text: `query MoreComments($discussion: ID!, $after: String!) {
  node(id: $discussion) {
    ... on Discussion {
      comments(first: 50, after: $after) {
        ...CommentPage
      }
    }
  }
}
fragment CommentPage on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...CommentFields
    replies(first: 50) {
      ...ReplyPage
    }
  }
}
fragment CommentFields on DiscussionComment {
  id
  body
  url
  createdAt
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
  }
  replyTo {
    id
  }
}
fragment ReplyPage on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...CommentFields
  }
}`,
};

export const MoreReplies: GraphqlDocument<MoreRepliesQuery, MoreRepliesQueryVariables> = {
  name: "MoreReplies",
  kind: "query",
  text: `query MoreReplies($comment: ID!, $after: String!) {
  node(id: $comment) {
    ... on DiscussionComment {
      replies(first: 100, after: $after) {
        ...ReplyPage
      }
    }
  }
}
fragment ReplyPage on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...CommentFields
  }
}
fragment CommentFields on DiscussionComment {
  id
  body
  url
  createdAt
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
  }
  replyTo {
    id
  }
}`,
};

export const React: GraphqlDocument<ReactMutation, ReactMutationVariables> = {
  name: "React",
  kind: "mutation",
  text: `mutation React($subject: ID!, $content: ReactionContent!) {
  addReaction(input: {subjectId: $subject, content: $content}) {
    reaction {
      content
    }
  }
}`,
};

export const UpdateComment: GraphqlDocument<UpdateCommentMutation, UpdateCommentMutationVariables> = {
  name: "UpdateComment",
  kind: "mutation",
  text: `mutation UpdateComment($comment: ID!, $body: String!) {
  updateDiscussionComment(input: {commentId: $comment, body: $body}) {
    comment {
      id
    }
  }
}`,
};
