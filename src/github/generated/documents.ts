// Written by scripts/generate-graphql.ts from src/github/queries. Change those.

import type { GraphqlDocument } from "../graphql-document.ts";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
/** A comment author association with repository. */
export type CommentAuthorAssociation =
  /** Author has been invited to collaborate on the repository. */
  | "COLLABORATOR"
  /** Author has previously committed to the repository. */
  | "CONTRIBUTOR"
  /** Author has not previously committed to GitHub. */
  | "FIRST_TIMER"
  /** Author has not previously committed to the repository. */
  | "FIRST_TIME_CONTRIBUTOR"
  /** Author is a placeholder for an unclaimed user. */
  | "MANNEQUIN"
  /** Author is a member of the organization that owns the repository. */
  | "MEMBER"
  /** Author has no association with the repository. */
  | "NONE"
  /** Author is the owner of the repository. */
  | "OWNER";

/** The possible reasons for closing a discussion. */
export type DiscussionCloseReason =
  /** The discussion is a duplicate of another */
  | "DUPLICATE"
  /** The discussion is no longer relevant */
  | "OUTDATED"
  /** The discussion has been resolved */
  | "RESOLVED";

/** The possible states of a discussion. */
export type DiscussionState =
  /** A discussion that has been closed */
  | "CLOSED"
  /** A discussion that is open */
  | "OPEN";

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

/** Properties by which issue connections can be ordered. */
export type IssueOrderField =
  /** Order issues by comment count */
  | "COMMENTS"
  /** Order issues by creation time */
  | "CREATED_AT"
  /** Order issues by update time */
  | "UPDATED_AT";

/** The possible state reasons of an issue. */
export type IssueStateReason =
  /** An issue that has been closed as completed */
  | "COMPLETED"
  /**
   * An issue that has been closed as a duplicate. To retrieve this value, set
   * `(enableDuplicate: true)` when querying the stateReason field.
   */
  | "DUPLICATE"
  /** An issue that has been closed as not planned */
  | "NOT_PLANNED"
  /** An issue that has been reopened */
  | "REOPENED";

/** Possible directions in which to order a list of items when provided an `orderBy` argument. */
export type OrderDirection =
  /** Specifies an ascending order for a given `orderBy` argument. */
  | "ASC"
  /** Specifies a descending order for a given `orderBy` argument. */
  | "DESC";

/** The type of a project field. */
export type ProjectV2FieldType =
  /** Assignees */
  | "ASSIGNEES"
  /** Date */
  | "DATE"
  /** Iteration */
  | "ITERATION"
  /** Labels */
  | "LABELS"
  /** Linked Pull Requests */
  | "LINKED_PULL_REQUESTS"
  /** Milestone */
  | "MILESTONE"
  /** Number */
  | "NUMBER"
  /** Parent issue */
  | "PARENT_ISSUE"
  /** Repository */
  | "REPOSITORY"
  /** Reviewers */
  | "REVIEWERS"
  /** Single Select */
  | "SINGLE_SELECT"
  /** Sub-issues progress */
  | "SUB_ISSUES_PROGRESS"
  /** Text */
  | "TEXT"
  /** Title */
  | "TITLE"
  /** Tracked by */
  | "TRACKED_BY"
  /** Tracks */
  | "TRACKS";

/** The values that can be used to update a field of an item inside a Project. Only 1 value can be updated at a time. */
export type ProjectV2FieldValue = {
  /** The ISO 8601 date to set on the field. */
  readonly date?: string | null | undefined;
  /** The id of the iteration to set on the field. */
  readonly iterationId?: string | null | undefined;
  /** The number to set on the field. */
  readonly number?: number | null | undefined;
  /** The id of the single select option to set on the field. */
  readonly singleSelectOptionId?: string | null | undefined;
  /** The text to set on the field. */
  readonly text?: string | null | undefined;
};

/** The possible states of a pull request. */
export type PullRequestState =
  /** A pull request that has been closed without being merged. */
  | "CLOSED"
  /** A pull request that has been closed by being merged. */
  | "MERGED"
  /** A pull request that is still open. */
  | "OPEN";

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

/** The repository's visibility level. */
export type RepositoryVisibility =
  /** The repository is visible only to users in the same enterprise. */
  | "INTERNAL"
  /** The repository is visible only to those with explicit access. */
  | "PRIVATE"
  /** The repository is visible to everyone. */
  | "PUBLIC";

export type BlobTextFragment = {
  readonly oid: string;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
  readonly text: string | null;
};

export type ClosePullRequestMutationVariables = Exact<{
  pull: string;
}>;

export type ClosePullRequestMutation = {
  readonly closePullRequest: { readonly pullRequest: { readonly id: string } | null } | null;
};

export type ConfigTextsQueryVariables = Exact<{
  owner: string;
  name: string;
  expression: string;
}>;

export type ConfigTextsQuery = {
  readonly repository: { readonly visibility: RepositoryVisibility; readonly object: BlobTextFragment | null } | null;
  readonly fallback: { readonly visibility: RepositoryVisibility; readonly object: BlobTextFragment | null } | null;
};

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

export type CloseDiscussionMutationVariables = Exact<{
  discussion: string;
  reason: DiscussionCloseReason;
}>;

export type CloseDiscussionMutation = { readonly closeDiscussion: { readonly clientMutationId: string | null } | null };

export type CommentFieldsFragment = {
  readonly id: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly editor: { readonly login: string } | null;
  readonly author:
    | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
    | ({ readonly login: string } & {
        readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly replyTo: { readonly id: string } | null;
};

export type DiscussionCategoriesQueryVariables = Exact<{
  owner: string;
  name: string;
}>;

export type DiscussionCategoriesQuery = {
  readonly repository: {
    readonly hasDiscussionsEnabled: boolean;
    readonly discussionCategories: {
      readonly nodes: ReadonlyArray<{ readonly slug: string; readonly name: string } | null> | null;
    };
  } | null;
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

export type EditDiscussionMutationVariables = Exact<{
  discussion: string;
  title: string;
  body: string;
}>;

export type EditDiscussionMutation = { readonly updateDiscussion: { readonly clientMutationId: string | null } | null };

export type ExportDiscussionsQueryVariables = Exact<{
  owner: string;
  name: string;
  pageSize?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ExportDiscussionsQuery = {
  readonly rateLimit: { readonly cost: number } | null;
  readonly repository: {
    readonly hasDiscussionsEnabled: boolean;
    readonly discussions: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<ExportDiscussionFragment | null> | null;
    };
  } | null;
};

export type ExportDiscussionFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closed: boolean;
  readonly closedAt: string | null;
  readonly stateReason: DiscussionStateReason | null;
  readonly locked: boolean;
  readonly isAnswered: boolean | null;
  readonly answerChosenAt: string | null;
  readonly authorAssociation: CommentAuthorAssociation;
  readonly upvoteCount: number;
  readonly answer: {
    readonly id: string;
    readonly createdAt: string;
    readonly author:
      | ({ readonly login: string } & {
          readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
        })
      | null;
  } | null;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly category: { readonly name: string; readonly slug: string; readonly isAnswerable: boolean };
  readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
  readonly comments: ExportCommentsFragment;
};

export type ExportCommentsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<({ readonly replies: ExportRepliesFragment } & ExportCommentFragment) | null> | null;
};

export type ExportRepliesFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<ExportCommentFragment | null> | null;
};

export type ExportCommentFragment = {
  readonly id: string;
  readonly authorAssociation: CommentAuthorAssociation;
  readonly createdAt: string;
  readonly deletedAt: string | null;
  readonly isMinimized: boolean;
  readonly minimizedReason: string | null;
  readonly body: string;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
};

export type FindCategoryQueryVariables = Exact<{
  owner: string;
  name: string;
  slug: string;
}>;

export type FindCategoryQuery = {
  readonly repository: { readonly id: string; readonly discussionCategory: { readonly id: string } | null } | null;
};

export type FindDiscussionQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindDiscussionQuery = {
  readonly repository: { readonly discussion: DiscussionFieldsFragment | null } | null;
};

export type FindHistoryQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindHistoryQuery = {
  readonly repository:
    | ({
        readonly discussion: ({ readonly comments: HistoryPageFragment } & ThreadSnapshotFieldsFragment) | null;
      } & PinnedFieldsFragment)
    | null;
};

