import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { guessLanguage } from "../../../src/search/words/guess-language.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

/** A page on installing plugins, a page on deleting the cache, and a question about the first in other forms of its words. */
const languages: [language: string, page: string, other: string, question: string][] = [
  ["English", "How to install the plugins of the server", "How to delete the cache", "Installing a server plugin"],
  [
    "German",
    "Wie man die Erweiterungen für den Server installiert",
    "Wie man den Zwischenspeicher löscht",
    "Ich möchte eine Erweiterung installieren",
  ],
  [
    "French",
    "Comment installer les extensions sur le serveur",
    "Comment vider le cache pour le site",
    "L'extension n'est pas installée dans mon projet",
  ],
  [
    "Spanish",
    "Cómo instalar las extensiones en el servidor",
    "Cómo borrar la memoria caché",
    "¿Por qué no se instala la extensión?",
  ],
  [
    "Portuguese",
    "Como instalar as extensões no servidor",
    "Como limpar a memória do navegador",
    "As extensões não são instaladas no meu servidor",
  ],
  [
    "Italian",
    "Come installare le estensioni nel server",
    "Come svuotare la memoria temporanea",
    "L'estensione non viene installata",
  ],
  [
    "Dutch",
    "Hoe installeer je de uitbreidingen op de server",
    "Hoe wis je de tijdelijke bestanden",
    "Mijn uitbreiding wordt niet geïnstalleerd door de servers",
  ],
  [
    "Swedish",
    "Hur man installerar tillägg på servern",
    "Hur man rensar det tillfälliga minnet",
    "Jag kan inte installera ett tillägg",
  ],
  [
    "Danish",
    "Hvordan man installerer udvidelser på serveren",
    "Hvordan man rydder det midlertidige lager",
    "Jeg kan ikke installere udvidelsen",
  ],
  [
    "Norwegian",
    "Hvordan installere utvidelser på tjeneren",
    "Hvordan tømme det midlertidige lageret",
    "Utvidelsen blir ikke installert",
  ],
  [
    "Finnish",
    "Miten laajennukset asennetaan palvelimelle",
    "Miten väliaikaiset tiedostot poistetaan",
    "Miksi laajennuksen asennus ei onnistu palvelimella",
  ],
  [
    "Turkish",
    "Sunucu için eklentiler nasıl kurulur",
    "Önbellek nasıl temizlenir",
    "Eklentileri kurmak için ne gerekli?",
  ],
  [
    "Romanian",
    "Cum se instalează extensiile pe server",
    "Cum se golește memoria temporară",
    "Nu pot instala extensia pe serverul meu",
  ],
  [
    "Hungarian",
    "Hogyan kell a bővítmények telepítését elvégezni",
    "Hogyan kell a gyorsítótárat törölni",
    "Nem tudom a bővítményt telepíteni",
  ],
  [
    "Indonesian",
    "Cara memasang ekstensi pada peladen",
    "Cara menghapus berkas sementara",
    "Bagaimana pemasangan ekstensi itu?",
  ],
  [
    "Lithuanian",
    "Kaip įdiegti papildinius serveryje",
    "Kaip išvalyti laikinąją atmintį",
    "Kodėl papildinys nėra įdiegtas",
  ],
  [
    "Polish",
    "Jak zainstalować rozszerzenia na serwerze",
    "Jak wyczyścić pamięć podręczną",
    "Nie mogę instalacji rozszerzenia dokończyć",
  ],
  [
    "Czech",
    "Jak nainstalovat rozšíření na serveru",
    "Jak vymazat mezipaměť prohlížeče",
    "Proč nejde nainstalované rozšíření na serveru",
  ],
  [
    "Slovak",
    "Ako pridať rozšírenia na server",
    "Ako vymazať vyrovnávaciu pamäť",
    "Prečo sa pridané rozšírenia nenačítajú",
  ],
  [
    "Slovene",
    "Kako namestiti razširitve na strežnik",
    "Kako izbrisati predpomnilnik",
    "Zakaj se razširitev ne namesti",
  ],
  [
    "Croatian",
    "Kako instalirati proširenja na poslužitelj",
    "Kako obrisati privremenu memoriju",
    "Zašto se proširenje nije instaliralo",
  ],
  [
    "Estonian",
    "Kuidas paigaldada laiendusi serverisse",
    "Kuidas tühjendada vahemälu",
    "Miks laiendust ei saa paigaldatud",
  ],
  ["Latvian", "Kā instalēt paplašinājumus serverī", "Kā iztīrīt pagaidu atmiņu", "Kāpēc paplašinājums nav instalēts"],
  [
    "Catalan",
    "Com instal·lar les extensions amb el servidor",
    "Com esborrar la memòria amb el navegador",
    "Per què no puc tenir aquesta extensió al meu servidor",
  ],
  ["Vietnamese", "Cách cài đặt tiện ích mở rộng trên máy chủ", "Cách xóa bộ nhớ đệm", "Làm sao để cài đặt tiện ích?"],
  [
    "Russian",
    "Как установить расширения на сервер",
    "Как очистить временные файлы",
    "Не получается установка расширения",
  ],
  [
    "Ukrainian",
    "Як встановити розширення на сервері",
    "Як очистити тимчасові файли",
    "Чому не вдається встановлення розширень",
  ],
  [
    "Bulgarian",
    "Как да инсталирам разширенията на сървъра",
    "Как да изчистя временните файлове",
    "Защо разширението не е инсталирано",
  ],
  [
    "Serbian",
    "Како да инсталирам проширења на серверу",
    "Како да обришем привремене датотеке",
    "Зашто проширење није инсталирано",
  ],
  [
    "Greek",
    "Πώς να εγκαταστήσετε επεκτάσεις στον διακομιστή",
    "Πώς να διαγράψετε τα προσωρινά αρχεία",
    "Δεν λειτουργεί η επέκταση του διακομιστή",
  ],
  [
    "Armenian",
    "Ինչպես տեղադրել ընդլայնումները սերվերի վրա",
    "Ինչպես ջնջել ժամանակավոր ֆայլերը",
    "Ընդլայնման տեղադրումը չի աշխատում",
  ],
  ["Hebrew", "התקנת התוספים בשרת", "מחיקת הקבצים הזמניים", "איך מתקינים תוספים לשרת"],
  ["Arabic", "كيفية تثبيت الإضافات على الخادم", "كيفية حذف الملفات المؤقتة", "لا أستطيع تثبيت إضافات للخادم"],
  ["Persian", "نصب افزونه‌ها روی سرور", "پاک کردن حافظهٔ موقت", "افزونه نصب نمی‌شود"],
  ["Hindi", "सर्वर पर प्लगइन कैसे इंस्टॉल करें", "अस्थायी फ़ाइलें कैसे हटाएँ", "प्लगइनों को इंस्टॉल करना है"],
  ["Tamil", "சேவையகத்தில் நீட்டிப்புகள் நிறுவுவது", "தற்காலிக கோப்புகள் நீக்குவது", "நீட்டிப்பு நிறுவல்"],
  ["Chinese", "在服务器上安装扩展程序", "清除浏览器缓存", "扩展程序怎么安装不了"],
  ["Japanese", "サーバーに拡張機能をインストールする", "キャッシュを削除する方法", "拡張機能のｲﾝｽﾄｰﾙができません"],
  ["Korean", "서버에 확장 프로그램을 설치하는 방법", "캐시를 삭제하는 방법", "확장프로그램 설치가 안 됩니다"],
  ["Thai", "การติดตั้งส่วนขยายบนเซิร์ฟเวอร์", "การลบไฟล์ชั่วคราว", "ทำไมติดตั้งส่วนขยายไม่ได้"],
  ["Lao", "ການຕິດຕັ້ງສ່ວນຂະຫຍາຍໃນເຊີບເວີ", "ການລຶບໄຟລ໌ຊົ່ວຄາວ", "ຕິດຕັ້ງສ່ວນຂະຫຍາຍບໍ່ໄດ້"],
  ["Khmer", "ការដំឡើងផ្នែកបន្ថែមលើម៉ាស៊ីនមេ", "ការលុបឯកសារបណ្តោះអាសន្ន", "មិនអាចដំឡើងផ្នែកបន្ថែម"],
  ["Burmese", "ဆာဗာတွင် တိုးချဲ့မှုများ ထည့်သွင်းခြင်း", "ယာယီဖိုင်များ ဖျက်ခြင်း", "တိုးချဲ့မှု ထည့်သွင်းမရပါ"],
];

const pages = languages.flatMap(([language, page, other]) => [
  { name: `${language}, plugins`, terms: termsOf(page) },
  { name: `${language}, cache`, terms: termsOf(other) },
]);

function termsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text, guessLanguage(text)));
}

/** The page that shares most of the question's terms, each counted by its weight and by how few pages have it. */
function nearest(question: string): string | undefined {
  const { terms: asked } = readQuestion({ title: question, body: "" });
  const score = (terms: ReadonlySet<string>) =>
    asked
      .filter(({ term }) => terms.has(term))
      .reduce((sum, { term, placeWeight }) => sum + placeWeight / pagesWith(term), 0);
  const best = pages.toSorted((a, b) => score(b.terms) - score(a.terms))[0];
  return best !== undefined && score(best.terms) > 0 ? best.name : undefined;
}

function pagesWith(term: string): number {
  return pages.filter(({ terms }) => terms.has(term)).length;
}

describe("a question in other forms of its words finds its page among those of all languages", () => {
  it.each(languages)("%s", (language, _page, _other, question) => {
    expect(nearest(question)).toBe(`${language}, plugins`);
  });
});
