import { z } from "zod";
import { isTimeZone } from "../business-time/zone-offsets.ts";
import { isLogin } from "../issues/assignees.ts";
import { isSameName } from "../text/is-same-name.ts";
import { handoverIn, readDate, readLocalTime, readRotation, weekdayNames } from "./read-rota.ts";

/** A person, as the config names them. */
export const Login = z
  .string()
  .refine(isLogin, { error: "must be a login as on GitHub, without the @, such as `ann`" });

export const TeamSlug = z
  .string()
  .regex(/^[a-z\d][a-z\d_-]{0,99}$/iu, "must be the slug of a team, without the organisation, such as `support`");

export const TimeZone = z.string().refine(isTimeZone, {
  // Nothing can be said of times in a zone that there is not.
  abort: true,
  error: "there is no such time zone; write its name in the IANA list, such as `Europe/Prague` or `UTC`",
});

/** People who take turns, or a team. */
export const LayerConfig = z
  .strictObject({
    name: z.string().min(1).max(50).describe("A name of your own, such as `europe`."),
    people: z.array(Login).min(1).max(100).optional().describe("Logins in the order of their turns."),
    team: TeamSlug.optional().describe("Slug of a team that is on call as a whole, instead of `people`."),
    rotation: z
      .string()
      .refine((text) => readRotation(text) !== undefined, {
        error: "must be `day`, `week`, or a number of them, such as `2 weeks`",
      })
      .default("week")
      .describe(
        "How long a turn is: `day`, `week`, `3 days`, `2 weeks`. In turns of days, those on which the calendar is closed do not count.",
      ),
    start: z
      .string()
      .refine((text) => readDate(text) !== undefined, { error: "must be a day that there is, such as `2026-01-05`" })
      .describe("Day on which the first of `people` begins."),
    handover: z
      .string()
      .refine((text) => handoverIn(text) !== undefined, {
        error: "must be a time of day, with or without a weekday before it, such as `Monday 09:00` or `09:00`",
      })
      .optional()
      .describe(
        "When a turn ends and the next one begins: `Monday 09:00`, or `09:00` on the weekday of `start`. Without it: at midnight for a layer with a calendar, between its hours, else at 09:00.",
      ),
    timezone: TimeZone.optional().describe(
      "The zone of `start` and `handover`. Without it: that of the calendar, or else of the rota.",
    ),
    calendar: z
      .string()
      .min(1)
      .optional()
      .describe(
        "A calendar of `calendars`: its hours are those of the layer, its holidays are left out. Without it: around the clock.",
      ),
  })
  .superRefine((layer, { addIssue }) => {
    if ((layer.people === undefined) === (layer.team === undefined)) {
      addIssue({ code: "custom", message: "needs either `people` or `team`" });
    }
    for (const [index, login] of (layer.people ?? []).entries()) {
      if (layer.people?.slice(0, index).some((it) => isSameName(it, login))) {
        const message = `${login} is listed twice: everybody has one turn in a round`;
        addIssue({ code: "custom", path: ["people", index], message });
      }
    }
    const problem = startProblem(layer);
    if (problem !== undefined) addIssue({ code: "custom", path: ["start"], message: problem });
  });
export type LayerConfig = z.infer<typeof LayerConfig>;

const localTime = z.string().refine((text) => readLocalTime(text) !== undefined, {
  error: "must be a day that there is, with or without a time, such as `2026-08-03` or `2026-08-03 09:00`",
});

/** Somebody in the place of others for a while. */
export const CoverConfig = z.strictObject({
  who: Login.describe("Login of whoever is on call instead."),
  from: localTime.describe("First day, or a day and a time."),
  to: localTime.describe("Last day, which is covered as well, or a day and a time."),
  for: Login.optional().describe("Only the shifts of this person, in their hours. Without it: whoever it would be."),
  layer: z
    .string()
    .min(1)
    .optional()
    .describe("Only the shifts of this layer, in its hours. Without it: the whole time."),
});
export type CoverConfig = z.infer<typeof CoverConfig>;

/** What a rota is made of. */
export interface RotaConfig {
  /** IANA name of the zone of covers, and of layers that have no other. */
  readonly timezone: string;
  readonly layers: readonly LayerConfig[];
  readonly covers: readonly CoverConfig[];
}

/** A turn of weeks begins on the weekday of its handover: what would the first one be otherwise? */
function startProblem({ start, handover, rotation }: LayerConfig): string | undefined {
  const day = readDate(start);
  const weekday = handoverIn(handover ?? "")?.weekday;
  const { unit } = readRotation(rotation) ?? {};
  if (!day || weekday === undefined) return undefined;
  if (unit === "day")
    return `has turns of days, so \`handover\` has no weekday: write ${handover?.split(" ").at(-1) ?? ""}`;
  if (day.dayOfWeek === weekday) return undefined;
  const before = day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });
  const names = [weekdayNames[day.dayOfWeek - 1], weekdayNames[weekday - 1]];
  return `${start} is a ${names[0]}, and the handover is on a ${names[1]}: write ${before.toString()} or ${before.add({ days: 7 }).toString()}`;
}