export type HistoryPageFragment = {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<
    ({ readonly replies: HistoryRepliesFragment } & HistoryCommentFieldsFragment) | null
  > | null;
};

export type HistoryRepliesFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<HistoryCommentFieldsFragment | null> | null;
};

export type FindSnapshotQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindSnapshotQuery = {
  readonly repository:
    | ({
        readonly discussion:
          ({ readonly comments: { readonly totalCount: number } } & ThreadSnapshotFieldsFragment) | null;
      } & PinnedFieldsFragment)
    | null;
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

export type HistoryCommentFieldsFragment = {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly deletedAt: string | null;
  readonly isMinimized: boolean;
  readonly minimizedReason: string | null;
  readonly viewerDidAuthor: boolean;
  readonly author:
    | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
    | ({ readonly login: string } & {
        readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
};

export type IsAnswerQueryVariables = Exact<{
  comment: string;
}>;

export type IsAnswerQuery = { readonly node: { readonly isAnswer: boolean } | null };

export type IsClosedQueryVariables = Exact<{
  discussion: string;
}>;

export type IsClosedQuery = { readonly node: { readonly closed: boolean } | null };

export type MarkAnswerMutationVariables = Exact<{
  comment: string;
}>;

export type MarkAnswerMutation = {
  readonly markDiscussionCommentAsAnswer: { readonly clientMutationId: string | null } | null;
};

export type MinimizeCommentMutationVariables = Exact<{
  comment: string;
  classifier: ReportedContentClassifiers;
}>;

export type MinimizeCommentMutation = {
  readonly minimizeComment: { readonly minimizedComment: { readonly isMinimized: boolean } | null } | null;
};

export type MoreCommentsQueryVariables = Exact<{
  discussion: string;
  after: string;
}>;

export type MoreCommentsQuery = { readonly node: { readonly comments: CommentPageFragment } | null };

export type MoreExportCommentsQueryVariables = Exact<{
  discussion: string;
  after: string;
}>;

export type MoreExportCommentsQuery = {
  readonly rateLimit: { readonly cost: number } | null;
  readonly node: { readonly comments: ExportCommentsFragment } | null;
};

export type MoreExportRepliesQueryVariables = Exact<{
  comment: string;
  after: string;
}>;

export type MoreExportRepliesQuery = {
  readonly rateLimit: { readonly cost: number } | null;
  readonly node: { readonly replies: ExportRepliesFragment } | null;
};

export type MoreHistoryRepliesQueryVariables = Exact<{
  comment: string;
  after: string;
}>;

export type MoreHistoryRepliesQuery = { readonly node: { readonly replies: HistoryRepliesFragment } | null };

export type MoreHistoryQueryVariables = Exact<{
  discussion: string;
  after: string;
}>;

export type MoreHistoryQuery = { readonly node: { readonly comments: HistoryPageFragment } | null };

export type MoreRepliesQueryVariables = Exact<{
  comment: string;
  after: string;
}>;

export type MoreRepliesQuery = { readonly node: { readonly replies: ReplyPageFragment } | null };

export type NewestDiscussionsQueryVariables = Exact<{
  owner: string;
  name: string;
}>;

export type NewestDiscussionsQuery = {
  readonly repository: {
    readonly discussions: {
      readonly nodes: ReadonlyArray<{
        readonly number: number;
        readonly body: string;
        readonly viewerDidAuthor: boolean;
        readonly author:
          | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
          | ({ readonly login: string } & {
              readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
            })
          | null;
      } | null> | null;
    };
  } | null;
};

export type OpenDiscussionMutationVariables = Exact<{
  repository: string;
  category: string;
  title: string;
  body: string;
}>;

export type OpenDiscussionMutation = {
  readonly createDiscussion: { readonly discussion: { readonly number: number } | null } | null;
};

export type OpenDiscussionsQueryVariables = Exact<{
  owner: string;
  name: string;
  category: string;
  after?: string | null | undefined;
}>;

export type OpenDiscussionsQuery = {
  readonly repository: {
    readonly discussions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<DiscussionFieldsFragment | null> | null;
    };
  } | null;
};

export type OpinionsOnQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;

export type OpinionsOnQuery = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly isMinimized: boolean;
    readonly deletedAt: string | null;
    readonly discussion: { readonly author: { readonly login: string } | null } | null;
    readonly reactionGroups: ReadonlyArray<{
      readonly content: ReactionContent;
      readonly reactors: {
        readonly edges: ReadonlyArray<{
          readonly reactedAt: string;
          readonly node:
            | { readonly __typename: "Bot" | "Mannequin" | "Organization" }
            | ({ readonly login: string } & { readonly __typename: "User" });
        } | null> | null;
      };
    }> | null;
  } | null>;
};

export type OwnReactionsQueryVariables = Exact<{
  id: string;
}>;

export type OwnReactionsQuery = {
  readonly node: {
    readonly reactionGroups: ReadonlyArray<{
      readonly content: ReactionContent;
      readonly viewerHasReacted: boolean;
      readonly reactors: {
        readonly nodes: ReadonlyArray<
          | ({ readonly login: string; readonly databaseId: number | null } & { readonly __typename: "Bot" })
          | { readonly __typename: "Mannequin" | "Organization" | "User" }
          | null
        > | null;
      };
    }> | null;
  } | null;
};

export type PastDiscussionsQueryVariables = Exact<{
  owner: string;
  name: string;
  pageSize?: number | null | undefined;
  endCursor?: string | null | undefined;
  direction?: OrderDirection;
}>;

export type PastDiscussionsQuery = {
  readonly repository: {
    readonly hasDiscussionsEnabled: boolean;
    readonly discussions: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<PastDiscussionFragment | null> | null;
    };
  } | null;
};

export type PastDiscussionFragment = {
  readonly closedAt: string | null;
  readonly lastEditedAt: string | null;
  readonly answer: { readonly lastEditedAt: string | null } | null;
  readonly comments: CommentPageFragment;
} & DiscussionFieldsFragment;

export type PinnedFieldsFragment = {
  readonly pinnedDiscussions: {
    readonly nodes: ReadonlyArray<{ readonly discussion: { readonly number: number } } | null> | null;
  };
};

export type ReactMutationVariables = Exact<{
  subject: string;
  content: ReactionContent;
}>;

export type ReactMutation = {
  readonly addReaction: { readonly reaction: { readonly content: ReactionContent } | null } | null;
};

export type ReopenDiscussionMutationVariables = Exact<{
  discussion: string;
}>;

export type ReopenDiscussionMutation = {
  readonly reopenDiscussion: { readonly clientMutationId: string | null } | null;
};

export type ThreadDigestsQueryVariables = Exact<{
  owner: string;
  name: string;
  states: ReadonlyArray<DiscussionState> | DiscussionState;
  after?: string | null | undefined;
}>;

export type ThreadDigestsQuery = {
  readonly rateLimit: { readonly limit: number; readonly remaining: number; readonly resetAt: string } | null;
  readonly repository:
    | ({
        readonly discussions: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly number: number;
            readonly title: string;
            readonly createdAt: string;
            readonly updatedAt: string;
            readonly closed: boolean;
            readonly closedAt: string | null;
            readonly locked: boolean;
            readonly answerChosenAt: string | null;
            readonly author:
              | ({ readonly login: string } & {
                  readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
                })
              | null;
            readonly category: { readonly slug: string };
            readonly answer: { readonly id: string } | null;
            readonly comments: { readonly totalCount: number };
            readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
          } | null> | null;
        };
      } & PinnedFieldsFragment)
    | null;
};

export type ThreadHistoriesQueryVariables = Exact<{
  owner: string;
  name: string;
  states: ReadonlyArray<DiscussionState> | DiscussionState;
  after?: string | null | undefined;
}>;

