/**
 * Words that carry grammar and no topic, by language (ISO 639-1), as they are written. They tell which language a text
 * is in, and are left out of texts in it. Words of one letter are missing where they are variable names as well.
 */
const lists = {
  de: `aber alle als also am an auch auf aus bei beim bis da damit dann das dass dein dem den denn der des deshalb die
    dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas für gegen gibt
    hab habe haben hat hatte hinter ich ihm ihn ihr im in ins ist ja jede jeder jetzt kann kein keine können man mehr
    mein meine meinem meinen meiner mich mir mit muss nach nicht nichts noch nur ob oder ohne schon sehr sein seine
    sich sie sind so soll über um und uns unter vom von vor wann war warum was weil welche wenn wer werden wie wieder
    will wir wird wo wurde zu zum zur zwischen`,
  fr: `ai alors après au aucun aussi autre aux avec avez avoir avant bien car ce ceci cela ces cet cette chaque ci comme
    comment dans de depuis des donc dont du elle elles en encore entre est et étaient était été être fait faire faut
    ici il ils je la le les leur leurs lorsque lui ma mais me même mes moi mon ne nos notre nous on ont ou où par parce
    pas peu peut peux plus plusieurs pour pourquoi quand que quel quelle quels qui quoi sa sans se ses si son sont sous
    sur ta tous tout toute toutes très tu un une vers vos votre vous`,
  es: `al algo algún alguna antes aquí así aunque cada como cómo con contra cual cuál cuando cuándo de del desde donde
    dónde dos el él ella ellos en entre era es esa ese eso esta está están estas este esto estos estoy fue ha hace hacia
    hasta hay he la las le les lo los más me mi mis mucho muy nada ni no nos nuestro o otra otro para pero poco por
    porque pues puede puedo que qué quién se sea ser si sí sin sobre solo son soy su sus también tan tengo tiene todo
    todos tras tu un una unos usted y ya yo`,
  pt: `algum alguma ao aos aqui as até cada com como da das de dela dele depois do dos e é ela ele eles em entre era essa
    esse esta está estão estas este estou eu foi há isso isto já lhe lo mais mas me mesmo meu meus minha muito na não
    nas nem no nos nossa nosso num numa o os ou para pela pelo pelos pode por porque posso qual quando que quem se sem
    ser seu seus só são sobre sua também te tem tenho todos tudo um uma umas uns você vocês`,
  it: `abbiamo ad agli ai al alcuni alla alle allo anche ancora avere che chi ci come con cosa così cui da dagli dai dal
    dalla dalle degli dei del della delle dello di dopo dove due e è ed era essere fa fare gli ha hai hanno ho i il in
    io la le lei lo loro lui ma mi mia mio molto ne nei nel nella nelle nello no noi non nostro nulla o ogni per perché
    però più poi può qual quale quali quando quella quello questa queste questi questo qui se sei senza si sia sono sta
    su sua sugli sul sulla suo tra tutti tutto un una uno viene vi voi`,
  nl: `aan al alle als andere bij dan dat de deze die dit doe doen door dus een en er geen gebruik gebruiken had heb hebben
    heeft het hier hij hoe hun ik in is ja je kan kun kunnen kunt maar meer men met mij mijn moet moeten na naar niet niets
    nog nu of om omdat onder ons ook op over te tegen toch toen tot u uit van veel voor waar waarom wanneer want wat we
    welke werd wie wij wil worden wordt zal ze zich zij zijn zo zonder zou`,
  sv: `alla att av bara blir bli de dem den denna det detta din dig du där efter ej eller en ett fick finns från för få får
    gör göra ha hade han har hon hur här i ingen inget inte jag kan kunde man med men mig min mitt mot mycket måste ni
    nu när någon något några och om på så ska skulle sig sin som till under upp ut utan vad var varför vara vi vid vill
    vilken åt är än över`,
  da: `af alle at bare blev bliver da de dem den denne der det dette dig din du efter eller en er et for fra før få får
    gøre ham han har havde hun hvad hvis hvor hvordan hvorfor hvornår i ikke ind ingen jeg kan kun kunne lige man med
    meget men mig min mit mod må når noget nogle nogen nu også og om op over på sig sin skal som så til ud under var ved
    vi vil være`,
  no: `alle at av bare ble blir bli da de dem den denne der det dette deg din du eller en er et etter for fra før få får
    gjør gjøre ha hadde han har hun hva hvis hvor hvordan hvorfor i ikke ingen inn jeg kan kun kunne man med meg mer men
    min mitt mot må noe noen nå når og også om opp over på seg sin skal som så til under ut uten var ved vi vil være`,
  fi: `ei eikä että ehkä en hän ilman ja joka jos joten jotka jälkeen kanssa kaikki koska kuin kuinka kun kyllä me mikä
    miksi millä milloin missä mitä miten mutta myös minä minun mistä mihin ne niin nyt näin olen oli olla on onko ovat
    pitää saa se sen siitä sinä sitten sitä tai tämä tämän tässä vai vain voi voin voiko vaan`,
  tr: `acaba ama ancak bana başka ben beni benim bir biraz birkaç biz bu buna bunu bunun çok çünkü daha da de değil diye en
    gibi hangi hem her hiç için ile ise kadar kez ki kim mı mi mu mü nasıl ne neden nerede niçin o olan olarak oldu
    olduğu olmak olur onu onun sadece sonra şey şu tüm üzerinde var ve veya ya yani yok zaman`,
  ro: `acest această aceste acum al ale am ar are as asta atunci au aș ca când care către ce cea cei cel cele cu cum dacă
    dar de decât deci din după este eu fi fie fost fără în împreună îmi îi la le lor mai mea meu nici nu o oare ori pe
    pentru poate pot prin sa sau se sunt să și te toate tot un una unde unei unui va voi vă`,
  hu: `a az ahhoz aki ami amikor azt azonban be csak de e egy egyik el ez ezek ezt és hanem hogy hogyan ha ide igen is itt
    ki kell lehet lesz lenne ma már meg mert mi mikor mint minden mit most még nagyon nekem nem nincs olyan ott össze
    pedig sem szerint tud tudom után vagy vagyok van vannak volt`,
  id: `ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa bisa bukan cara dalam dan dapat dari dengan di
    hanya harus ini itu jika juga kalau kami karena ke kenapa ketika kita lagi lebih mana masih mengapa oleh pada saat
    saja sangat saya sebagai sebuah secara sedang seperti sudah tapi telah tentang tetapi tidak untuk yang`,
  lt: `ar arba ant apie aš be bet bei bus buvo dar dėl gali galima iki iš ir ji jie jis jau jei kad kai kaip kas kiek kodėl
    kur kuris man mano mes ne nes nėra nuo o per po prie su šis ši tai tas taip tik to tu už yra`,
  pl: `aby albo ale bardzo bez być był była było ci co czy czego dla dlaczego do gdy gdzie go i ich ile jak jaki jako jego
    jej jest jestem jeśli już kiedy kto która które który ma mam mi mnie może można mój musi na nad nie nic niż o od ono
    oraz po pod poza przed przez przy się są tak takie tam te tego tej ten to tu tylko tym u w we więc wszystko z za ze
    że żeby`,
  cs: `aby ale ani až bez bude by byl byla bylo být co či do i jak jaký jako je jeho jejich jen jsem jsme jsou již
    k kde kdo když která které který má mám máte mě mezi mi může můžu na nad ne nebo není než o od po pod podle pokud
    pouze pro proč proto před přes při s se si svůj ta tak také tam ten tento to toho tom tu u už v ve vše všechny
    z za ze že`,
  sk: `aby ak ale ako aj alebo ani bez bol bola bolo bude by byť čo do ešte ho i ich iba je jeho k kde kedy keď kto ktorá
    ktoré ktorý má mám medzi mi môj môže môžem mne na nad než nie o od po pod podľa pre prečo pred pri s sa si som sme
    sú svoj ta tak tam tento to toho tu už v vo však z za zo že`,
  sl: `ali bi bil bila bilo bo če da do ga gre in iz jaz je jih kaj kako kar kateri ker kje ko koliko lahko le me med mi
    na nad naj ne nekaj ni nisem o ob od pa po pod pred pri s samo se sem si smo so sta ta tako te tem to tudi v vse z
    za zakaj že`,
  hr: `ako ali bez bi bih bila bilo biti bio da do ga gdje i ih ili imam iz ja je jer još kad kada kako kao koja koje koji
    kroz li mi mogu može na nad nakon ne nego neki nema ni nije nisam niti o od ona oni ovaj ovo po pod prema pri s sa
    samo se sam smo su šta što ta tako te to u uz već vi za zašto`,
  et: `aga al ei ega et hakkab ja jah juba kas keda kes kelle kui kuidas kus kuhu ma me mida miks mille milline mis mul
    mu nad nagu neid ning nii oli olid olema olen on oma pärast peab pole sa saa saab see selle seda siin siis sest ta te
    teha ühe üks või väga`,
  lv: `ar arī bet bez bija bijis būs caur cik es gan ir ja jau jo ka kad kas kā kāds kāpēc ko kur kuru lai līdz man mani mēs
    nav ne no nu par pa pie pēc savu ši šis tad tas tikai tā to tu un uz vai var viņš viss`,
  ca: `al als amb aquest aquesta aquests això bé com de del dels des doncs el els em en entre és era és estan està
    fa fer fins ha han hem hi ho i jo la les li llavors més meu molt molts no nosaltres o on per perquè però pot
    puc què quan que qui se sense ser seu si sobre són sóc també te té tinc tot un una unes uns va vaig`,
  ru: `а без более бы был была были было быть в вам вас ведь во вот все всё вы где даже для до его ее её если есть ещё
    еще же за здесь и из или им их к как какой когда который кто ли мне может можно мой мы на над надо не него нет ни
    но ну о об он она они от очень по под почему при про с сам со так такой там то того тоже только том тут ты у уже
    чем что чтобы эта эти это этот я`,
  uk: `а або але без би був була було бути в вам вас вже від він вона вони все ви де для до є його її ж за з зі із і й
    інший їх як яка який які якщо ще що щоб коли котрий ли мені може можна мій ми на над не немає ні але о об однак по
    під після при про с та так там те тільки то тому тут ти у хто це цей цього ці чи чому я`,
  bg: `а ако аз без бе беше бъде в вас ви все всички във вече где да дали до докато е един една едно за защо и из или им
    има как каква какво като към когато който която което които ли ме между ми мога може много на над не него нещо ни
    ние но няма о обаче от ли по под при само са се си сме сте съм със също така такива там то това този тези тя у ще
    я`,
  sr: `а ако али без би бих било бити да до га где и их или имам из ја је јер још кад како као која које који ли ми могу
    може на над након не него неки нема ни није нисам о од она они овај ово по под при с са само се сам смо су та тако
    то у уз већ за зашто што`,
} satisfies Record<string, string>;

/** Languages that texts are recognised as, besides English. */
export type Language = keyof typeof lists;

function isLanguage(name: string): name is Language {
  return name in lists;
}

/**
 * In the order in which ties are decided. Russian stands before the other languages in Cyrillic, since its stems are the
 * usual ones there: a title taken for Russian gets no terms that hardly any document has, which would count most.
 */
export const languages: readonly Language[] = Object.keys(lists).filter(isLanguage);

export const functionWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  languages.map((language) => [language, new Set(lists[language].split(/\s+/u))]),
);
