/**
 * What is in a GitHub, and what people do there. Each act checks GitHub's rules, changes the world, and emits what
 * happened, which becomes a webhook. What GitHub refuses is an error with GitHub's words.
 */
export { World, type WorldOptions } from "./world.ts";
export type * from "./objects.ts";

export { createOrganization, createTeam, createUser, roleOf, setRole } from "./people.ts";
export { createRepository, deleteRepository, renameRepository, setArchived, type NewCategory } from "./repositories.ts";
export { forkRepository } from "./forks.ts";
export {
  acceptPermissions,
  changeRepositories,
  createPrivateKey,
  installApp,
  registerApp,
  suspendInstallation,
  uninstallApp,
  unsuspendInstallation,
} from "./installations.ts";

export { closeDiscussion, editDiscussion, openDiscussion, reopenDiscussion } from "./discussions.ts";
export { pinDiscussion, unpinDiscussion } from "./pinned-discussions.ts";
export { deleteDiscussion, transferDiscussion } from "./discussion-removal.ts";
export {
  addDiscussionComment,
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  unmarkAnswer,
} from "./discussion-comments.ts";
export { closeIssue, editIssue, openIssue, reopenIssue, type NewIssue } from "./issues.ts";
export { deleteIssue, transferIssue } from "./issue-removal.ts";
export { addIssueComment, deleteIssueComment, editIssueComment } from "./issue-comments.ts";
export { convertToDiscussion } from "./convert-issue.ts";
export { addSubIssue, removeSubIssue } from "./sub-issues.ts";
export { assign, unassign } from "./assignees.ts";
export { addLabels, createLabel, deleteLabel, editLabel, removeLabels, type LabelInput } from "./labels.ts";
export { createMilestone, deleteMilestone, editMilestone, toStoredDay, type MilestoneInput } from "./milestones.ts";
export { createProject, type NewProjectField } from "./projects.ts";
export {
  addDraftIssue,
  addItem,
  clearFieldValue,
  deleteItem,
  setFieldValue,
  setItemArchived,
} from "./project-items.ts";
export { react, unreact } from "./reactions.ts";
export { lock, minimize, removeUpvote, unlock, unminimize, upvote } from "./moderation.ts";

export {
  closePullRequest,
  editPullRequest,
  openPullRequest,
  reopenPullRequest,
  type NewPullRequest,
} from "./pull-requests.ts";
export { checkRunsOf, rerequestCheckRun } from "./check-runs.ts";
export { mergePullRequest, type MergeInput } from "./merge-pull-request.ts";
export { announcePush, commitOnBranch, createRef, deleteRef, moveRef, type BranchCommit } from "./refs.ts";
