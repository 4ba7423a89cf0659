import { z } from "zod";
import { isSameName } from "../../text/is-same-name.ts";
import { coverSpan } from "../../rota/cover-span.ts";
import { EscalationConfig, labelName } from "./escalation-config.ts";
import { CoverConfig, LayerConfig, TeamSlug, TimeZone } from "../../rota/rota-config.ts";

/** The `on-call:` section: who is called, and when. */
export const OnCallConfig = z
  .strictObject({
    timezone: TimeZone.default("UTC").describe(
      "The zone of covers, and of layers that have no other. Times are shown in it.",
    ),
    calendar: z
      .string()
      .min(1)
      .optional()
      .describe(
        "A calendar of `calendars`: in its hours somebody should be on call, and a gap is what is left of them. Without it: always.",
      ),
    team: TeamSlug.optional().describe("Slug of the team that `mention: team` mentions."),
    layers: z
      .array(LayerConfig)
      .max(20)
      .default([])
      .describe("Who takes turns, and in which hours. Where more than one is open, the first counts."),
    covers: z.array(CoverConfig).max(500).default([]).describe("Who takes the place of others for a while."),
    escalation: EscalationConfig.prefault({}).describe("What is done near the end of a target, and after it."),
    "assigned-label": labelName
      .default("assigned")
      .describe("The label of a thread that somebody has taken by `/take`. It is made when missing; `null`: none."),
  })
  .superRefine((config, { addIssue }) => {
    for (const { path, message } of [...layerProblems(config), ...coverProblems(config), ...mentionProblems(config)]) {
      addIssue({ code: "custom", path: [...path], message });
    }
  });
export type OnCallConfig = z.infer<typeof OnCallConfig>;

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Calendars that the rota names and `calendars` does not have. */
export function unknownCalendars(config: OnCallConfig, names: readonly string[]): Problem[] {
  const named = [
    { path: ["calendar"], name: config.calendar },
    ...config.layers.map((it, index) => ({ path: ["layers", index, "calendar"], name: it.calendar })),
  ];
  return named.flatMap(({ path, name }) => {
    if (name === undefined || names.includes(name)) return [];
    return [{ path, message: `there is no calendar \`${name}\` in \`calendars\`` }];
  });
}

function layerProblems({ layers }: OnCallConfig): Problem[] {
  return layers.flatMap(({ name }, index) => {
    if (!layers.slice(0, index).some((it) => it.name === name)) return [];
    return [{ path: ["layers", index, "name"], message: `there are two layers of the name ${name}` }];
  });
}

function coverProblems(config: OnCallConfig): Problem[] {
  const { layers, covers } = config;
  const people = layers.flatMap((it) => it.people ?? []);
  return covers.flatMap((cover, index): Problem[] => {
    const { for: person, layer, from, to } = cover;
    if (layer !== undefined && !layers.some(({ name }) => name === layer)) {
      return [{ path: ["covers", index, "layer"], message: `there is no layer ${layer}` }];
    }
    if (person !== undefined && !people.some((it) => isSameName(it, person))) {
      return [{ path: ["covers", index, "for"], message: `${person} is in no layer, so there is no shift to cover` }];
    }
    const span = coverSpan(config, cover);
    // What is no time is told at its own place.
    if (!span) return [];
    if (span.from >= span.to) {
      return [{ path: ["covers", index, "to"], message: `${to} is not after ${from}` }];
    }
    const other = covers.slice(0, index).find((it) => claimTheSame(config, it, cover));
    if (!other) return [];
    const message = `${cover.who} and ${other.who} (from ${other.from} to ${other.to}) cover the same time: only one can be on call`;
    return [{ path: ["covers", index], message }];
  });
}

function claimTheSame(config: OnCallConfig, one: CoverConfig, other: CoverConfig): boolean {
  const [a, b] = [coverSpan(config, one), coverSpan(config, other)];
  if (!a || !b || a.from >= b.to || b.from >= a.to) return false;
  const arePeople = one.for !== undefined && other.for !== undefined && !isSameName(one.for, other.for);
  const areLayers = one.layer !== undefined && other.layer !== undefined && one.layer !== other.layer;
  return !arePeople && !areLayers;
}

/** Somebody has to be there to be mentioned. */
function mentionProblems({ team, layers, covers, escalation }: OnCallConfig): Problem[] {
  return (["near", "breach"] as const).flatMap((step) => {
    const { mention } = escalation[step];
    const path = ["escalation", step, "mention"];
    if (mention === "team" && team === undefined) {
      return [{ path, message: "needs `team` in `on-call`: which one is to be mentioned?" }];
    }
    if (mention === "on-call" && layers.length + covers.length === 0) {
      return [{ path, message: "needs `layers` in `on-call`: nobody is on call" }];
    }
    return [];
  });
}
