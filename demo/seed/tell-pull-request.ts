import { commitOnBranch, createRef, openPullRequest, type User } from "local-github-server/world";
import type { Cast } from "./content.ts";
import { fillIn, person, type Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";

/** Tells of a pull request that adds some lines to the end of a file. */
export function tellPullRequest(stage: Stage, timeline: Timeline, story: Cast["pullRequests"][number]): void {
  timeline.tell(timeline.ago(story.openedAgo), async () => {
    const { world, repository } = stage;
    const author = person(stage, story.by);
    const head = await branch(stage, author, story);
    if (head === undefined) return;
    await openPullRequest(world, author, repository, {
      title: story.title,
      body: fillIn(stage, story.body),
      base: repository.defaultBranchName,
      head,
    });
  });
}

/** Makes the branch with its one commit; undefined when the file is not there (other docs are served). */
async function branch(stage: Stage, author: User, story: Cast["pullRequests"][number]): Promise<string | undefined> {
  const { world, repository } = stage;
  const git = world.git(repository);
  const base = await git.resolve(repository.defaultBranchName);
  const blob = await git.resolve(`${repository.defaultBranchName}:${story.file}`);
  if (base === undefined || blob === undefined) return undefined;
  const text = (await git.readBlob(blob)).toString();
  await createRef(world, author, repository, `refs/heads/${story.branch}`, base);
  await commitOnBranch(world, author, repository, {
    branch: story.branch,
    expectedHead: base,
    message: story.title,
    additions: [{ path: story.file, content: Buffer.from(`${text}\n${story.adds}`) }],
    deletions: [],
  });
  return story.branch;
}
