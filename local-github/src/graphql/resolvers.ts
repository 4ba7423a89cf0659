import type { Fields } from "./context.ts";
import { discussionCategoryFields, discussionCommentFields, discussionFields } from "./reads/discussions.ts";
import { commitFields, refFields, treeEntryFields, treeFields } from "./reads/git-objects.ts";
import { issueCommentFields, issueFields, labelFields, milestoneFields, pullRequestFields } from "./reads/issues.ts";
import {
  iterationFieldFields,
  projectFields,
  projectItemFields,
  projectOwnerFields,
  singleSelectFieldFields,
} from "./reads/projects.ts";
import {
  actorFields,
  organizationFields,
  ownerRepositoriesFields,
  repositoryFields,
  userFields,
} from "./reads/repositories.ts";
import { queryFields } from "./reads/root.ts";
import { reactionGroupFields } from "./reads/comment-fields.ts";
import { discussionMutations } from "./writes/discussions.ts";
import { gitMutations } from "./writes/git.ts";
import { issueMutations, subIssueMutations } from "./writes/issues.ts";
import { projectMutations } from "./writes/projects.ts";
import { subjectMutations } from "./writes/subjects.ts";

/** All fields that are more than a property of their object, by type. */
export const resolvers: Readonly<Record<string, Fields>> = {
  Query: queryFields,
  Mutation: {
    ...discussionMutations,
    ...subjectMutations,
    ...issueMutations,
    ...subIssueMutations,
    ...gitMutations,
    ...projectMutations,
  },
  User: { ...userFields, ...ownerRepositoriesFields, ...projectOwnerFields },
  Bot: actorFields,
  Organization: { ...organizationFields, ...ownerRepositoriesFields, ...projectOwnerFields },
  Repository: repositoryFields,
  Discussion: discussionFields,
  DiscussionComment: discussionCommentFields,
  DiscussionCategory: discussionCategoryFields,
  ReactionGroup: reactionGroupFields,
  Issue: issueFields,
  IssueComment: issueCommentFields,
  PullRequest: pullRequestFields,
  Label: labelFields,
  Milestone: milestoneFields,
  Ref: refFields,
  Commit: commitFields,
  Tree: treeFields,
  TreeEntry: treeEntryFields,
  ProjectV2: projectFields,
  ProjectV2Item: projectItemFields,
  ProjectV2SingleSelectField: singleSelectFieldFields,
  ProjectV2IterationField: iterationFieldFields,
};