export type ThreadHistoriesQuery = {
  readonly rateLimit: { readonly limit: number; readonly remaining: number; readonly resetAt: string } | null;
  readonly repository:
    | ({
        readonly all: { readonly totalCount: number };
        readonly discussions: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<
            | ({
                readonly comments: {
                  readonly totalCount: number;
                  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
                  readonly nodes: ReadonlyArray<
                    ({ readonly replies: HistoryRepliesFragment } & HistoryCommentFieldsFragment) | null
                  > | null;
                };
              } & ThreadSnapshotFieldsFragment)
            | null
          > | null;
        };
      } & PinnedFieldsFragment)
    | null;
};

export type ThreadSnapshotFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closed: boolean;
  readonly closedAt: string | null;
  readonly stateReason: DiscussionStateReason | null;
  readonly locked: boolean;
  readonly answerChosenAt: string | null;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly category: { readonly slug: string; readonly isAnswerable: boolean };
  readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
  readonly answer: {
    readonly id: string;
    readonly author:
      | ({ readonly login: string } & {
          readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
        })
      | null;
  } | null;
};

export type UpdateCommentMutationVariables = Exact<{
  comment: string;
  body: string;
}>;

export type UpdateCommentMutation = {
  readonly updateDiscussionComment: { readonly comment: { readonly id: string } | null } | null;
};

export type VoteFieldsFragment = {
  readonly number: number;
  readonly upvoteCount: number;
  readonly reactions: { readonly totalCount: number };
};

export type EditPullRequestMutationVariables = Exact<{
  pull: string;
  title: string;
  body: string;
}>;

export type EditPullRequestMutation = {
  readonly updatePullRequest: { readonly pullRequest: { readonly id: string } | null } | null;
};

export type FindAccountQueryVariables = Exact<{
  login: string;
}>;

export type FindAccountQuery = { readonly user: { readonly databaseId: number | null } | null };

export type FindBranchQueryVariables = Exact<{
  owner: string;
  name: string;
  branch: string;
}>;

export type FindBranchQuery = {
  readonly repository: {
    readonly id: string;
    readonly defaultBranchRef: { readonly name: string } | null;
    readonly ref: { readonly target: { readonly oid: string } | null } | null;
  } | null;
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

export type FindProposalQueryVariables = Exact<{
  owner: string;
  name: string;
  branch: string;
  head: string;
}>;

export type FindProposalQuery = {
  readonly repository: {
    readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } | null } | null;
    readonly ref: { readonly target: { readonly oid: string } | null } | null;
    readonly pullRequests: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly number: number;
        readonly url: string;
        readonly state: PullRequestState;
        readonly title: string;
        readonly body: string;
        readonly headRefOid: string;
        readonly isCrossRepository: boolean;
      } | null> | null;
    };
  } | null;
};

export type FindRepositoryUrlQueryVariables = Exact<{
  owner: string;
  name: string;
}>;

export type FindRepositoryUrlQuery = { readonly repository: { readonly url: string } | null };

export type FindTeamQueryVariables = Exact<{
  owner: string;
  slug: string;
}>;

export type FindTeamQuery = { readonly organization: { readonly team: { readonly slug: string } | null } | null };

export type FindViewerQueryVariables = Exact<{ [key: string]: never }>;

export type FindViewerQuery = { readonly viewer: { readonly login: string; readonly databaseId: number | null } };

export type AddIssueCommentMutationVariables = Exact<{
  issue: string;
  body: string;
}>;

export type AddIssueCommentMutation = {
  readonly addComment: { readonly commentEdge: { readonly node: { readonly id: string } | null } | null } | null;
};

export type AddLabelsMutationVariables = Exact<{
  subject: string;
  labels: ReadonlyArray<string> | string;
}>;

export type AddLabelsMutation = {
  readonly addLabelsToLabelable: {
    readonly labelable: {
      readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
    } | null;
  } | null;
};

export type AddSubIssueMutationVariables = Exact<{
  parent: string;
  child: string;
}>;

export type AddSubIssueMutation = { readonly addSubIssue: { readonly clientMutationId: string | null } | null };

export type FindIssueCommentQueryVariables = Exact<{
  comment: string;
}>;

export type FindIssueCommentQuery = { readonly node: { readonly id: string; readonly body: string } | null };

export type FindIssueQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type FindIssueQuery = { readonly repository: { readonly issue: IssueFieldsFragment | null } | null };

export type FindParentQueryVariables = Exact<{
  issue: string;
}>;

export type FindParentQuery = { readonly node: { readonly parent: { readonly id: string } | null } | null };

export type FindTrackedIssueQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
  withItems: boolean;
}>;

export type FindTrackedIssueQuery = {
  readonly repository: {
    readonly issue:
      | ({
          readonly projectItems?: { readonly nodes: ReadonlyArray<ProjectItemFieldsFragment | null> | null };
        } & TrackedIssueFieldsFragment)
      | null;
  } | null;
};

export type IssueCommentsQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;

export type IssueCommentsQuery = {
  readonly repository: {
    readonly issue: {
      readonly comments: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly body: string;
          readonly viewerDidAuthor: boolean;
          readonly author:
            | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
            | ({ readonly login: string } & {
                readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
              })
            | null;
        } | null> | null;
      };
    } | null;
  } | null;
};

export type IssueFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly closed: boolean;
  readonly stateReason: IssueStateReason | null;
  readonly author:
    | ({ readonly login: string } & {
        readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly milestone: { readonly title: string } | null;
  readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
  readonly comments: {
    readonly nodes: ReadonlyArray<{
      readonly body: string;
      readonly createdAt: string;
      readonly isMinimized: boolean;
      readonly authorAssociation: CommentAuthorAssociation;
      readonly author:
        | ({ readonly login: string } & {
            readonly __typename: "Bot" | "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
          })
        | null;
    } | null> | null;
  };
};

export type LabelsOfQueryVariables = Exact<{
  subject: string;
}>;

export type LabelsOfQuery = {
  readonly node: {
    readonly labels: {
      readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string } | null> | null;
    } | null;
  } | null;
};

export type LabelsQueryVariables = Exact<{
  owner: string;
  name: string;
  after?: string | null | undefined;
}>;

export type LabelsQuery = {
  readonly repository: {
    readonly labels: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string } | null> | null;
    } | null;
  } | null;
};

export type MilestoneFieldsFragment = {
  readonly number: number;
  readonly title: string;
  readonly closed: boolean;
  readonly dueOn: string | null;
};

export type MilestonesQueryVariables = Exact<{
  owner: string;
  name: string;
  after?: string | null | undefined;
}>;

export type MilestonesQuery = {
  readonly repository: {
    readonly milestones: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<MilestoneFieldsFragment | null> | null;
    } | null;
  } | null;
};

export type NewestIssuesQueryVariables = Exact<{
  owner: string;
  name: string;
  by: IssueOrderField;
}>;

export type NewestIssuesQuery = {
  readonly repository: {
    readonly issues: {
      readonly nodes: ReadonlyArray<{
        readonly number: number;
        readonly body: string;
        readonly viewerDidAuthor: boolean;
        readonly author:
          | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
          | ({ readonly login: string } & {
              readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
            })
          | null;
      } | null> | null;
    };
  } | null;
};

export type RecentIssuesQueryVariables = Exact<{
  owner: string;
  name: string;
  after?: string | null | undefined;
}>;

export type RecentIssuesQuery = {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<IssueFieldsFragment | null> | null;
    };
  } | null;
};

export type RemoveLabelsMutationVariables = Exact<{
  subject: string;
  labels: ReadonlyArray<string> | string;
}>;

export type RemoveLabelsMutation = {
  readonly removeLabelsFromLabelable: { readonly clientMutationId: string | null } | null;
};

