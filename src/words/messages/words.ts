import { room } from "../room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: sharedWords, say } = room("shared", en, zhCn);
