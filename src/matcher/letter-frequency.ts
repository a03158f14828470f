/** How common letters are in English, in percent; what stands elsewhere is rare on the pages where it counts. */
const LETTERS = shares(
  'e12.7 t9.1 a8.2 o7.5 i7 n6.7 s6.3 h6.1 r6 d4.3 l4 c2.8 u2.8 m2.4 w2.4 f2.2 g2 y2 p1.9 b1.5 v1 k.8 ' +
    'j.15 x.15 q.1 z.07',
);
/**
 * The same of the commonest pairs of letters, which stand together far more often than their letters would by
 * chance; as P. Norvig counted them in books (English Letter Frequency Counts, 2012).
 */
const PAIRS = shares(
  'th3.56 he3.07 in2.43 er2.05 an1.99 re1.85 on1.76 at1.49 en1.45 nd1.35 ti1.34 es1.34 or1.28 te1.2 of1.17 ' +
    'ed1.17 is1.13 it1.12 al1.09 ar1.07 st1.05 to1.04 nt1.04 ng.95 se.93 ha.93 as.87 ou.87 io.83 le.83 ve.83 ' +
    'co.79 me.79 de.76 hi.76 ri.73 ro.73 ic.7 ne.69 ea.69 ra.69 ce.65 li.62 ch.6 ll.58 be.58 ma.57 si.55 ' +
    'om.55 ur.54 ca.54 el.53 ta.53 la.53 ns.51 di.49 fo.49 ho.48 pe.48 ec.48 pr.47 no.46 ct.46 us.45 ac.45 ' +
    'ot.44 il.43 tr.43 ly.42 nc.42 et.41 ut.41 ss.41 so.4 rs.4 un.39 lo.39 wa.39 ge.39 ie.38 wh.38 ee.38 ' +
    'wi.37 em.37 ad.37 ol.37 rt.36 po.36 we.36 na.36',
);
const DIGIT = 0.8;
const SIGN = 1;
const IDEOGRAPH = 0.05;
/** One letter in so many is a capital. */
const CAPITAL = 0.06;

/**
 * How often some letters may stand in a text, for every character of it.
 *
 * @param isExact Whether only these count; else capitals and small letters alike.
 */
export function frequencyOf(text: string, isExact: boolean): number {
  return [...text]
    .map((character, at) => {
      const isCapital = isExact && /[A-Z]/.test(character);
      const share = shareBehind(text.charAt(at - 1).toLowerCase(), character.toLowerCase());
      return (share / 100) * (isCapital ? CAPITAL : 1);
    })
    .reduce((one, other) => one * other, 1);
}

/** How common a character is behind another, in percent. */
function shareBehind(before: string, character: string): number {
  const pair = PAIRS[before + character];
  return pair === undefined ? shareOf(character) : (pair / shareOf(before)) * 100;
}

function shareOf(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  return LETTERS[character] ?? (/[\u2e80-\uffff]/.test(character) ? IDEOGRAPH : SIGN);
}

/** Percentages by the letters they are written behind. */
function shares(list: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    list.split(' ').map((entry) => {
      const [, letters = '', share] = /^([a-z]+)(.*)$/.exec(entry) ?? [];
      return [letters, Number(share)];
    }),
  );
}