export type TrackedIssueFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly viewerDidAuthor: boolean;
  readonly closed: boolean;
  readonly closedAt: string | null;
  readonly stateReason: IssueStateReason | null;
  readonly author:
    | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
    | ({ readonly login: string } & {
        readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly repository: { readonly nameWithOwner: string; readonly visibility: RepositoryVisibility };
  readonly labels: { readonly nodes: ReadonlyArray<{ readonly name: string } | null> | null } | null;
  readonly milestone: MilestoneFieldsFragment | null;
  readonly assignees: { readonly nodes: ReadonlyArray<{ readonly login: string } | null> | null };
  readonly subIssues: { readonly nodes: ReadonlyArray<{ readonly number: number } | null> | null };
  readonly timelineItems: {
    readonly nodes: ReadonlyArray<{ readonly discussion: { readonly number: number } | null } | null> | null;
  };
};

export type MoveBranchMutationVariables = Exact<{
  repository: string;
  name: unknown;
  before: string;
  after: string;
}>;

export type MoveBranchMutation = { readonly updateRefs: { readonly clientMutationId: string | null } | null };

export type OpenPullRequestMutationVariables = Exact<{
  repository: string;
  base: string;
  head: string;
  title: string;
  body: string;
}>;

export type OpenPullRequestMutation = {
  readonly createPullRequest: { readonly pullRequest: { readonly id: string } | null } | null;
};

export type AssignedWorkQueryVariables = Exact<{
  owner: string;
  name: string;
  login: string;
  after?: string | null | undefined;
  estimate: string;
  withEstimates: boolean;
}>;

export type AssignedWorkQuery = {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<PlannedIssueFieldsFragment | null> | null;
    };
  } | null;
};

export type BoardWorkQueryVariables = Exact<{
  project: string;
  after?: string | null | undefined;
  iteration: string;
  estimate: string;
}>;

export type BoardWorkQuery = {
  readonly node: {
    readonly items: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly content:
          | { readonly __typename: "DraftIssue" | "PullRequest" }
          | ({ readonly closed: boolean; readonly stateReason: IssueStateReason | null } & {
              readonly __typename: "Issue";
            })
          | null;
        readonly planned: {
          readonly iterationId: string;
          readonly title: string;
          readonly startDate: string;
          readonly duration: number;
        } | null;
        readonly weight: { readonly number: number | null } | null;
      } | null> | null;
    };
  } | null;
};

export type ClosedWorkQueryVariables = Exact<{
  owner: string;
  name: string;
  since: string;
  after?: string | null | undefined;
  estimate: string;
  withEstimates: boolean;
}>;

export type ClosedWorkQuery = {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<PlannedIssueFieldsFragment | null> | null;
    };
  } | null;
};

export type MilestoneWorkQueryVariables = Exact<{
  owner: string;
  name: string;
  milestone: number;
  after?: string | null | undefined;
  estimate: string;
  withEstimates: boolean;
}>;

export type MilestoneWorkQuery = {
  readonly repository: {
    readonly milestone: {
      readonly issues: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: ReadonlyArray<PlannedIssueFieldsFragment | null> | null;
      };
    } | null;
  } | null;
};

export type PlannedIssueFieldsFragment = {
  readonly number: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closed: boolean;
  readonly closedAt: string | null;
  readonly stateReason: IssueStateReason | null;
  readonly viewerDidAuthor: boolean;
  readonly author:
    | ({ readonly databaseId: number | null; readonly login: string } & { readonly __typename: "Bot" })
    | ({ readonly login: string } & {
        readonly __typename: "EnterpriseUserAccount" | "Mannequin" | "Organization" | "User";
      })
    | null;
  readonly projectItems?: {
    readonly nodes: ReadonlyArray<{
      readonly project: { readonly id: string };
      readonly fieldValueByName: { readonly number: number | null } | null;
    } | null> | null;
  };
};

export type AddToProjectMutationVariables = Exact<{
  project: string;
  issue: string;
}>;

export type AddToProjectMutation = {
  readonly addProjectV2ItemById: { readonly item: { readonly id: string } | null } | null;
};

export type ClearProjectFieldMutationVariables = Exact<{
  project: string;
  item: string;
  field: string;
}>;

export type ClearProjectFieldMutation = {
  readonly clearProjectV2ItemFieldValue: { readonly clientMutationId: string | null } | null;
};

export type ItemsOfIssueQueryVariables = Exact<{
  issue: string;
}>;

export type ItemsOfIssueQuery = {
  readonly node: {
    readonly projectItems: {
      readonly nodes: ReadonlyArray<{ readonly id: string; readonly project: { readonly id: string } } | null> | null;
    };
  } | null;
};

export type ProjectFieldsFragment = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly closed: boolean;
  readonly public: boolean;
  readonly fields: {
    readonly nodes: ReadonlyArray<
      | ({ readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType } & {
          readonly __typename: "ProjectV2Field";
        })
      | ({
          readonly id: string;
          readonly name: string;
          readonly configuration: {
            readonly iterations: ReadonlyArray<{
              readonly id: string;
              readonly title: string;
              readonly startDate: string;
              readonly duration: number;
            }>;
          };
        } & { readonly __typename: "ProjectV2IterationField" })
      | ({
          readonly id: string;
          readonly name: string;
          readonly options: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        } & { readonly __typename: "ProjectV2SingleSelectField" })
      | null
    > | null;
  };
};

export type ProjectItemFieldsFragment = {
  readonly id: string;
  readonly project: { readonly id: string; readonly number: number; readonly title: string };
  readonly fieldValues: {
    readonly nodes: ReadonlyArray<
      | ({
          readonly date: string | null;
          readonly field: { readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType };
        } & { readonly __typename: "ProjectV2ItemFieldDateValue" })
      | ({
          readonly iterationId: string;
          readonly title: string;
          readonly field: { readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType };
        } & { readonly __typename: "ProjectV2ItemFieldIterationValue" })
      | {
          readonly __typename:
            | "ProjectV2ItemFieldLabelValue"
            | "ProjectV2ItemFieldMilestoneValue"
            | "ProjectV2ItemFieldPullRequestValue"
            | "ProjectV2ItemFieldRepositoryValue"
            | "ProjectV2ItemFieldReviewerValue"
            | "ProjectV2ItemFieldUserValue";
        }
      | ({
          readonly number: number | null;
          readonly field: { readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType };
        } & { readonly __typename: "ProjectV2ItemFieldNumberValue" })
      | ({
          readonly optionId: string | null;
          readonly name: string | null;
          readonly field: { readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType };
        } & { readonly __typename: "ProjectV2ItemFieldSingleSelectValue" })
      | ({
          readonly text: string | null;
          readonly field: { readonly id: string; readonly name: string; readonly dataType: ProjectV2FieldType };
        } & { readonly __typename: "ProjectV2ItemFieldTextValue" })
      | null
    > | null;
  };
};

export type ProjectsQueryVariables = Exact<{
  owner: string;
  name: string;
  after?: string | null | undefined;
}>;

export type ProjectsQuery = {
  readonly repository: {
    readonly visibility: RepositoryVisibility;
    readonly owner:
      | ({
          readonly projectsV2: {
            readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
            readonly nodes: ReadonlyArray<ProjectFieldsFragment | null> | null;
          };
        } & { readonly __typename: "Organization" })
      | { readonly __typename: "User" };
  } | null;
};

export type RemoveFromProjectMutationVariables = Exact<{
  project: string;
  item: string;
}>;

export type RemoveFromProjectMutation = {
  readonly deleteProjectV2Item: { readonly deletedItemId: string | null } | null;
};

export type SetProjectFieldMutationVariables = Exact<{
  project: string;
  item: string;
  field: string;
  value: ProjectV2FieldValue;
}>;

export type SetProjectFieldMutation = {
  readonly updateProjectV2ItemFieldValue: { readonly clientMutationId: string | null } | null;
};

export type RepositorySetupQueryVariables = Exact<{
  owner: string;
  name: string;
}>;

export type RepositorySetupQuery = {
  readonly repository: {
    readonly isArchived: boolean;
    readonly hasDiscussionsEnabled: boolean;
    readonly discussionCategories: {
      readonly nodes: ReadonlyArray<{
        readonly slug: string;
        readonly name: string;
        readonly isAnswerable: boolean;
      } | null> | null;
    };
  } | null;
};

export const BlobText = `fragment BlobText on Blob {
  oid
  isBinary
  isTruncated
  text
}`;

export const ClosePullRequest: GraphqlDocument<ClosePullRequestMutation, ClosePullRequestMutationVariables> = {
  name: "ClosePullRequest",
  kind: "mutation",
  text: `mutation ClosePullRequest($pull: ID!) {
  closePullRequest(input: {pullRequestId: $pull}) {
    pullRequest {
      id
    }
  }
}`,
};

