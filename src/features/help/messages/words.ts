import { room } from "../../../words/room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: helpWords, say } = room("help", en, zhCn);
