import type { Suggestion } from "../../../core/suggestion.ts";
import { answerTo, command } from "../../command.ts";
import { reckonKnown } from "../clocks/reckon-known.ts";
import type { WatchConfig } from "../config.ts";
import { gatherThread, type ThreadFacts } from "../gather/gather-thread.ts";
import type { ReadsWithWatch } from "../gather/reads-with-watch.ts";
import { explainClocks } from "../messages/explain-clocks.ts";
import { explainSuggestion } from "../messages/explain-suggestion.ts";
import { say } from "../messages/words.ts";

interface Facts {
  readonly thread: ThreadFacts;
  readonly suggestion: Suggestion | undefined;
}

export const why = command({
  name: "why",
  usage: "/why",
  summary: say("command.why"),
  examples: ["/why"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo: async ({ repository, number }, { watch: { mode } }, { timelines }: ReadsWithWatch) =>
    mode === "on" && (await timelines.findTimeline(repository, number)) !== undefined,

  async gather({ repository, number, config }, reads: ReadsWithWatch): Promise<Facts> {
    const context = { config: config.watch, shared: config, reads };
    const [thread, suggestion] = await Promise.all([
      gatherThread(repository, number, context, false),
      reads.records.findSuggestion(repository, number),
    ]);
    return { thread, suggestion };
  },

  decide(context, { thread, suggestion }) {
    const { config, now } = context;
    const clocks = thread.found === "thread" ? clocksIn(thread, config.watch, now) : unwatched(thread);
    const body = [clocks, explainSuggestion(suggestion)].join("\n\n");
    return { actions: [answerTo(context, "why", body)], because: "a helper asks why" };
  },
});

function clocksIn(facts: Extract<ThreadFacts, { readonly found: "thread" }>, config: WatchConfig, now: Date): string {
  const { calendars } = facts.settings;
  const { reckoned, given } = reckonKnown(facts, { config, calendars, now });
  return explainClocks(reckoned, given, calendars.problems);
}

function unwatched({ because }: Extract<ThreadFacts, { readonly found: "unwatched" }>): string {
  return `This discussion has no clocks: ${because}.`;
}
