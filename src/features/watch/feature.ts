import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { WatchStore } from "./store/watch-store.ts";

export const watch = feature({
  name: "watch",
  summary: "Says who owes the next word in a thread and by when, and keeps the promise visible.",
  on: ["thread-observed"],
  slice: "watch",
  openStores: (database) => ({ watch: new WatchStore(database) }),
  decide: () => nothing("there is nothing to do"),
});
