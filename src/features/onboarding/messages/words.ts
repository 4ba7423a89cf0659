import { room } from "../../../words/room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: onboardingWords, say } = room("onboarding", en, zhCn);