export const ConfigTexts: GraphqlDocument<ConfigTextsQuery, ConfigTextsQueryVariables> = {
  name: "ConfigTexts",
  kind: "query",
  text: `query ConfigTexts($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) {
    visibility
    object(expression: $expression) {
      ...BlobText
    }
  }
  fallback: repository(owner: $owner, name: ".github") {
    visibility
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  replyTo {
    id
  }
}`,
};

export const CloseDiscussion: GraphqlDocument<CloseDiscussionMutation, CloseDiscussionMutationVariables> = {
  name: "CloseDiscussion",
  kind: "mutation",
  text: `mutation CloseDiscussion($discussion: ID!, $reason: DiscussionCloseReason!) {
  closeDiscussion(input: {discussionId: $discussion, reason: $reason}) {
    clientMutationId
  }
}`,
};

export const DiscussionCategories: GraphqlDocument<DiscussionCategoriesQuery, DiscussionCategoriesQueryVariables> = {
  name: "DiscussionCategories",
  kind: "query",
  text: `query DiscussionCategories($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    hasDiscussionsEnabled
    discussionCategories(first: 25) {
      nodes {
        slug
        name
      }
    }
  }
}`,
};

export const EditDiscussion: GraphqlDocument<EditDiscussionMutation, EditDiscussionMutationVariables> = {
  name: "EditDiscussion",
  kind: "mutation",
  text: `mutation EditDiscussion($discussion: ID!, $title: String!, $body: String!) {
  updateDiscussion(input: {discussionId: $discussion, title: $title, body: $body}) {
    clientMutationId
  }
}`,
};

export const ExportDiscussions: GraphqlDocument<ExportDiscussionsQuery, ExportDiscussionsQueryVariables> = {
  name: "ExportDiscussions",
  kind: "query",
  text: `query ExportDiscussions($owner: String!, $name: String!, $pageSize: Int = 20, $after: String) {
  rateLimit {
    cost
  }
  repository(owner: $owner, name: $name) {
    hasDiscussionsEnabled
    discussions(
      first: $pageSize
      after: $after
      orderBy: {field: CREATED_AT, direction: ASC}
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ExportDiscussion
      }
    }
  }
}
fragment ExportDiscussion on Discussion {
  id
  number
  title
  url
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  locked
  isAnswered
  answerChosenAt
  answer {
    id
    createdAt
    author {
      __typename
      login
    }
  }
  author {
    __typename
    login
  }
  authorAssociation
  category {
    name
    slug
    isAnswerable
  }
  labels(first: 20) {
    nodes {
      name
    }
  }
  upvoteCount
  comments(first: 20) {
    ...ExportComments
  }
}
fragment ExportComments on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...ExportComment
    replies(first: 20) {
      ...ExportReplies
    }
  }
}
fragment ExportComment on DiscussionComment {
  id
  author {
    __typename
    login
  }
  authorAssociation
  createdAt
  deletedAt
  isMinimized
  minimizedReason
  body
}
fragment ExportReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...ExportComment
  }
}`,
};

export const FindCategory: GraphqlDocument<FindCategoryQuery, FindCategoryQueryVariables> = {
  name: "FindCategory",
  kind: "query",
  text: `query FindCategory($owner: String!, $name: String!, $slug: String!) {
  repository(owner: $owner, name: $name) {
    id
    discussionCategory(slug: $slug) {
      id
    }
  }
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  replyTo {
    id
  }
}`,
};

export const FindHistory: GraphqlDocument<FindHistoryQuery, FindHistoryQueryVariables> = {
  name: "FindHistory",
  kind: "query",
  text: `query FindHistory($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    ...PinnedFields
    discussion(number: $number) {
      ...ThreadSnapshotFields
      comments(first: 50) {
        ...HistoryPage
      }
    }
  }
}
fragment PinnedFields on Repository {
  pinnedDiscussions(first: 100) {
    nodes {
      discussion {
        number
      }
    }
  }
}
fragment ThreadSnapshotFields on Discussion {
  id
  number
  title
  url
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    id
    author {
      __typename
      login
    }
  }
}
fragment HistoryPage on DiscussionCommentConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
    replies(first: 50) {
      ...HistoryReplies
    }
  }
}
fragment HistoryCommentFields on DiscussionComment {
  id
  body
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
}
fragment HistoryReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
  }
}`,
};

