import { inlineText } from "../../../text/neutralise.ts";
import { priorityNames } from "../config.ts";

const names = `\`${priorityNames.slice(0, -1).join("`, `")}\` or \`${priorityNames.at(-1) ?? ""}\``;

export function noPriorityNamed(): string {
  return `Say which priority: ${names}. For example: \`/priority p1\`.`;
}

export function noSuchPriority(written: string): string {
  return `There is no priority ${inlineText(written, 60)}. It is ${names}.`;
}
