import { describe, expect, it } from "vitest";
import { saysDidNotHelp } from "../../src/reply-sense/says-did-not-help.ts";

// From comments in public repositories and forums, some shortened: what people wrote who had tried something.
const unhelped = [
  // kuroppoi/entralinked#62
  "I've done everything exactly as the troubleshoot guide says for this error code, but it still doesn't work at all no matter what I do.",
  // absolllute/Mega-Hack-Pro-Future#1173
  "I tried following the instructions in the FAQ and here and basically everywhere I could, but nothing fixed the error.",
  // pinokiofactory/open-webui#1
  "Having exact same error so it's not working for me compeletly.",
  // leecher1337/ntvdmx64#135
  "uh yeah (to make sure I copied ur win.ini file into mine) it doesnt work still does same thing...",
  // LAB02-Research/HASS.Agent#77
  "I uninstalled and reinstalled and it still crashes.",
  // firefly-iii/firefly-iii#1628
  "Thanks for the quick reply!\n\nI tried those two commands but my container is still not updated.",
  // maykar/kiosk-mode#43
  "I've updated version 1.51 but it doesn't work. \nI also cancelled the cache as described.",
  // noinnion/greader#315
  "I've left the device alone for over 15 minutes, but still it doesn't complete.",
  // ubuntuforums
  "Well, that didn't help, still getting the same message. Anyone else have any advise/info?",
  "Thx for your reply... \n\nUnfortunately, this didn't help much... \n\nHere is the content of my xorg.conf file:",
  "unfortunately, this didn't help eiter.\nto start with - i couldn't update the kernel",
  "I tried that, but it didn't work. I appreciate the help. Any other ideas?",
  'I tried that, but no-go.  I still get no video on "watchtv" and error messages in the log',
  "I tried that, but encountered the same error.",
  "Yes I tried that, but no go :(",
  // aspnet/Tooling#995
  "This issue is not resolved yet for me :( \nbecause I just get another notification to update",
  "No luck with either of these.",
  "Das hat leider nicht geholfen, der Fehler bleibt.",
  "Danke, aber es funktioniert immer noch nicht.",
  "ça ne marche toujours pas… je t'envoie les deux sites",
  "J'ai essayé, même erreur.",
  "He probado lo que dices y sigue sin funcionar.",
  "No me funciona, me da el mismo error.",
  "Tentei isso, mas não funcionou.",
  "Non ha funzionato, stesso errore.",
  "Dat werkt nog steeds niet.",
  "Попробовал, не помогло.",
  "Всё равно не работает.",
  "重试了还是不行，麻烦看下",
  "2010、2015 都试了还是不行。",
  // MAA1999/M9A#617
  "点了好几次，一样的问题",
  "1から3までは実行してみたものの解決しませんでした。",
  "그래도 같은 오류가 나요.",
];

// Found when the words above were settled, to see how often they hold: nine of these twelve are known.
const unhelpedToo = [
  "Thank for responding. MrWes, I tried your suggestion but didn't work.",
  "I just tried your suggestion, but it didn't work. I got the following error message:",
  "I had tried your suggestion before (without sh), it didn't work.",
  "Just tried your suggestion Favux, but still get the same results on a Trust TB-2100",
  "I ran a chkdsk on the partition last night, from windows, it did not solve my problem.",
  "this thread is very useful, but unfortunately not for me. It did not solve my problem.",
  "I have tried running boot-repair but It did not solve my problem.",
  "Updating/Recompiling Qt did not solve my problem. \nReverting the #2256 did not help at all.",
  "Problem still persists.",
];
const overlooked = [
  "I tried your suggestion and still got the call traces:\n\nbuffer layer error at mm/page-writeback.c:559",
  "I tried your suggestion of using /nodebug. It did not stop the tb_flush() function from being called.",
  'Anyhow, I just tried your suggestion by adding Driver "radeon" to the screen section and X would not even start...',
];

const others = [
  // None of these nine was taken for a complaint.
  "Hi, tried your suggestion.  Here's what I got:",
  "I tried your suggestion in the\nfork path.  It seemed to fix the problem as well.",
  "But once I tried your suggestion it worked wonderfully!!  Thanks again for everyones help!!",
  "Thanks, that did the trick!",
  "Thanks, that did the trick once I understood what you were trying to say and then installing the plug-in",
  "Thanks, that did the trick.  I'll look for the dev packages next time.",
  "Thanks, that did the trick :)\nI had installed wine before adding the repository, but for some reason wine got removed",
  "Thanks, that did the trick. I already saw Windows 7 in the boot options",
  "Thanks, that did the trick! 3/3 tests pass.",
  "Thanks, that worked!",
  // githubnoobjk in heyajohnny/afvalinfo#17
  "Do not know whether this is this is the way to say problems are solved, but....they are.\nThank you !!!",
  // rssmithtx in sassanix/Warracker#49
  "Clearing my browser cache cleared it up.  Thank you.",
  // cuttyhunk in alexjustesen/speedtest-tracker#2834
  "Welp, I fixed it... just had to clear cache and cookies. Thanks for helping me troubleshoot this.",
  // scooper1 in swiergot/ha-catt-fix#1
  "this fix is working for me \njust wanted to say thanks",
  "The same error is gone, this fixed it. Thanks!",
  "I use version 2.3.1 on Debian.",
  "Here is the log that you asked for:\n\n```\nERROR still not working\n```",
  "> that didn't help\n\nDid you restart it?",
  "I'll try it tomorrow and report back.",
  "Is there a way to do this without a restart?",
  "Danke, das hat geholfen.",
  "Gracias, ya funciona.",
  "Спасибо, помогло!",
  "解決しました、ありがとうございます。",
  "/office-hours",
  "",
];

describe("that something did not help", () => {
  it.each([...unhelped, ...unhelpedToo])("is said by: %s", (text) => {
    expect(saysDidNotHelp(text)).toBe(true);
  });

  it.each(others)("is not said by: %s", (text) => {
    expect(saysDidNotHelp(text)).toBe(false);
  });

  it.each(overlooked)("is overlooked in: %s", (text) => {
    expect(saysDidNotHelp(text)).toBe(false);
  });

  it("is not looked for in what is too long to be read", () => {
    expect(saysDidNotHelp(`${"[".repeat(200_000)} it still does not work`)).toBe(false);
  });
});
