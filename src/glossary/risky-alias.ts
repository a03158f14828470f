/**
 * Words so common that a strong alias of that spelling would mark every page: the most frequent words of
 * English and Chinese (function words first), and the field's own household words.
 */
const EVERYDAY_WORDS = new Set(
  `a about after again ai all also an and any app are as at back be because been before best big but by
  can case chat code company could data day do down even every fact few find first for from get give go
  good great had has have he help her here high him his home how i if in into is it its just know large
  last life like line list little live long look made make man many may me model more most much must my
  name need new news next no not now number of off old on one only open or other our out over page part
  people place point program question read report right run said same say search see she should show
  site small so some state still such system take team test than that the their them then there these
  they thing think this those time to too two under up us use user very view want was way we web week
  well were what when where which while who why will with word work world would year you your
  的 一 是 不 了 在 人 有 我 他 这 這 个 個 们 們 中 来 來 上 大 为 為 和 国 國 地 到 以 说 說 时 時 要 就
  我们 我們 他们 他們 公司 模型 数据 數據 资料 資料 中国 中國 美国 美國 技术 技術 问题 問題 发展 發展 研究 使用 系统 系統
  用户 用戶 工作 可以 没有 沒有 一个 一個 今天 人工智能 人工智慧`.split(/\s+/u),
);

/** Why an alias should not be strong, or not be an alias at all. */
export type AliasRisk = 'everyday-word' | 'too-short' | 'number';

/**
 * Tells whether an alias would mark far more than its author means.
 *
 * @param text The alias as written.
 * @returns The reason for a warning, or `undefined` for a name that stands for itself.
 */
export function riskOfAlias(text: string): AliasRisk | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (EVERYDAY_WORDS.has(plain)) return 'everyday-word';
  if (/^[\d\s.,%-]+$/u.test(plain)) return 'number';
  // Two Latin letters are a syllable (`V3`, `R1`); two Chinese characters are a word.
  if ([...plain].length < 2 || /^[a-z0-9]{1,2}$/u.test(plain)) return 'too-short';
  return undefined;
}
