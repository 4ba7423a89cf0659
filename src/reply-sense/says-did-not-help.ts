import { isTooLong } from "../text/block-marks.ts";
import { ownWords } from "./own-words.ts";

/** Only the beginning is looked at: who tells that something did not help says it there, and goes on with a log. */
const maxLooked = 3_000;

/**
 * What people write who tried something and still have the problem. From comments in public repositories, which stand in
 * `test/reply-sense/says-did-not-help.test.ts`. Each needs what was tried (it, that, this, still) beside the failure: whoever
 * only describes a failure has tried nothing yet.
 */
const unhelped: readonly RegExp[] = [
  /\b(?:still|again)\b[^.!?\n]{0,60}\b(?:not (?:work|start|load|updat|connect|run|fix|solv|resolv)\w{0,4}|fail(?:s|ing|ed)?|broken|same|(?:an? |the )?errors?|issues?|problems?|crash(?:es|ing)?|stuck|happen(?:s|ing)?|persists?|exists?|occurs?|does ?n['’]?o?t|is ?n['’]?t|can ?(?:not|['’]?t)|unable|no luck)\b/iu,
  /\b(?:does|do|did|is|was|has|have)(?:n['’]?t| not) (?:really |actually |seem to |quite |solved? |fix |any )?(?:help(?:ed|ful)?|work(?:ed|ing)?|solve[sd]?|fix(?:ed)?|resolve[sd]?|answer(?:ed)?|make (?:a|any) difference|change anything|do (?:it|the trick))\b(?! (?:with|in|on|for) )/iu,
  /\b(?:no luck|no success|without success|to no avail|no-go|nothing (?:helps|helped|works|worked|changed|fixe[sd]|solve[sd])|no (?:change|difference|improvement|effect|dice|joy|go))\b/iu,
  /\b(?:same|identical) (?:error|problem|issue|result|behaviou?r|thing)\b/iu,
  /\b(?:issue|problem|error|bug) (?:still )?(?:persists?|remains?|is still (?:there|present))\b/iu,
  /\b(?:not|n['’]?t) (?:helpful|what I (?:asked|meant|need|am looking for|was looking for)|the (?:solution|answer|same (?:issue|problem)))\b/iu,
  /\b(?:(?:hat|haben) (?:leider |mir |uns )*nicht (?:geholfen|funktioniert)|hilft (?:mir |uns )?(?:leider )?nicht|(?:funktioniert|geht|klappt) (?:leider |immer |bei mir |auch )*(?:noch )?(?:immer )?nicht|(?:immer noch|weiterhin|nach wie vor) (?:der |das |den |die )?(?:gleiche|selbe|derselbe|dasselbe|fehler|problem)\w{0,6})/iu,
  /\b(?:(?:ne )?(?:marche|fonctionne) (?:toujours |malheureusement )*pas|toujours (?:pas|le même|la même|les mêmes)|(?:n['’]a|ne m['’]a|m['’]a) pas (?:aidé|fonctionné|marché|résolu)|même (?:erreur|problème))(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:sigue|sigo) (?:sin|con el mismo|igual|fallando|dando)|no (?:me )?(?:funcion(?:a|ó)|sirv(?:e|ió)|ayud(?:a|ó)|solucion(?:a|ó)|resolvió)|mismo (?:error|problema)|tampoco (?:funciona|funcionó))(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:ainda |também )?não (?:me )?(?:funcion(?:a|ou)|resolv(?:e|eu)|ajud(?:a|ou)|adiantou|deu certo)|mesmo (?:erro|problema)|continua (?:com|dando|o mesmo|sem))(?!\p{L})/iu,
  /(?<!\p{L})(?:non (?:ha funzionato|funziona (?:ancora)?|(?:mi )?ha aiutato|ha risolto|risolve)|stesso (?:errore|problema))(?!\p{L})/iu,
  /(?<!\p{L})(?:werkt (?:nog steeds |helaas )?niet|(?:heeft|hielp) (?:helaas )?niet (?:geholpen)?|nadal nie działa|nie (?:pomogło|zadziałało)|ten sam (?:błąd|problem))(?!\p{L})/iu,
  /(?<!\p{L})(?:не (?:помогло|помогает|помог|помогли|сработало|решило)|(?:всё|все) (?:равно|ещё|еще) не работает|по-прежнему|та же (?:ошибка|проблема))/iu,
  /还是(?:不行|不可以|没有?用|报错|一样|同样|失败|有问题|出错|不能|无法)|依然(?:不行|报错|无法|不能|存在)|仍然(?:不行|报错|无法|不能|存在)|没(?:有)?(?:用|效果|解决)|一样的(?:问题|错误|报错)|不管用|不起作用|無法解決/iu,
  /(?:解決|改善)(?:しません|しなかった|できません|できなかった|していません)|(?:変わりません|変わらず|ダメでした|駄目でした|だめでした|うまくいきません|同じエラー)|(?:여전히|아직도|그래도) [^.\n]{0,30}(?:안|않|같은|동일|오류|에러)|해결(?:되지|이) ?(?:않|안)|똑같(?:은|아요|습니다)/iu,
];

/** Whoever says one of these tells that it did help, whatever else: "the same error is gone". */
const helped =
  /\b(?:(?:that|this|it) (?:worked|helped|fixed it|solved it|did the trick)|works now|(?:is|are) gone|problem solved|solved (?:it|my))\b/iu;

/**
 * Whether a comment's author says, in their own words, that what was tried did not help. Quotes and code are not their
 * words. Meant for a gate that opens by it: where it is overlooked, the gate says how else it opens.
 */
export function saysDidNotHelp(body: string): boolean {
  if (isTooLong(body)) return false;
  const words = ownWords(body).slice(0, maxLooked);
  return unhelped.some((it) => it.test(words)) && !helped.test(words);
}
