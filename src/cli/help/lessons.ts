import { judgeLessons } from "./judge-lessons.ts";
import type { Lessons } from "./lesson.ts";
import { lookLessons } from "./look-lessons.ts";
import { mendLessons } from "./mend-lessons.ts";
import { runLessons } from "./run-lessons.ts";

/** All lessons, by the words of their commands, in the order of the help. */
export const lessons: Lessons = { ...runLessons, ...judgeLessons, ...lookLessons, ...mendLessons };
