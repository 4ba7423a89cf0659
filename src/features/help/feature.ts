import { feature } from "../feature.ts";
import { help as command } from "./commands/help.ts";

export const help = feature({
  name: "help",
  summary: "Tells what a person can write here, by `/help`.",
  commands: [command],
});
