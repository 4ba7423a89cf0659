import { UserError } from "../../../core/errors.ts";
import { readLocalTime } from "../../../rota/read-rota.ts";
import { readDay } from "../../../text/read-day.ts";
import type { Wish, WishedTime } from "./wish.ts";
import { notATime, tooManyWords } from "../messages/refusals.ts";
import { halfWidth } from "../../../text/half-width.ts";

/** Reads what stands behind the command's name. Throws a `UserError` for what is none of it. */
export function readWish(rest: string, now: Date): Wish {
  const text = halfWidth(rest).trim().replaceAll(/\s+/gu, " ");
  const [, verb = "", more = ""] = /^(list|cancel|move|book)(?: (.*))?$/iu.exec(text) ?? [];
  const is = verb.toLowerCase();
  if (is === "list" || is === "cancel") {
    if (more !== "") throw new UserError(tooManyWords(is));
    return { is };
  }
  const when = verb === "" ? text : more;
  const kind = is === "move" ? "move" : "book";
  return when === "" ? { is: kind } : { is: kind, at: mustReadTime(when, now) };
}

function mustReadTime(text: string, now: Date): WishedTime {
  const [, local = "", zone = ""] = /^(.*?)(?:(?<=\d) ?(Z|UTC|GMT))?$/iu.exec(text) ?? [];
  const read = readLocalTime(local.replace("T", " "));
  if (!read) {
    const day = readDay(local, now);
    throw new UserError(notATime(text, "refused" in day ? day.refused : undefined));
  }
  const shown = read.time.toString({ smallestUnit: "minute" }).replace("T", " ");
  return { local: read.isDay ? shown.slice(0, 10) : shown, isDay: read.isDay, isUtc: zone !== "" };
}
