import { fileURLToPath } from "node:url";
import { readFolder, type GitRepository, type ImportedFile } from "local-github-server/git";
import {
  createLabel,
  createOrganization,
  createRepository,
  createTeam,
  createUser,
  type Bot,
  type Repository,
  type User,
  type World,
  commitOnBranch,
  createRef,
  openPullRequest,
} from "local-github-server/world";
import { repositoryFolder, type ProjectContent, type Content } from "./content.ts";
import { person, type SeedContext, fillPlaceholders } from "./seed-context.ts";
import { seedIssues } from "./seed-issues.ts";
import { mondayOf } from "./content-time.ts";
import { PastApp } from "./past/past-app.ts";
import { seedSurveys } from "./past/seed-app-acts.ts";
import type { DatedThread } from "./open-thread.ts";
import { seedDiscussions } from "./seed-discussions.ts";
import type { PastThread } from "./thread-content.ts";
import { afterTime, Timeline } from "./timeline.ts";

/** Of the history, with the present week. */
const quarterDays = 14 * 7;

/** What the demo's world is made from. */
export interface Seed {
  readonly content: Content;
  /** The moment the demo begins; all ages count back from it. */
  readonly now: Date;
  /** A folder that takes the place of the content's own `docs/`. */
  readonly docs: string | undefined;
  readonly git: (repository: Repository) => GitRepository;
  /** The app in whose world it is, with the folder that it will go on in. Missing: it was not at work. */
  readonly app?: { readonly bot: Bot; readonly dataFolder: string };
}

/**
 * Fills an empty world with the demo's project and its history, each thing at its own time. No webhook is sent: the app is
 * installed afterwards. Leaves the world's clock at the last event.
 */
export async function seedWorld(world: World, seed: Seed): Promise<Repository> {
  const { project } = seed.content;
  const timeline = new Timeline(seed.now);
  const setClock = (at: Date): void => world.attach({ now: () => at });
  setClock(timeline.ago(project.repository.createdAgo));
  const context = await createDemoProject(world, project, seed);
  // Threads and issues about one project would be wrong answers to questions about another's docs.
  if (seed.docs === undefined) await seedHistory(context, timeline, seed, setClock);
  else {
    seedIssues(context, timeline, { ...project, issues: [] });
    await timeline.run(setClock);
  }
  return context.repository;
}

async function seedHistory(
  context: SeedContext,
  timeline: Timeline,
  { content: { project, threads, history }, now, app: inCharge }: Seed,
  setClock: (at: Date) => void,
): Promise<void> {
  const { world, repository } = context;
  const app = inCharge && (await PastApp.open({ world, repository, ...inCharge }));
  try {
    if (app) {
      await learnDocs(context, app);
      seedSurveys(timeline, app, quarterDays);
    }
    seedIssues(context, timeline, project);
    seedDiscussions(context, timeline, datesOf(history, now), app);
    const recent = [...threads].map(([name, entry]) => ({ name, opened: timeline.ago(entry.openedAgo), entry }));
    seedDiscussions(context, timeline, recent, app);
    for (const pullRequest of project.pullRequests) seedPullRequest(context, timeline, pullRequest);
    await timeline.run(setClock);
    for (const { login } of project.people.filter(({ gone }) => gone)) deleteAccount(context, login);
    await app?.chooseInterviewees();
  } finally {
    await app?.close();
  }
}

function datesOf(history: readonly PastThread[], now: Date): DatedThread[] {
  const monday = mondayOf(now);
  return history.map((entry) => ({
    name: entry.name ?? entry.title,
    opened: afterTime(monday, -entry.at),
    entry,
  }));
}

async function learnDocs({ world, repository }: SeedContext, app: PastApp): Promise<void> {
  const git = world.git(repository);
  for (const { path, sha } of await git.tree(repository.defaultBranchName, { recursive: true })) {
    if (path.endsWith(".md")) app.learnPage(path, (await git.readBlob(sha)).toString());
  }
}

