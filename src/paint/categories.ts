import type { AliasIndex } from '../matcher/alias-index';

type Category = NonNullable<AliasIndex['categories'][number]>;

const known = new WeakMap<AliasIndex, ReadonlyMap<string, Category>>();

/** The categories of an index by their terms, of which there may be ten thousand; made at the first question. */
export function categoriesOf(index: AliasIndex): ReadonlyMap<string, Category> {
  let categories = known.get(index);
  if (!categories) {
    categories = new Map(
      index.terms.flatMap((term, place) => {
        const category = index.categories[place];
        return category ? [[term, category]] : [];
      }),
    );
    known.set(index, categories);
  }
  return categories;
}
