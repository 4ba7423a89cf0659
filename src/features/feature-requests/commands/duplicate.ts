import { decideDuplicate, gatherDuplicate } from "./duplicates.ts";
import { command } from "../../command.ts";

export const duplicate = command({
  name: "duplicate",
  usage: "/duplicate #<number>",
  summary: "Close a discussion as a duplicate of another one or of an issue; the votes on a request count there.",
  examples: ["/duplicate #12"],
  who: ["helper"],
  where: ["discussion"],
  gather: gatherDuplicate,
  decide: decideDuplicate,
});
