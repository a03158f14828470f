/** What a gallery page shows; the rest of the query is read by `gallery.ts`. */
export interface GalleryOptions {
  term: string;
  /** Of the interface. */
  language?: 'en' | 'zh-Hans' | 'zh-Hant';
  /** Of the facts; the interface's unless given. */
  facts?: 'en' | 'zh-Hans' | 'zh-Hant';
  theme?: 'light' | 'dark';
  direction?: 'rtl';
  writing?: 'vertical-rl';
  /** Milliseconds of rest before a card opens; as by default unless given. */
  delay?: number;
  /** The facts cannot be read. */
  broken?: boolean;
}

/** The gallery's query for some options. */
export function galleryQuery(options: GalleryOptions): string {
  const entries = Object.entries(options).map(([name, value]) => [name, String(value)]);
  return `?${new URLSearchParams(entries)}`;
}

const TEXTS = {
  en: (mark: string) =>
    `A year ago few people outside the field had heard of ${mark}. Its makers say that it cost a
    fraction of what others spend, and markets took notice.`,
  'zh-Hans': (mark: string) =>
    `一年前，业内以外的人大多没听说过${mark}。开发者称其成本只是同行的零头，市场随之震动。`,
  'zh-Hant': (mark: string) =>
    `一年前，業內以外的人大多沒聽說過${mark}。開發者稱其成本只是同行的零頭，市場隨之震動。`,
};

/** A page with one mark, `#mark`, in a text, and a second, `#other`, farther on. */
export function galleryPage(options: GalleryOptions, script: string): string {
  const {
    language = 'en',
    theme = 'light',
    direction = 'ltr',
    writing = 'horizontal-tb',
  } = options;
  const mark = `<span id="mark" data-mark data-term="${options.term}">DeepSeek R1</span>`;
  const other = '<span id="other" data-mark data-term="openai-o1">o1</span>';
  return `<!doctype html><html lang="${language}" dir="${direction}" data-theme="${theme}"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Gallery</title><style>
    html { background: light-dark(#fff, #111); color: light-dark(#222, #ddd); writing-mode: ${writing};
      color-scheme: light }
    html[data-theme=dark] { color-scheme: dark }
    body { margin: 40px; max-inline-size: 640px; font: 18px/1.6 Georgia, serif }
    [data-mark] { text-decoration: underline dotted 2px teal; text-underline-offset: 3px }
    </style><main><h1>The morning paper</h1><p>${TEXTS[language](mark)}</p>
    <p>${`${TEXTS[language]('DeepSeek')} `.repeat(3)}</p><p>${TEXTS[language](other)}</p></main>
    <script>${script.replaceAll('</script', '<\\/script')}</script></html>`;
}
