import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalGitHub } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import { nullOid } from "local-github-server/git";
import {
  announcePush,
  createOrganization,
  createProject,
  createRepository,
  createUser,
  setRole,
  type Organization,
  type Repository,
  type User,
} from "local-github-server/world";

/** A Monday morning before there is anything to do. */
export const startsAt = Date.parse("2026-03-02T07:30:00Z");

const people = { ann: "read", sam: "read", tim: "read", eva: "read", hana: "triage", mia: "maintain" } as const;
export type Login = keyof typeof people;

const config = `
feature-requests:
  project: Roadmap
  sub-issues: true
watch:
  near: 75
  priorities:
    p1: { first-response: 8h, next-response: 30h }
    p3: { first-response: 60h }
  rules:
    - { title: [data loss], priority: p1 }
on-call:
  layers:
    - { name: main, people: [hana], start: 2026-01-05 }
  escalation:
    near: { label: due soon }
    breach: { label: overdue, mention: on-call }
sessions:
  - name: clinic
    rule: FREQ=WEEKLY;BYDAY=MO
    start: 2026-02-02 16:00
    timezone: Europe/Berlin
    minutes: 60
    slots: 2
    host: hana
    link: https://meet.example.com/clinic
office-hours:
  gate: none
survey:
  after: 1h
`;

const files: Readonly<Record<string, string>> = {
  ".github/frontdesk.yml": config,
  "README.md": "# Widgets\n\nMake widgets from the command line.\n",
  "docs/FAQ.md": "# FAQ\n\n## How do I start?\n\nRun `widgets start`.\n",
  "docs/logging.md":
    "# Logging\n\n## Change the log level\n\nPass `--log-level debug`, or set `log.level` in `widgets.toml`, to see every request and its answer.\n\n## Write logs to a file\n\nUse `log.file` with a path. The file is rotated every day at midnight.\n",
  "docs/install.md":
    "# Install\n\n## On Linux\n\nDownload the archive and put `widgets` on your path.\n\n## Behind a proxy\n\nSet `HTTPS_PROXY` before you run the installer; a certificate of your own goes into `NODE_EXTRA_CA_CERTS`.\n",
};

/** A small project on the local GitHub, where time stands still until it is moved. */
export interface ChaosWorld {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly owner: Organization;
  readonly folder: string;
  person(login: Login): User;
  /** Somebody pushes to the default branch. */
  push(changed: Readonly<Record<string, string>>): Promise<void>;
  /** Checks what was asked of GitHub, and leaves nothing behind. */
  close(): Promise<void>;
}

/** Opens one; with `isRealTime` its clock is the machine's. */
export async function openWorld({ isRealTime = false } = {}): Promise<ChaosWorld> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-chaos-"));
  const github = await startCheckedGitHub({
    app: { slug: "frontdesk" },
    folder: join(folder, "github"),
    ...(!isRealTime && { now: () => new Date(startsAt), tokenNow: () => new Date() }),
  });
  const { world } = github;
  const users = Object.keys(people).map((login) => createUser(world, login));
  const person = (login: Login): User => {
    const found = users.find((it) => it.login === login);
    if (!found) throw new Error(`nobody is called ${login}`);
    return found;
  };
  const owner = createOrganization(world, "acme", { owners: [person("mia")] });
  const repository = createRepository(world, owner, "widgets", {});
  for (const [login, role] of Object.entries(people)) setRole(repository, login, role);
  createProject(world, person("mia"), owner, { title: "Roadmap" });
  const push = async (changed: Readonly<Record<string, string>>) => {
    const git = github.git(repository);
    const before = await git.resolve("refs/heads/main");
    const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
    const written = Object.entries(changed).map(([path, content]) => ({ path, content }));
    const after = await git.importFiles("main", written, { message: "Change the docs\n", author, keep: true });
    announcePush(world, person("mia"), repository, {
      ref: "refs/heads/main",
      before: before ?? nullOid,
      after,
      forced: false,
    });
  };
  await push(files);
  return {
    github,
    repository,
    owner,
    folder,
    person,
    push,
    async close() {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
