import type { Language } from '../../src/glossary/language';

interface Story {
  paper: string;
  day: string;
  title: string;
  standfirst: string;
  paragraphs: readonly string[];
}

/** A story of a newspaper that does not exist, in the words of each language. */
const STORIES: Readonly<Record<Language, Story>> = {
  en: {
    paper: 'The Harbour Post',
    day: 'Tuesday 28 January 2025',
    title: 'The week a small lab shook the giants',
    standfirst: 'It gave its newest model away. Within days its app stood above every rival’s.',
    paragraphs: [
      'When DeepSeek R1 came out, few outside the field looked up. A week later everybody had an opinion on it, and people who had never heard of reinforcement learning explained to each other what a cold start is.',
      'What unsettled engineers was the bill: DeepSeek V3, the model that it grew out of, is said to have cost a fraction of what GPT-4 did. Developers compare its price with that of OpenAI o1, and its answers too.',
      'Jim Fan of NVIDIA praised how openly it was described. Others ask what distillation to smaller models will do to those who sell the large ones.',
    ],
  },
  'zh-Hans': {
    paper: '港湾晚报',
    day: '2025年1月28日　星期二',
    title: '小实验室震动巨头的一周',
    standfirst: '最新模型免费开放，几天之内，它的应用便排到了所有对手前面。',
    paragraphs: [
      'DeepSeek R1 发布时，圈外少有人留意。一周之后，人人都有话要说，没听过强化学习的人也互相解释起什么叫冷启动。',
      '让工程师坐不住的是账单：它的前身 DeepSeek V3，据称训练成本只是 GPT-4 的零头。开发者拿它和 OpenAI o1 比价格，也比答案。',
      '英伟达的 Jim Fan 称赞它公开得彻底。也有人在问：蒸馏出来的小模型越来越好，卖大模型的公司怎么办？',
    ],
  },
  'zh-Hant': {
    paper: '港灣晚報',
    day: '2025年1月28日　星期二',
    title: '小實驗室震動巨頭的一週',
    standfirst: '最新模型免費開放，幾天之內，它的 App 便排到所有對手前面。',
    paragraphs: [
      'DeepSeek R1 發布時，圈外少有人留意。一週之後，人人都有話要說，沒聽過強化學習的人也互相解釋起什麼叫冷啟動。',
      '讓工程師坐不住的是帳單：它的前身 DeepSeek V3，據稱訓練成本只是 GPT-4 的零頭。開發者拿它和 OpenAI o1 比價格，也比答案。',
      '輝達的 Jim Fan 稱讚它公開得徹底。也有人在問：蒸餾出來的小模型越來越好，賣大模型的公司怎麼辦？',
    ],
  },
};

/** Chinese fonts set the apostrophe as wide as a character. */
const SERIFS: Readonly<Record<Language, string>> = {
  en: 'Georgia, "Noto Serif", "DejaVu Serif", serif',
  'zh-Hans': 'Georgia, "Noto Serif CJK SC", serif',
  'zh-Hant': 'Georgia, "Noto Serif CJK TC", serif',
};

/** The page that pictures for the stores show a card on. */
export function storePage(language: Language): string {
  const { paper, day, title, standfirst, paragraphs } = STORIES[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><style>
    body { margin: 0; background: #fbf9f4; color: #1d1b18; font: 20px/1.75 ${SERIFS[language]} }
    header, main { max-width: 820px; margin: 0 auto; padding: 0 24px }
    header { border-bottom: 3px double #d9d2c5; padding: 26px 0 16px; text-align: center }
    header b { font-size: 34px; line-height: 1.2 }
    header span { display: block; font: 13px/1.6 system-ui, sans-serif; color: #6b655c; letter-spacing: .06em }
    h1 { font-size: 46px; line-height: 1.15; margin: 38px 0 12px; text-wrap: balance }
    .standfirst { font-size: 23px; line-height: 1.5; color: #6b655c; margin: 0 0 24px }
    p { margin: 0 0 18px }
    </style><header><b>${paper}</b><span>${day}</span></header>
    <main><h1>${title}</h1><p class="standfirst">${standfirst}</p>
    ${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></html>`;
}

/** What the tile says beneath the name. */
const PROMISES: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['AI Footnotes', 'Cited facts on the AI names you read'],
  'zh-Hans': ['AI 脚注', '读到 AI 名词，出处就在手边'],
  'zh-Hant': ['AI 註腳', '讀到 AI 名詞，出處就在手邊'],
};

/**
 * The page that the promotional tile is a picture of.
 *
 * @param icon The extension's, as SVG.
 */
export function tilePage(language: Language, icon: string): string {
  const [name, promise] = PROMISES[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>
    body { margin: 0; width: 440px; height: 280px; overflow: hidden; background: #0b5e57; color: #fff;
      font-family: ${SERIFS[language]}; display: grid; align-content: center; justify-items: center;
      text-align: center }
    svg { width: 96px; height: 96px; filter: drop-shadow(0 4px 14px rgb(0 0 0 / .35)) }
    h1 { font-size: 40px; line-height: 1.2; margin: 18px 0 6px }
    p { font-size: 19px; line-height: 1.5; margin: 0 }
    p span { padding-bottom: 2px; text-decoration: underline dotted #9fe3d9 2px; text-underline-offset: 5px }
    </style>${icon}<h1>${name}</h1><p><span>${promise}</span></p></html>`;
}
