const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'sta', 'tor', 'vel', 'dra', 'phi', 'no', 'qua', 'zen'];

/** A name as people coin them, another for each number. */
export function coinedName(number: number): string {
  let name = '';
  for (let rest = number + 200; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    name += SYLLABLES[rest % SYLLABLES.length];
  }
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
