import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated } from "../../../words/compose-text.ts";
import { priorityNames } from "../config.ts";
import { say } from "./words.ts";

const quoted = priorityNames.map((it) => `\`${it}\``);
const names = say("priority-names", { names: enumerated(quoted.slice(0, -1)), last: quoted.at(-1) ?? "" });

export function noPriorityNamed(): Text {
  return say("refused.no-priority-named", { names });
}

export function noSuchPriority(written: string): Text {
  return say("refused.no-such-priority", { name: inlineText(written, 60), names });
}