export const FindSnapshot: GraphqlDocument<FindSnapshotQuery, FindSnapshotQueryVariables> = {
  name: "FindSnapshot",
  kind: "query",
  text: `query FindSnapshot($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    ...PinnedFields
    discussion(number: $number) {
      ...ThreadSnapshotFields
      comments(first: 1) {
        totalCount
      }
    }
  }
}
fragment PinnedFields on Repository {
  pinnedDiscussions(first: 100) {
    nodes {
      discussion {
        number
      }
    }
  }
}
fragment ThreadSnapshotFields on Discussion {
  id
  number
  title
  url
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    id
    author {
      __typename
      login
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
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

export const IsAnswer: GraphqlDocument<IsAnswerQuery, IsAnswerQueryVariables> = {
  name: "IsAnswer",
  kind: "query",
  text: `query IsAnswer($comment: ID!) {
  node(id: $comment) {
    ... on DiscussionComment {
      isAnswer
    }
  }
}`,
};

export const IsClosed: GraphqlDocument<IsClosedQuery, IsClosedQueryVariables> = {
  name: "IsClosed",
  kind: "query",
  text: `query IsClosed($discussion: ID!) {
  node(id: $discussion) {
    ... on Discussion {
      closed
    }
  }
}`,
};

export const MarkAnswer: GraphqlDocument<MarkAnswerMutation, MarkAnswerMutationVariables> = {
  name: "MarkAnswer",
  kind: "mutation",
  text: `mutation MarkAnswer($comment: ID!) {
  markDiscussionCommentAsAnswer(input: {id: $comment}) {
    clientMutationId
  }
}`,
};

export const MinimizeComment: GraphqlDocument<MinimizeCommentMutation, MinimizeCommentMutationVariables> = {
  name: "MinimizeComment",
  kind: "mutation",
  text: `mutation MinimizeComment($comment: ID!, $classifier: ReportedContentClassifiers!) {
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
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

export const MoreExportComments: GraphqlDocument<MoreExportCommentsQuery, MoreExportCommentsQueryVariables> = {
  name: "MoreExportComments",
  kind: "query",
  text: `query MoreExportComments($discussion: ID!, $after: String!) {
  rateLimit {
    cost
  }
  node(id: $discussion) {
    ... on Discussion {
      comments(first: 100, after: $after) {
        ...ExportComments
      }
    }
  }
}
fragment ExportComments on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...ExportComment
    replies(first: 20) {
      ...ExportReplies
    }
  }
}
fragment ExportComment on DiscussionComment {
  id
  author {
    __typename
    login
  }
  authorAssociation
  createdAt
  deletedAt
  isMinimized
  minimizedReason
  body
}
fragment ExportReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...ExportComment
  }
}`,
};

export const MoreExportReplies: GraphqlDocument<MoreExportRepliesQuery, MoreExportRepliesQueryVariables> = {
  name: "MoreExportReplies",
  kind: "query",
  text: `query MoreExportReplies($comment: ID!, $after: String!) {
  rateLimit {
    cost
  }
  node(id: $comment) {
    ... on DiscussionComment {
      replies(first: 100, after: $after) {
        ...ExportReplies
      }
    }
  }
}
fragment ExportReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...ExportComment
  }
}
fragment ExportComment on DiscussionComment {
  id
  author {
    __typename
    login
  }
  authorAssociation
  createdAt
  deletedAt
  isMinimized
  minimizedReason
  body
}`,
};

export const MoreHistoryReplies: GraphqlDocument<MoreHistoryRepliesQuery, MoreHistoryRepliesQueryVariables> = {
  name: "MoreHistoryReplies",
  kind: "query",
  text: `query MoreHistoryReplies($comment: ID!, $after: String!) {
  node(id: $comment) {
    ... on DiscussionComment {
      replies(first: 100, after: $after) {
        ...HistoryReplies
      }
    }
  }
}
fragment HistoryReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
  }
}
fragment HistoryCommentFields on DiscussionComment {
  id
  body
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
}`,
};

export const MoreHistory: GraphqlDocument<MoreHistoryQuery, MoreHistoryQueryVariables> = {
  name: "MoreHistory",
  kind: "query",
  text: `query MoreHistory($discussion: ID!, $after: String!) {
  node(id: $discussion) {
    ... on Discussion {
      comments(first: 100, after: $after) {
        ...HistoryPage
      }
    }
  }
}
fragment HistoryPage on DiscussionCommentConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
    replies(first: 50) {
      ...HistoryReplies
    }
  }
}
fragment HistoryCommentFields on DiscussionComment {
  id
  body
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
}
fragment HistoryReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  replyTo {
    id
  }
}`,
};

export const NewestDiscussions: GraphqlDocument<NewestDiscussionsQuery, NewestDiscussionsQueryVariables> = {
  name: "NewestDiscussions",
  kind: "query",
  text: `query NewestDiscussions($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    discussions(first: 50, orderBy: {field: CREATED_AT, direction: DESC}) {
      nodes {
        number
        body
        viewerDidAuthor
        author {
          __typename
          login
          ... on Bot {
            databaseId
          }
        }
      }
    }
  }
}`,
};

export const OpenDiscussion: GraphqlDocument<OpenDiscussionMutation, OpenDiscussionMutationVariables> = {
  name: "OpenDiscussion",
  kind: "mutation",
  text: `mutation OpenDiscussion($repository: ID!, $category: ID!, $title: String!, $body: String!) {
  createDiscussion(
    input: {repositoryId: $repository, categoryId: $category, title: $title, body: $body}
  ) {
    discussion {
      number
    }
  }
}`,
};

export const OpenDiscussions: GraphqlDocument<OpenDiscussionsQuery, OpenDiscussionsQueryVariables> = {
  name: "OpenDiscussions",
  kind: "query",
  text: `query OpenDiscussions($owner: String!, $name: String!, $category: ID!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(
      first: 25
      after: $after
      categoryId: $category
      states: [OPEN]
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  replyTo {
    id
  }
}`,
};

export const OpinionsOn: GraphqlDocument<OpinionsOnQuery, OpinionsOnQueryVariables> = {
  name: "OpinionsOn",
  kind: "query",
  text: `query OpinionsOn($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on DiscussionComment {
      id
      isMinimized
      deletedAt
      discussion {
        author {
          login
        }
      }
      reactionGroups {
        content
        reactors(first: 50) {
          edges {
            reactedAt
            node {
              __typename
              ... on User {
                login
              }
            }
          }
        }
      }
    }
  }
}`,
};

export const OwnReactions: GraphqlDocument<OwnReactionsQuery, OwnReactionsQueryVariables> = {
  name: "OwnReactions",
  kind: "query",
  text: `query OwnReactions($id: ID!) {
  node(id: $id) {
    ... on Reactable {
      reactionGroups {
        content
        viewerHasReacted
        reactors(first: 50) {
          nodes {
            __typename
            ... on Bot {
              login
              databaseId
            }
          }
        }
      }
    }
  }
}`,
};

export const PastDiscussions: GraphqlDocument<PastDiscussionsQuery, PastDiscussionsQueryVariables> = {
  name: "PastDiscussions",
  kind: "query",
  text: `query PastDiscussions($owner: String!, $name: String!, $pageSize: Int = 20, $endCursor: String, $direction: OrderDirection! = ASC) {
  repository(owner: $owner, name: $name) {
    hasDiscussionsEnabled
    discussions(
      first: $pageSize
      after: $endCursor
      orderBy: {field: CREATED_AT, direction: $direction}
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PastDiscussion
      }
    }
  }
}
fragment PastDiscussion on Discussion {
  ...DiscussionFields
  closedAt
  lastEditedAt
  answer {
    lastEditedAt
  }
  comments(first: 20) {
    ...CommentPage
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
  lastEditedAt
  editor {
    login
  }
  isMinimized
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
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

export const ReopenDiscussion: GraphqlDocument<ReopenDiscussionMutation, ReopenDiscussionMutationVariables> = {
  name: "ReopenDiscussion",
  kind: "mutation",
  text: `mutation ReopenDiscussion($discussion: ID!) {
  reopenDiscussion(input: {discussionId: $discussion}) {
    clientMutationId
  }
}`,
};

export const ThreadDigests: GraphqlDocument<ThreadDigestsQuery, ThreadDigestsQueryVariables> = {
  name: "ThreadDigests",
  kind: "query",
  text: `query ThreadDigests($owner: String!, $name: String!, $states: [DiscussionState!]!, $after: String) {
  rateLimit {
    limit
    remaining
    resetAt
  }
  repository(owner: $owner, name: $name) {
    ...PinnedFields
    discussions(
      first: 100
      after: $after
      states: $states
      orderBy: {field: UPDATED_AT, direction: DESC}
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        title
        createdAt
        updatedAt
        closed
        closedAt
        locked
        author {
          __typename
          login
        }
        category {
          slug
        }
        answerChosenAt
        answer {
          id
        }
        comments(first: 1) {
          totalCount
        }
        labels(first: 100) {
          nodes {
            name
          }
        }
      }
    }
  }
}
fragment PinnedFields on Repository {
  pinnedDiscussions(first: 100) {
    nodes {
      discussion {
        number
      }
    }
  }
}`,
};

export const ThreadHistories: GraphqlDocument<ThreadHistoriesQuery, ThreadHistoriesQueryVariables> = {
  name: "ThreadHistories",
  kind: "query",
  text: `query ThreadHistories($owner: String!, $name: String!, $states: [DiscussionState!]!, $after: String) {
  rateLimit {
    limit
    remaining
    resetAt
  }
  repository(owner: $owner, name: $name) {
    ...PinnedFields
    all: discussions(first: 1) {
      totalCount
    }
    discussions(
      first: 25
      after: $after
      states: $states
      orderBy: {field: UPDATED_AT, direction: DESC}
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ThreadSnapshotFields
        comments(first: 10) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...HistoryCommentFields
            replies(first: 20) {
              ...HistoryReplies
            }
          }
        }
      }
    }
  }
}
fragment PinnedFields on Repository {
  pinnedDiscussions(first: 100) {
    nodes {
      discussion {
        number
      }
    }
  }
}
fragment ThreadSnapshotFields on Discussion {
  id
  number
  title
  url
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  locked
  author {
    __typename
    login
  }
  category {
    slug
    isAnswerable
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  answerChosenAt
  answer {
    id
    author {
      __typename
      login
    }
  }
}
fragment HistoryCommentFields on DiscussionComment {
  id
  body
  createdAt
  lastEditedAt
  deletedAt
  isMinimized
  minimizedReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
}
fragment HistoryReplies on DiscussionCommentConnection {
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    ...HistoryCommentFields
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

export const VoteFields = `fragment VoteFields on Discussion {
  number
  upvoteCount
  reactions(content: THUMBS_UP, first: 1) {
    totalCount
  }
}`;

export const EditPullRequest: GraphqlDocument<EditPullRequestMutation, EditPullRequestMutationVariables> = {
  name: "EditPullRequest",
  kind: "mutation",
  text: `mutation EditPullRequest($pull: ID!, $title: String!, $body: String!) {
  updatePullRequest(input: {pullRequestId: $pull, title: $title, body: $body}) {
    pullRequest {
      id
    }
  }
}`,
};

export const FindAccount: GraphqlDocument<FindAccountQuery, FindAccountQueryVariables> = {
  name: "FindAccount",
  kind: "query",
  text: `query FindAccount($login: String!) {
  user(login: $login) {
    databaseId
  }
}`,
};

export const FindBranch: GraphqlDocument<FindBranchQuery, FindBranchQueryVariables> = {
  name: "FindBranch",
  kind: "query",
  text: `query FindBranch($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    id
    defaultBranchRef {
      name
    }
    ref(qualifiedName: $branch) {
      target {
        oid
      }
    }
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

export const FindProposal: GraphqlDocument<FindProposalQuery, FindProposalQueryVariables> = {
  name: "FindProposal",
  kind: "query",
  text: `query FindProposal($owner: String!, $name: String!, $branch: String!, $head: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef {
      name
      target {
        oid
      }
    }
    ref(qualifiedName: $branch) {
      target {
        oid
      }
    }
    pullRequests(
      headRefName: $head
      first: 1
      orderBy: {field: CREATED_AT, direction: DESC}
    ) {
      nodes {
        id
        number
        url
        state
        title
        body
        headRefOid
        isCrossRepository
      }
    }
  }
}`,
};

export const FindRepositoryUrl: GraphqlDocument<FindRepositoryUrlQuery, FindRepositoryUrlQueryVariables> = {
  name: "FindRepositoryUrl",
  kind: "query",
  text: `query FindRepositoryUrl($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    url
  }
}`,
};

export const FindTeam: GraphqlDocument<FindTeamQuery, FindTeamQueryVariables> = {
  name: "FindTeam",
  kind: "query",
  text: `query FindTeam($owner: String!, $slug: String!) {
  organization(login: $owner) {
    team(slug: $slug) {
      slug
    }
  }
}`,
};

export const FindViewer: GraphqlDocument<FindViewerQuery, FindViewerQueryVariables> = {
  name: "FindViewer",
  kind: "query",
  text: `query FindViewer {
  viewer {
    login
    databaseId
  }
}`,
};

export const AddIssueComment: GraphqlDocument<AddIssueCommentMutation, AddIssueCommentMutationVariables> = {
  name: "AddIssueComment",
  kind: "mutation",
  text: `mutation AddIssueComment($issue: ID!, $body: String!) {
  addComment(input: {subjectId: $issue, body: $body}) {
    commentEdge {
      node {
        id
      }
    }
  }
}`,
};

export const AddLabels: GraphqlDocument<AddLabelsMutation, AddLabelsMutationVariables> = {
  name: "AddLabels",
  kind: "mutation",
  text: `mutation AddLabels($subject: ID!, $labels: [ID!]!) {
  addLabelsToLabelable(input: {labelableId: $subject, labelIds: $labels}) {
    labelable {
      labels(first: 100) {
        nodes {
          name
        }
      }
    }
  }
}`,
};

export const AddSubIssue: GraphqlDocument<AddSubIssueMutation, AddSubIssueMutationVariables> = {
  name: "AddSubIssue",
  kind: "mutation",
  text: `mutation AddSubIssue($parent: ID!, $child: ID!) {
  addSubIssue(input: {issueId: $parent, subIssueId: $child}) {
    clientMutationId
  }
}`,
};

export const FindIssueComment: GraphqlDocument<FindIssueCommentQuery, FindIssueCommentQueryVariables> = {
  name: "FindIssueComment",
  kind: "query",
  text: `query FindIssueComment($comment: ID!) {
  node(id: $comment) {
    ... on IssueComment {
      id
      body
    }
  }
}`,
};

export const FindIssue: GraphqlDocument<FindIssueQuery, FindIssueQueryVariables> = {
  name: "FindIssue",
  kind: "query",
  text: `query FindIssue($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      ...IssueFields
    }
  }
}
fragment IssueFields on Issue {
  id
  number
  title
  body
  url
  createdAt
  updatedAt
  closedAt
  closed
  stateReason
  author {
    __typename
    login
  }
  milestone {
    title
  }
  labels(first: 20) {
    nodes {
      name
    }
  }
  comments(last: 5) {
    nodes {
      body
      createdAt
      isMinimized
      authorAssociation
      author {
        __typename
        login
      }
    }
  }
}`,
};

export const FindParent: GraphqlDocument<FindParentQuery, FindParentQueryVariables> = {
  name: "FindParent",
  kind: "query",
  text: `query FindParent($issue: ID!) {
  node(id: $issue) {
    ... on Issue {
      parent {
        id
      }
    }
  }
}`,
};

export const FindTrackedIssue: GraphqlDocument<FindTrackedIssueQuery, FindTrackedIssueQueryVariables> = {
  name: "FindTrackedIssue",
  kind: "query",
  text: `query FindTrackedIssue($owner: String!, $name: String!, $number: Int!, $withItems: Boolean!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      ...TrackedIssueFields
      projectItems(first: 20) @include(if: $withItems) {
        nodes {
          ...ProjectItemFields
        }
      }
    }
  }
}
fragment TrackedIssueFields on Issue {
  id
  number
  title
  body
  url
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  closed
  closedAt
  stateReason
  repository {
    nameWithOwner
    visibility
  }
  labels(first: 100) {
    nodes {
      name
    }
  }
  milestone {
    ...MilestoneFields
  }
  assignees(first: 20) {
    nodes {
      login
    }
  }
  subIssues(first: 50) {
    nodes {
      number
    }
  }
  timelineItems(last: 1, itemTypes: [CONVERTED_TO_DISCUSSION_EVENT]) {
    nodes {
      ... on ConvertedToDiscussionEvent {
        discussion {
          number
        }
      }
    }
  }
}
fragment MilestoneFields on Milestone {
  number
  title
  closed
  dueOn
}
fragment ProjectItemFields on ProjectV2Item {
  id
  project {
    id
    number
    title
  }
  fieldValues(first: 50) {
    nodes {
      __typename
      ... on ProjectV2ItemFieldTextValue {
        text
        field {
          ... on ProjectV2FieldCommon {
            id
            name
            dataType
          }
        }
      }
      ... on ProjectV2ItemFieldNumberValue {
        number
        field {
          ... on ProjectV2FieldCommon {
            id
            name
            dataType
          }
        }
      }
      ... on ProjectV2ItemFieldDateValue {
        date
        field {
          ... on ProjectV2FieldCommon {
            id
            name
            dataType
          }
        }
      }
      ... on ProjectV2ItemFieldSingleSelectValue {
        optionId
        name
        field {
          ... on ProjectV2FieldCommon {
            id
            name
            dataType
          }
        }
      }
      ... on ProjectV2ItemFieldIterationValue {
        iterationId
        title
        field {
          ... on ProjectV2FieldCommon {
            id
            name
            dataType
          }
        }
      }
    }
  }
}`,
};

export const IssueComments: GraphqlDocument<IssueCommentsQuery, IssueCommentsQueryVariables> = {
  name: "IssueComments",
  kind: "query",
  text: `query IssueComments($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      comments(last: 100) {
        nodes {
          id
          body
          viewerDidAuthor
          author {
            __typename
            login
            ... on Bot {
              databaseId
            }
          }
        }
      }
    }
  }
}`,
};

export const LabelsOf: GraphqlDocument<LabelsOfQuery, LabelsOfQueryVariables> = {
  name: "LabelsOf",
  kind: "query",
  text: `query LabelsOf($subject: ID!) {
  node(id: $subject) {
    ... on Labelable {
      labels(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
}`,
};

export const Labels: GraphqlDocument<LabelsQuery, LabelsQueryVariables> = {
  name: "Labels",
  kind: "query",
  text: `query Labels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
      }
    }
  }
}`,
};

export const Milestones: GraphqlDocument<MilestonesQuery, MilestonesQueryVariables> = {
  name: "Milestones",
  kind: "query",
  text: `query Milestones($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    milestones(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...MilestoneFields
      }
    }
  }
}
fragment MilestoneFields on Milestone {
  number
  title
  closed
  dueOn
}`,
};

export const NewestIssues: GraphqlDocument<NewestIssuesQuery, NewestIssuesQueryVariables> = {
  name: "NewestIssues",
  kind: "query",
  text: `query NewestIssues($owner: String!, $name: String!, $by: IssueOrderField!) {
  repository(owner: $owner, name: $name) {
    issues(first: 50, orderBy: {field: $by, direction: DESC}) {
      nodes {
        number
        body
        viewerDidAuthor
        author {
          __typename
          login
          ... on Bot {
            databaseId
          }
        }
      }
    }
  }
}`,
};

export const RecentIssues: GraphqlDocument<RecentIssuesQuery, RecentIssuesQueryVariables> = {
  name: "RecentIssues",
  kind: "query",
  text: `query RecentIssues($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 50, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...IssueFields
      }
    }
  }
}
fragment IssueFields on Issue {
  id
  number
  title
  body
  url
  createdAt
  updatedAt
  closedAt
  closed
  stateReason
  author {
    __typename
    login
  }
  milestone {
    title
  }
  labels(first: 20) {
    nodes {
      name
    }
  }
  comments(last: 5) {
    nodes {
      body
      createdAt
      isMinimized
      authorAssociation
      author {
        __typename
        login
      }
    }
  }
}`,
};

export const RemoveLabels: GraphqlDocument<RemoveLabelsMutation, RemoveLabelsMutationVariables> = {
  name: "RemoveLabels",
  kind: "mutation",
  text: `mutation RemoveLabels($subject: ID!, $labels: [ID!]!) {
  removeLabelsFromLabelable(input: {labelableId: $subject, labelIds: $labels}) {
    clientMutationId
  }
}`,
};

export const MoveBranch: GraphqlDocument<MoveBranchMutation, MoveBranchMutationVariables> = {
  name: "MoveBranch",
  kind: "mutation",
  text: `mutation MoveBranch($repository: ID!, $name: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
  updateRefs(
    input: {repositoryId: $repository, refUpdates: [{name: $name, beforeOid: $before, afterOid: $after, force: true}]}
  ) {
    clientMutationId
  }
}`,
};

export const OpenPullRequest: GraphqlDocument<OpenPullRequestMutation, OpenPullRequestMutationVariables> = {
  name: "OpenPullRequest",
  kind: "mutation",
  text: `mutation OpenPullRequest($repository: ID!, $base: String!, $head: String!, $title: String!, $body: String!) {
  createPullRequest(
    input: {repositoryId: $repository, baseRefName: $base, headRefName: $head, title: $title, body: $body, maintainerCanModify: true}
  ) {
    pullRequest {
      id
    }
  }
}`,
};

export const AssignedWork: GraphqlDocument<AssignedWorkQuery, AssignedWorkQueryVariables> = {
  name: "AssignedWork",
  kind: "query",
  text: `query AssignedWork($owner: String!, $name: String!, $login: String!, $after: String, $estimate: String!, $withEstimates: Boolean!) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, states: OPEN, filterBy: {assignee: $login}) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PlannedIssueFields
      }
    }
  }
}
fragment PlannedIssueFields on Issue {
  number
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  projectItems(first: 20) @include(if: $withEstimates) {
    nodes {
      project {
        id
      }
      fieldValueByName(name: $estimate) {
        ... on ProjectV2ItemFieldNumberValue {
          number
        }
      }
    }
  }
}`,
};

export const BoardWork: GraphqlDocument<BoardWorkQuery, BoardWorkQueryVariables> = {
  name: "BoardWork",
  kind: "query",
  text: `query BoardWork($project: ID!, $after: String, $iteration: String!, $estimate: String!) {
  node(id: $project) {
    ... on ProjectV2 {
      items(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          content {
            __typename
            ... on Issue {
              closed
              stateReason
            }
          }
          planned: fieldValueByName(name: $iteration) {
            ... on ProjectV2ItemFieldIterationValue {
              iterationId
              title
              startDate
              duration
            }
          }
          weight: fieldValueByName(name: $estimate) {
            ... on ProjectV2ItemFieldNumberValue {
              number
            }
          }
        }
      }
    }
  }
}`,
};

export const ClosedWork: GraphqlDocument<ClosedWorkQuery, ClosedWorkQueryVariables> = {
  name: "ClosedWork",
  kind: "query",
  text: `query ClosedWork($owner: String!, $name: String!, $since: DateTime!, $after: String, $estimate: String!, $withEstimates: Boolean!) {
  repository(owner: $owner, name: $name) {
    issues(
      first: 100
      after: $after
      states: CLOSED
      filterBy: {since: $since}
      orderBy: {field: UPDATED_AT, direction: DESC}
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PlannedIssueFields
      }
    }
  }
}
fragment PlannedIssueFields on Issue {
  number
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  projectItems(first: 20) @include(if: $withEstimates) {
    nodes {
      project {
        id
      }
      fieldValueByName(name: $estimate) {
        ... on ProjectV2ItemFieldNumberValue {
          number
        }
      }
    }
  }
}`,
};

export const MilestoneWork: GraphqlDocument<MilestoneWorkQuery, MilestoneWorkQueryVariables> = {
  name: "MilestoneWork",
  kind: "query",
  text: `query MilestoneWork($owner: String!, $name: String!, $milestone: Int!, $after: String, $estimate: String!, $withEstimates: Boolean!) {
  repository(owner: $owner, name: $name) {
    milestone(number: $milestone) {
      issues(first: 100, after: $after, states: OPEN) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...PlannedIssueFields
        }
      }
    }
  }
}
fragment PlannedIssueFields on Issue {
  number
  createdAt
  updatedAt
  closed
  closedAt
  stateReason
  viewerDidAuthor
  author {
    __typename
    login
    ... on Bot {
      databaseId
    }
  }
  projectItems(first: 20) @include(if: $withEstimates) {
    nodes {
      project {
        id
      }
      fieldValueByName(name: $estimate) {
        ... on ProjectV2ItemFieldNumberValue {
          number
        }
      }
    }
  }
}`,
};

export const AddToProject: GraphqlDocument<AddToProjectMutation, AddToProjectMutationVariables> = {
  name: "AddToProject",
  kind: "mutation",
  text: `mutation AddToProject($project: ID!, $issue: ID!) {
  addProjectV2ItemById(input: {projectId: $project, contentId: $issue}) {
    item {
      id
    }
  }
}`,
};

export const ClearProjectField: GraphqlDocument<ClearProjectFieldMutation, ClearProjectFieldMutationVariables> = {
  name: "ClearProjectField",
  kind: "mutation",
  text: `mutation ClearProjectField($project: ID!, $item: ID!, $field: ID!) {
  clearProjectV2ItemFieldValue(
    input: {projectId: $project, itemId: $item, fieldId: $field}
  ) {
    clientMutationId
  }
}`,
};

export const ItemsOfIssue: GraphqlDocument<ItemsOfIssueQuery, ItemsOfIssueQueryVariables> = {
  name: "ItemsOfIssue",
  kind: "query",
  text: `query ItemsOfIssue($issue: ID!) {
  node(id: $issue) {
    ... on Issue {
      projectItems(first: 100) {
        nodes {
          id
          project {
            id
          }
        }
      }
    }
  }
}`,
};

export const Projects: GraphqlDocument<ProjectsQuery, ProjectsQueryVariables> = {
  name: "Projects",
  kind: "query",
  text: `query Projects($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    visibility
    owner {
      __typename
      ... on Organization {
        projectsV2(first: 20, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...ProjectFields
          }
        }
      }
    }
  }
}
fragment ProjectFields on ProjectV2 {
  id
  number
  title
  url
  closed
  public
  fields(first: 50) {
    nodes {
      __typename
      ... on ProjectV2Field {
        id
        name
        dataType
      }
      ... on ProjectV2SingleSelectField {
        id
        name
        options {
          id
          name
        }
      }
      ... on ProjectV2IterationField {
        id
        name
        configuration {
          iterations {
            id
            title
            startDate
            duration
          }
        }
      }
    }
  }
}`,
};

export const RemoveFromProject: GraphqlDocument<RemoveFromProjectMutation, RemoveFromProjectMutationVariables> = {
  name: "RemoveFromProject",
  kind: "mutation",
  text: `mutation RemoveFromProject($project: ID!, $item: ID!) {
  deleteProjectV2Item(input: {projectId: $project, itemId: $item}) {
    deletedItemId
  }
}`,
};

export const SetProjectField: GraphqlDocument<SetProjectFieldMutation, SetProjectFieldMutationVariables> = {
  name: "SetProjectField",
  kind: "mutation",
  text: `mutation SetProjectField($project: ID!, $item: ID!, $field: ID!, $value: ProjectV2FieldValue!) {
  updateProjectV2ItemFieldValue(
    input: {projectId: $project, itemId: $item, fieldId: $field, value: $value}
  ) {
    clientMutationId
  }
}`,
};

export const RepositorySetup: GraphqlDocument<RepositorySetupQuery, RepositorySetupQueryVariables> = {
  name: "RepositorySetup",
  kind: "query",
  text: `query RepositorySetup($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    isArchived
    hasDiscussionsEnabled
    discussionCategories(first: 100) {
      nodes {
        slug
        name
        isAnswerable
      }
    }
  }
}`,
};
