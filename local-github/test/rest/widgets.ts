import { afterAll, beforeAll } from "vitest";
import type { LocalGitHub, LocalGitHubOptions } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import {
  createOrganization,
  createRepository,
  createTeam,
  createUser,
  installApp,
  type Repository,
} from "local-github-server/world";

/** A small world for REST tests: acme/widgets with people of each role, files on main and the app installed. */
export interface Widgets {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  /** Head of main at the start. */
  readonly head: string;
}

/** Starts it before the tests of a file and checks all that was said after them. */
export function useWidgets(options: Partial<LocalGitHubOptions> = {}): () => Widgets {
  let widgets: Widgets | undefined;
  beforeAll(async () => {
    widgets = await startWidgets(options);
  });
  afterAll(() => widgets?.github.close());
  return () => {
    if (widgets === undefined) throw new Error("not started yet");
    return widgets;
  };
}

async function startWidgets(options: Partial<LocalGitHubOptions>): Promise<Widgets> {
  const github = await startCheckedGitHub({
    ...options,
    seed: (world, app) => {
      const [maria, olga] = ["maria", "olga"].map((login) => createUser(world, login, { name: login }));
      const [tim, wendy, mona] = ["tim", "wendy", "mona"].map((login) => createUser(world, login));
      if (!maria || !olga || !tim || !wendy || !mona) throw new Error("nobody is there");
      const acme = createOrganization(world, "acme", { owners: [olga] });
      const parent = createTeam(world, acme, { name: "Support", slug: "support", members: [tim] });
      createTeam(world, acme, { name: "On call", slug: "on-call", members: [wendy], parent });
      createRepository(world, acme, "widgets", {
        description: "Widgets",
        collaborators: { tim: "triage", wendy: "write", mona: "maintain" },
      });
      createRepository(world, acme, "secret", { isPrivate: true });
      installApp(world, olga, app, acme);
    },
  });
  const repository = github.world.findRepository("acme", "widgets");
  if (repository === undefined) throw new Error("no repository");
  const head = await github.git(repository).importFiles(
    "main",
    [
      { path: "README.md", content: "# Widgets\n" },
      { path: "docs/a b#c.md", content: "odd name\n" },
      { path: "docs/faq.md", content: "# FAQ\n\nNothing yet.\n" },
      { path: "docs/latest", mode: "120000", content: "faq.md" },
    ],
    { message: "Start", author: { name: "maria", email: "maria@example.com", date: "2026-01-02T03:04:05Z" } },
  );
  return { github, repository, head };
}
