import { PACK_LIMITS } from './limits.ts';
import type { PackProblem } from './parse-pack.ts';

/**
 * What makes a value unsafe to walk, whatever it says: nesting that could exhaust the stack, and keys that
 * mean something to every object (`__proto__`, `constructor`, `toString`). Goes level by level, not by
 * recursion.
 */
export function shapeProblems(value: unknown): PackProblem[] {
  const problems: PackProblem[] = [];
  let level: Part[] = partsOf({ value });
  for (let depth = 2; level.length > 0; depth += 1) {
    if (depth > PACK_LIMITS.depth) {
      const reason = `is nested deeper than ${PACK_LIMITS.depth} levels`;
      return [...problems, { path: pathOf(level[0]), reason }];
    }
    for (const part of level) {
      if (typeof part.key === 'string' && part.key in Object.prototype) {
        problems.push({ path: pathOf(part), reason: `"${part.key}" is a reserved word` });
      }
    }
    level = level.flatMap(partsOf);
  }
  return problems;
}

/** A value inside another; a number as key is a place in a list. Without `holder`, the whole. */
interface Part {
  value: unknown;
  key?: string | number;
  holder?: Part;
}

function partsOf(holder: Part): Part[] {
  const { value } = holder;
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((part, key) => ({ value: part, key, holder }));
  return Object.entries(value).map(([key, part]) => ({ value: part, key, holder }));
}

function pathOf(part: Part | undefined): string {
  if (part?.key === undefined) return '';
  const front = pathOf(part.holder);
  if (typeof part.key === 'number') return `${front}[${part.key}]`;
  return front === '' ? part.key : `${front}.${part.key}`;
}
