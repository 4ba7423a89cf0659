import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

const how = say("how-to");

/** Why nobody is ticked off, and what to do instead. Notes are never repeated. */
export const notInterviewed = {
  nobody: say("refused.nobody", { how }),
  notNamed: (login: string, left: readonly string[]): Text => {
    const names = enumerated(left.map((it) => inlineText(it, 60)));
    return say("refused.not-named", {
      login: inlineText(login, 60),
      left: left.length === 0 ? say("all-ticked-off") : say("left-to-tick-off", { names }),
      how,
    });
  },
  already: (login: string, day: string): Text => say("refused.already", { login: inlineText(login, 60), day }),
} as const;
