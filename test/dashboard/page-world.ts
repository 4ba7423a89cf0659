import { html } from "hono/html";
import type { Hit } from "../../src/core/knowledge.ts";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { PageReads } from "../../src/dashboard/gather/reads.ts";
import type { RepositoryPage } from "../../src/dashboard/page.ts";
import { openFeatureStores } from "../../src/features/index.ts";
import type { MeasuredRepository } from "../../src/measures/measured-repository.ts";
import { describePlan } from "../../src/pipeline/perform.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { processHolder } from "../../src/queue/process-holder.ts";
import { buildReport } from "../../src/report/build-report.ts";
import { threadsBehind } from "../../src/report/threads-behind.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { measuredWorld } from "../report/measured-world.ts";
import { readHtml, type HtmlElement } from "./read-html.ts";

export const widgets: RepositoryRef = { id: 5, owner: "acme", name: "widgets", installation: 1 };

/** The moment at which pages are looked at, unless a test says otherwise: a Monday. */
export const now = new Date("2026-11-30T12:00:00Z");

/** What a page says when it is looked at. */
export interface ShownPage {
  readonly title: string;
  readonly document: HtmlElement;
  /** All text, with spaces as one. */
  readonly text: string;
  readonly markup: string;
}

/** Records in an empty database, and pages that are made from them. */
export async function openPageWorld() {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  const stores = openFeatureStores(database);
  const records = new RecordStore(database);
  const knowledge = new KnowledgeStore(database, "https://github.com", () => now);
  const inbox = new InboxStore(database, processHolder(database.engine));
  await records.rememberRepository(widgets);
  let measured = measuredWorld([], {});
  let hits: readonly Hit[] = [];
  const reads: PageReads = {
    ...stores,
    records,
    knowledge,
    inbox,
    describePlan,
    finder: { find: async () => hits },
    measurer: {
      report: async (_, period) =>
        buildReport(measured, {
          repository: "acme/widgets",
          source: "records",
          period,
          calendar: { name: "always open", timeZone: "UTC" },
          notes: [],
        }),
      threadsBehind: async (_, query) => threadsBehind(measured, query),
    },
  };
  return {
    stores,
    records,
    knowledge,
    inbox,
    reads,
    measure: (it: MeasuredRepository) => void (measured = it),
    find: (them: readonly Hit[]) => void (hits = them),
    /** Looks at a page; undefined where there is none. */
    async look(
      page: RepositoryPage<PageReads>,
      query: string | Readonly<Record<string, string>> = {},
      given: {
        readonly params?: Readonly<Record<string, string>>;
        readonly isHelper?: boolean;
        readonly now?: Date;
      } = {},
    ): Promise<ShownPage | undefined> {
      const rendered = await page.render({
        repository: widgets,
        viewer: undefined,
        isHelper: false,
        params: {},
        now,
        ...given,
        query: new URLSearchParams(query),
        reads,
      });
      if (!rendered) return undefined;
      const markup = String(
        await html`<!doctype html>
          <html>
            <body>
              <h1>${rendered.title}</h1>
              ${rendered.body}
            </body>
          </html>`,
      );
      // What stands in blocks of its own is told apart by a space.
      const spaced = markup.replaceAll(/<\/(?:td|th|dt|dd|li|p|h\d)>/gu, " $&");
      const document = readHtml(spaced);
      return { title: rendered.title, document, markup, text: textOf(document.querySelector("body")) };
    },
    async close() {
      await database.close();
      await remove();
    },
  };
}

export type PageWorld = Awaited<ReturnType<typeof openPageWorld>>;

/** What stands in an element, with spaces as one. */
export function textOf(element: Pick<HtmlElement, "textContent"> | null | undefined): string {
  return (element?.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
}

/** The rows of the table whose caption or label holds these words, each as the texts of its cells. */
export function rowsOf({ document }: Pick<ShownPage, "document">, caption: string): readonly (readonly string[])[] {
  const table = [...document.querySelectorAll("table")].find((it) =>
    textOf(it.querySelector("caption")).includes(caption),
  );
  if (!table) return [];
  return [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("th, td")].map(textOf));
}

/** Addresses of all links whose text holds these words. */
export function linksTo({ document }: Pick<ShownPage, "document">, words: string): readonly string[] {
  return [...document.querySelectorAll("a")]
    .filter((it) => textOf(it).includes(words))
    .map((it) => it.getAttribute("href") ?? "");
}