/** What somebody wrote stays when their account goes, without a name. */
function deleteAccount({ world, repository }: SeedContext, login: string): void {
  const gone = person({ world }, login);
  const comments = repository.discussions.flatMap((it) => it.comments.flatMap((one) => [one, ...one.replies]));
  for (const written of [...repository.discussions, ...comments]) if (written.author === gone) written.author = null;
  world.forget(gone);
}

/** The project on its first day: people, organization, repository with labels, and its files. */
async function createDemoProject(world: World, project: ProjectContent, seed: Seed): Promise<SeedContext> {
  for (const { login, name, bio, location } of project.people) {
    const user = createUser(world, login, { name, ...(bio === undefined ? {} : { bio }) });
    user.location = location ?? null;
  }
  for (const login of project.bots) world.register<Bot>({ ...world.stamp("Bot"), login });
  const owner = person({ world }, ownerLogin(project));
  const { login, name, description, team } = project.organization;
  const organization = createOrganization(world, login, { name, description, owners: [owner] });
  for (const { login } of project.people.filter(({ member }) => member)) organization.members.set(login, "member");
  const members = team.members.map((member) => person({ world }, member));
  createTeam(world, organization, { name: team.name, slug: team.name.toLowerCase(), members });
  const roles = project.people.flatMap(({ login, role }) => (role === undefined ? [] : [[login, role] as const]));
  const repository = createRepository(world, organization, project.repository.name, {
    description: project.repository.description,
    categories: project.categories.map(({ answerable, ...category }) => ({ ...category, isAnswerable: answerable })),
    collaborators: Object.fromEntries(roles),
  });
  for (const label of project.labels) createLabel(world, owner, repository, label);
  await commitFiles(world, repository, owner, seed);
  return { world, repository, organization, owner, threads: new Map() };
}

function ownerLogin(project: ProjectContent): string {
  const owner = project.people.find((each) => each.owner);
  if (owner === undefined) throw new Error("world.yml names no owner of the organization");
  return owner.login;
}

async function commitFiles(world: World, repository: Repository, author: User, seed: Seed): Promise<void> {
  const date = world.timestamp();
  await seed.git(repository).importFiles(repository.defaultBranchName, filesOf(seed.docs), {
    message: "Start Millrace",
    author: { name: author.name ?? author.login, email: author.email, date },
  });
  repository.pushedAt = date;
}

/** The repository's files; with `docs`, that folder stands in for all of the content's own pages. */
async function* filesOf(docs: string | undefined): AsyncGenerator<ImportedFile> {
  for await (const file of readFolder(fileURLToPath(repositoryFolder))) {
    if (docs === undefined || !/^docs\/|\.md$/.test(file.path)) yield file;
  }
  if (docs === undefined) return;
  for await (const file of readFolder(docs)) yield { ...file, path: `docs/${file.path}` };
}

/** Schedules a pull request that adds some lines to the end of a file. */
export function seedPullRequest(
  context: SeedContext,
  timeline: Timeline,
  entry: ProjectContent["pullRequests"][number],
): void {
  timeline.schedule(timeline.ago(entry.openedAgo), async () => {
    const { world, repository } = context;
    const author = person(context, entry.by);
    const head = await branch(context, author, entry);
    if (head === undefined) return;
    await openPullRequest(world, author, repository, {
      title: entry.title,
      body: fillPlaceholders(context, entry.body),
      base: repository.defaultBranchName,
      head,
    });
  });
}

/** Makes the branch with its one commit; undefined when the file is not there (other docs are served). */
async function branch(
  context: SeedContext,
  author: User,
  entry: ProjectContent["pullRequests"][number],
): Promise<string | undefined> {
  const { world, repository } = context;
  const git = world.git(repository);
  const base = await git.resolve(repository.defaultBranchName);
  const blob = await git.resolve(`${repository.defaultBranchName}:${entry.file}`);
  if (base === undefined || blob === undefined) return undefined;
  const text = (await git.readBlob(blob)).toString();
  await createRef(world, author, repository, `refs/heads/${entry.branch}`, base);
  await commitOnBranch(world, author, repository, {
    branch: entry.branch,
    expectedHead: base,
    message: entry.title,
    additions: [{ path: entry.file, content: Buffer.from(`${text}\n${entry.adds}`) }],
    deletions: [],
  });
  return entry.branch;
}
