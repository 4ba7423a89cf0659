import { afterEach, beforeEach } from "vitest";
import type { Section } from "../../src/core/knowledge.ts";
import type { FinderSettings } from "../../src/search-thread/compose-finder.ts";
import { createWorkerFinder, type WorkerFinder } from "../../src/search-thread/worker-finder.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { dataFolder, type DataFolder } from "../contracts/data-folder.ts";

export const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
export const webUrl = "https://github.com";
export const proxy = { title: "How do I install behind a proxy?", body: "The installer cannot reach anything." };

/** A page's one section. */
export function section(path: string, title: string, text: string): Section {
  return { path, anchor: "", headings: [title], title, text, code: "", links: [], aliases: [], line: 1 };
}

export const install = section(
  "docs/install.md",
  "Install behind a proxy",
  "Set HTTPS_PROXY before you run the installer.",
);
export const logging = section(
  "docs/logging.md",
  "Change the log level",
  "Pass --log-level debug to see every request.",
);

/** What is stored, and finders on threads of their own over it, which end with the test. */
export interface FinderWorld {
  readonly data: DataFolder;
  readonly database: Database;
  readonly store: KnowledgeStore;
  readonly warnings: string[];
  finder(more?: Partial<FinderSettings>): WorkerFinder;
  /** Publishes pages of one section each, in place of those before. */
  publish(commit: string, ...sections: readonly Section[]): Promise<void>;
}

/** At the top of a file: an empty one for each test. */
export function finderWorld(): FinderWorld {
  let data: DataFolder;
  let database: Database;
  let store: KnowledgeStore;
  let warnings: string[];
  const open: WorkerFinder[] = [];

  beforeEach(async () => {
    data = await dataFolder();
    database = await openDatabase({ dataFolder: data.folder });
    store = new KnowledgeStore(database, webUrl, () => new Date());
    warnings = [];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((it) => it.close()));
    await database.close();
    await data.remove();
  });

  return {
    get data() {
      return data;
    },
    get database() {
      return database;
    },
    get store() {
      return store;
    },
    get warnings() {
      return warnings;
    },
    finder(more = {}) {
      const log = { warn: (_: object, message: string) => warnings.push(message) };
      const made = createWorkerFinder({ dataFolder: data.folder, webUrl, log, ...more });
      open.push(made);
      return made;
    },
    async publish(commit, ...sections) {
      const pages = sections.map(({ path }) => ({ path, sha: commit }));
      for (const it of sections) await store.putPage({ path: it.path, sha: commit }, [it]);
      await store.publishDocs(widgets, commit, undefined, pages);
    },
  };
}
