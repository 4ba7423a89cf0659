import { forgetsWhatGoes } from "./what-goes-story.ts";

forgetsWhatGoes(async () => ({}));
