import type { NameSearch } from '../matcher/name-search';
import { type Step, stepThrough } from './slices';
import { TracePlaces } from './trace-places';
import { searchTraces, type TraceSearch } from './trace-search';
import type { TreeText } from './tree-text';

/**
 * Searches the text of a tree for traces of names, and finds the elements in whose lines they stand, piece by piece.
 *
 * @param matcher Asked for at the first text.
 * @param then Gives the step to do with what was found in a piece before the search goes on; it may end that.
 */
export function followTraces(
  tree: TreeText,
  matcher: () => NameSearch,
  then: (places: TracePlaces, search: TraceSearch) => Step,
): Step {
  const search = searchTraces(tree, matcher);
  let places: TracePlaces | undefined;
  let step: Step | undefined;
  return (isTimeUp) => {
    do {
      if (step) {
        if (!step(isTimeUp)) return false;
        step = undefined;
        continue;
      }
      const { value: traces } = search.next();
      if (!traces) return true;
      if (traces.length > 0) {
        places ??= new TracePlaces(tree, matcher);
        const found = places;
        const steps = [() => found.find(traces), () => then(found, search)];
        step = stepThrough(steps, (make) => make());
      }
    } while (!isTimeUp());
    return false;
  };
}
