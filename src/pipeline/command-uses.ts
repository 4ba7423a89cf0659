import type { Config } from "../config/schema.ts";
import type { Command, Place } from "../features/command.ts";
import type { FeatureReads } from "../features/index.ts";
import { findCommands, findQuotedCommands, type CommandLine, type QuotedCommand } from "../text/find-commands.ts";
import type { Commented } from "./to-support-event.ts";

/** A name that somebody wrote, and the commands of ours that have it: one may be known for questions and for issues. */
export interface Named {
  /** In the order of the list; one at least. */
  readonly candidates: readonly Command<FeatureReads>[];
}

/** What a comment asks for. Names we do not know here are left alone: they may be another bot's. */
export function commandUses(
  event: Commented,
  commands: readonly Command<FeatureReads>[],
): readonly (Named & { readonly line: CommandLine; readonly index: number })[] {
  const found = findCommands(event.comment.body).flatMap((line) => {
    const candidates = named(line, event, commands);
    return candidates.length === 0 ? [] : [{ candidates, line }];
  });
  return found.map((it, at) => ({ ...it, index: at + 1 }));
}

/** A command of ours that is quoted text by the line above it. One at most: its answer says it of all in the comment. */
export function quotedUses(
  event: Commented,
  commands: readonly Command<FeatureReads>[],
): readonly (Named & { readonly found: QuotedCommand })[] {
  const uses = findQuotedCommands(event.comment.body).flatMap((found) => {
    const candidates = named(found.line, event, commands);
    return candidates.length === 0 ? [] : [{ candidates, found }];
  });
  return uses.slice(0, 1);
}

/** The command that is meant here: the first that applies. Undefined where none does, and it may mean another bot. */
export async function findMeant(
  candidates: readonly Command<FeatureReads>[],
  event: Commented,
  config: Config,
  reads: FeatureReads,
): Promise<Command<FeatureReads> | undefined> {
  const { repository, number } = event;
  const location = { place: placeOf(event), repository, number };
  for (const command of candidates) {
    if (!command.appliesTo || (await command.appliesTo(location, config, reads))) return command;
  }
  return undefined;
}

function named(
  { name }: CommandLine,
  event: Commented,
  commands: readonly Command<FeatureReads>[],
): readonly Command<FeatureReads>[] {
  return commands.filter((it) => it.name === name && it.where.includes(placeOf(event)));
}

function placeOf({ kind }: Commented): Place {
  return kind === "comment-added" ? "discussion" : "issue";
}
