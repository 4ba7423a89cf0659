import type { Config } from "../../config/schema.ts";

/** By whose clocks days begin: those of the calendar by which a repository is measured. Around the clock is in UTC. */
export function zoneOfConfig(config: Pick<Config, "calendars" | "watch"> | undefined): string {
  const { calendars = {}, watch } = config ?? {};
  const [first, ...others] = Object.keys(calendars);
  const name = watch?.calendar ?? (others.length === 0 ? first : "default");
  return name !== undefined && Object.hasOwn(calendars, name) ? (calendars[name]?.timezone ?? "UTC") : "UTC";
}
