import { fileURLToPath } from "node:url";
import { readFolder, type GitRepository, type ImportedFile } from "local-github-server/git";
import {
  createLabel,
  createOrganization,
  createRepository,
  createTeam,
  createUser,
  type Repository,
  type User,
  type World,
} from "local-github-server/world";
import { repositoryFolder, type Cast, type Content } from "./content.ts";
import { person, type Stage } from "./stage.ts";
import { tellPlanning } from "./tell-planning.ts";
import { tellPullRequest } from "./tell-pull-request.ts";
import { tellThreads } from "./tell-threads.ts";
import { Timeline } from "./timeline.ts";

/** What the demo's world is made from. */
export interface Seed {
  readonly content: Content;
  /** The moment the demo begins; all ages count back from it. */
  readonly now: Date;
  /** A folder that takes the place of the content's own `docs/`. */
  readonly docs: string | undefined;
  readonly git: (repository: Repository) => GitRepository;
}

/**
 * Fills an empty world with the demo's project and its history, each thing at its own time. Nobody is told: the app is
 * installed afterwards. Leaves the world's clock at the last moment told.
 */
export async function seedWorld(world: World, seed: Seed): Promise<Repository> {
  const { cast, threads } = seed.content;
  const timeline = new Timeline(seed.now);
  const setClock = (at: Date): void => world.attach({ now: () => at });
  setClock(timeline.ago(cast.repository.createdAgo));
  const stage = await foundProject(world, cast, seed);
  // Threads and issues about one project would be wrong answers to questions about another's docs.
  const isOwn = seed.docs === undefined;
  tellPlanning(stage, timeline, isOwn ? cast : { ...cast, issues: [] });
  if (isOwn) tellThreads(stage, timeline, threads);
  if (isOwn) for (const pullRequest of cast.pullRequests) tellPullRequest(stage, timeline, pullRequest);
  await timeline.play(setClock);
  return stage.repository;
}

/** The project on its first day: people, organization, repository with labels, and its files. */
async function foundProject(world: World, cast: Cast, seed: Seed): Promise<Stage> {
  for (const { login, name, bio, location } of cast.people) {
    const user = createUser(world, login, { name, ...(bio === undefined ? {} : { bio }) });
    user.location = location ?? null;
  }
  const owner = person({ world }, ownerLogin(cast));
  const { login, name, description, team } = cast.organization;
  const organization = createOrganization(world, login, { name, description, owners: [owner] });
  for (const { login } of cast.people.filter(({ member }) => member)) organization.members.set(login, "member");
  const members = team.members.map((member) => person({ world }, member));
  createTeam(world, organization, { name: team.name, slug: team.name.toLowerCase(), members });
  const roles = cast.people.flatMap(({ login, role }) => (role === undefined ? [] : [[login, role] as const]));
  const repository = createRepository(world, organization, cast.repository.name, {
    description: cast.repository.description,
    categories: cast.categories.map(({ answerable, ...category }) => ({ ...category, isAnswerable: answerable })),
    collaborators: Object.fromEntries(roles),
  });
  for (const label of cast.labels) createLabel(world, owner, repository, label);
  await commitFiles(world, repository, owner, seed);
  return { world, repository, organization, owner, threads: new Map() };
}

function ownerLogin(cast: Cast): string {
  const owner = cast.people.find((each) => each.owner);
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
