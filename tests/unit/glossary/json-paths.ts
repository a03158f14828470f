export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Whether a value is an object with keys, and no array. */
export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The paths of all values in a value, its own, which is empty, first. */
export function pathsOf(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, part]) =>
      pathsOf(part as Json).map((rest) => [key, ...rest]),
    ),
  ];
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) => (inner as { [key: string]: Json } | undefined)?.[key],
    value,
  );
}

/** A copy with the value at the path changed, or taken away; the same when an earlier change took the path. */
export function changeAt(
  value: Json,
  [key, ...rest]: readonly string[],
  next: Json | undefined,
): Json {
  if (key === undefined) return next ?? null;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const changed = structuredClone(value) as { [key: string]: Json };
  if (rest.length > 0) changed[key] = changeAt(changed[key] as Json, rest, next);
  else if (next !== undefined) changed[key] = next;
  else if (Array.isArray(changed)) changed.splice(Number(key), 1);
  else delete changed[key];
  return changed;
}
