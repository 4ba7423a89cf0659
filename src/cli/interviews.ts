import type { Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import type { RecordReads } from "../core/record-reads.ts";
import { fullName } from "../core/repository-name.ts";
import type { Survey } from "../core/survey.ts";
import type { InterviewReads } from "../features/interviews/store/interview-records.ts";
import { toInterviewsView, type InterviewView } from "../features/interviews/to-interviews-view.ts";
import { plain } from "./terminal/plain.ts";
import { print, printJson } from "./terminal/print.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

interface Stores {
  readonly interviews: InterviewReads;
  readonly surveys: {
    surveys(repository: RepositoryRef): Promise<readonly Survey[]>;
    words(repository: RepositoryRef): Promise<readonly { readonly number: number; readonly words: string }[]>;
  };
  readonly records: Pick<RecordReads, "repositories">;
}

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly data: string;
}

interface Listed {
  readonly repository: RepositoryRef;
  readonly view: InterviewView;
}

/** `frontdesk interviews`: whom to talk to this quarter, why, and what to ask. */
export function register(program: Command, open: OpenStores<Stores>): void {
  program
    .command("interviews")
    .description("List the few askers worth talking to this quarter, with the reasons and what to ask.")
    .argument("[owner/repo]", "only this repository")
    .option("--all", "also those who were talked to, and earlier quarters")
    .option("--json", "one JSON array, without what people wrote")
    .addOption(dataOption())
    .action(async (name: string | undefined, options: Options) => {
      await withStores(options.data, open, async (stores) => {
        const only = await findServed(stores.records, name);
        const repositories = only ? [only] : await stores.records.repositories();
        const found: Listed[] = [];
        for (const repository of repositories) {
          for (const view of await list(repository, stores, options)) found.push({ repository, view });
        }
        if (options.json) return printJson(found.map(toData));
        for (const it of found) print(toText(it));
        if (found.length === 0) print("Nobody is left to be talked to.");
      });
    });
}

async function list(
  repository: RepositoryRef,
  { interviews, surveys }: Stores,
  { all }: Options,
): Promise<readonly InterviewView[]> {
  const view = toInterviewsView(await interviews.interviews(repository), {
    words: await surveys.words(repository),
    surveys: await surveys.surveys(repository),
    notes: await interviews.notes(repository),
  });
  return all ? [...view.toTalkTo, ...view.talkedTo, ...view.earlier] : view.toTalkTo;
}

/** What people wrote is for those who talk with them, and not for another program. */
function toData({ repository, view: { words: _words, notes: _notes, ...rest } }: Listed): object {
  return { repository: fullName(repository), ...rest };
}

function toText({ repository, view: it }: Listed): string {
  const state = it.done ? `, talked to on ${it.done.at.slice(0, 10)} by ${plain(it.done.by)}` : "";
  return [
    `${plain(it.login)}  ${fullName(repository)}  ${it.quarter}${state}`,
    ...it.reasons.flatMap(({ text, threads }) => [
      `  ${text}`,
      ...threads.map(({ number, title, url }) => `    #${number} ${plain(title)}  ${plain(url)}`),
    ]),
    ...it.questions.map((question) => `  ask: ${question}`),
    ...it.words.map(({ thread, words }) => `  wrote in #${thread}: ${plain(words)}`),
    ...(it.notes === undefined ? [] : [`  notes: ${plain(it.notes)}`]),
  ].join("\n");
}
