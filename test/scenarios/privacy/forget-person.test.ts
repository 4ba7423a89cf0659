import { forgetsWhoeverWants } from "./forget-person-story.ts";

forgetsWhoeverWants(async () => ({}));
