import type { Actor, Discussion, Issue, PullRequest, Reaction } from "local-github-server/world";
import { namesIn } from "./names.ts";
import type { ChaosWorld } from "./open-world.ts";

/** All that people see in the repository, as text of many lines, without what differs from run to run. */
export async function visibleWorld(chaos: ChaosWorld): Promise<string> {
  const { repository, owner } = chaos;
  const { inText } = namesIn(chaos);
  const seen = {
    discussions: byTitle(repository.discussions.map(discussion)),
    issues: byTitle(repository.issues.map(issue)),
    pullRequests: byTitle(repository.pullRequests.map(pullRequest)),
    labels: repository.labels.map(({ name, color }) => `${name} ${color}`).toSorted(),
    milestones: repository.milestones.map(({ title, state, dueOn }) => `${title} ${state} ${dueOn}`).toSorted(),
    boards: owner.projectsV2.flatMap(({ title, items }) =>
      items
        .map(
          ({ content, values, isArchived }) =>
            `${title}: ${"title" in content ? content.title : ""} ${isArchived} ${[...values.values()].map((it) => Object.keys(it).join()).join()}`,
        )
        .toSorted(),
    ),
    files: await filesOf(chaos),
  };
  return withoutOurTimes(inText(JSON.stringify(seen, undefined, 1).replaceAll("\\n", "\n")));
}

/** When we asked, and when we last looked: what people did has its own times. */
function withoutOurTimes(text: string): string {
  return text.replaceAll(/(As of|Reactions count until) \d+ \w+ \d{4}(?:, \d\d:\d\d)?/g, "$1 …");
}

function byTitle<Shown extends { readonly title: string }>(shown: readonly Shown[]): readonly Shown[] {
  return shown.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function discussion(it: Discussion) {
  const { title, body, category, answer, stateReason, upvoters, comments } = it;
  return {
    title,
    ...head(it),
    body,
    category: category.slug,
    stateReason,
    answer: answer?.id ?? null,
    upvoters: [...upvoters].toSorted(),
    comments: inTurn(comments).map((comment) => ({
      ...said(comment),
      hidden: comment.isMinimized && comment.minimizedReason,
      replies: comment.replies.map(said),
    })),
  };
}

/** People's comments as they wrote them, then ours: when one of ours is made hangs on when its webhook came. */
function inTurn<Comment extends { readonly author: Actor | null }>(comments: readonly Comment[]): readonly Comment[] {
  const isOurs = ({ author }: Comment) => author?.__typename === "Bot";
  return [...comments.filter((it) => !isOurs(it)), ...comments.filter(isOurs)];
}

function issue(it: Issue) {
  const { title, body, stateReason, milestone, assignees, subIssues, parent, comments } = it;
  return {
    title,
    ...head(it),
    by: it.author?.login,
    body,
    stateReason,
    milestone: milestone?.title ?? null,
    assignees: assignees.map(({ login }) => login).toSorted(),
    subIssues: subIssues.map((one) => one.title),
    parent: parent?.title ?? null,
    comments: comments.map(said),
  };
}

function pullRequest(it: PullRequest) {
  const { title, body, state, headRefName, mergedBy, comments } = it;
  return {
    title,
    ...head(it),
    by: it.author?.login,
    body,
    state,
    headRefName,
    mergedBy: mergedBy?.login ?? null,
    comments: comments.map(said),
  };
}

function head({ closed, locked, labels, reactions }: Discussion | Issue | PullRequest) {
  return { closed, locked, labels: labels.map(({ name }) => name).toSorted(), reactions: clicked(reactions ?? []) };
}

function said({
  author,
  body,
  reactions,
}: {
  readonly author: { readonly login: string } | null;
  readonly body: string;
  readonly reactions: readonly Reaction[];
}) {
  return { by: author?.login ?? "ghost", body, reactions: clicked(reactions) };
}

function clicked(reactions: readonly Reaction[]): readonly string[] {
  return reactions.map(({ user, content }) => `${user.login} ${content}`).toSorted();
}

/** Every branch with the texts that are in it. */
async function filesOf({ github, repository }: ChaosWorld): Promise<Readonly<Record<string, unknown>>> {
  const git = github.git(repository);
  const branches: Record<string, Record<string, string>> = {};
  for (const { name } of await git.refs("refs/heads/")) {
    const files: Record<string, string> = {};
    for (const { path, sha, type } of await git.tree(name, { recursive: true })) {
      if (type === "blob") files[path] = (await git.readBlob(sha)).toString();
    }
    branches[name] = files;
  }
  return branches;
}
