import type { CardTerm } from '../glossary/card-term';
import { dateLocale } from '../ui/format';
import { leaveEntry } from '../ui/leave-entry';
import { message } from '../ui/message';
import { Spoken } from '../ui/spoken';
import { ComparisonTable } from './comparison-table';
import type { Library } from './library';
import { hashOf } from './route';
import { TermCombobox } from './term-combobox';
import { goTo } from './use-route';

/** Terms offered beside one that is chosen; more would be a list to read. */
const PARTNERS = 4;

/** Terms side by side: what is said of them, topic by topic. */
export function ComparisonView({ ids, library }: { ids: readonly string[]; library: Library }) {
  const terms = ids.flatMap((id) => library.read(id) ?? []);
  const unknown = ids.filter((id) => terms.every((term) => term.id !== id));
  const [first] = terms;
  return (
    <section class="page wide">
      <h1 tabIndex={-1}>{message('compareTitle')}</h1>
      {unknown.map((id) => (
        <p key={id} class="warning" role="status">
          {message('unknownTerm', id)}
        </p>
      ))}
      <Chooser terms={terms} library={library} />
      {terms.length < 2 ? (
        <>
          <p class="lead">
            {first ? message('compareAnother', first.name.text) : message('compareText')}
          </p>
          <Suggestions terms={first ? partnersOf(first, library) : measuredTerms(library)} />
        </>
      ) : (
        <ComparisonTable terms={terms} library={library} />
      )}
    </section>
  );
}

/** The terms that are compared, each with a way out, and the way in for others. */
function Chooser({ terms, library }: { terms: readonly CardTerm[]; library: Library }) {
  const chosen = terms.map(({ id }) => id);
  const go = (next: readonly string[]) => goTo({ page: 'compare', terms: next });
  return (
    <div class="chooser">
      {terms.map((term) => (
        <span key={term.id} class={`chosen of-${term.category}`}>
          <Spoken {...term.name} />
          <button
            type="button"
            class="icon-button"
            aria-label={message('compareRemove', term.name.text)}
            onClick={({ currentTarget }) => {
              leaveEntry(currentTarget.closest('.chosen'), null);
              go(chosen.filter((id) => id !== term.id));
            }}
          >
            ×
          </button>
        </span>
      ))}
      <TermCombobox
        key="add"
        label={message('compareAdd')}
        library={library}
        except={chosen}
        onChoose={(id) => go([...chosen, id])}
      />
    </div>
  );
}

function Suggestions({ terms }: { terms: readonly (readonly CardTerm[])[] }) {
  const inOneLine = new Intl.ListFormat(dateLocale());
  return (
    <ul class="suggestions">
      {terms.map((compared) => {
        const ids = compared.map(({ id }) => id);
        return (
          <li key={ids.join()}>
            <a class="button" href={hashOf({ page: 'compare', terms: ids })}>
              {inOneLine.format(compared.map(({ name }) => name.text))}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Terms that share a measure are worth comparing. */
function measuredTerms(library: Library): CardTerm[][] {
  const groups = new Map<string, CardTerm[]>();
  for (const { id, term } of library.measures) {
    const values = library.read(term)?.measures.find((measure) => measure.id === id)?.values ?? [];
    const compared = values.slice(0, 3).flatMap((value) => library.read(value.term) ?? []);
    if (compared.length > 1) groups.set(compared.map((one) => one.id).join(), compared);
  }
  return [...groups.values()];
}

/** A term with each of those that it is measured against or spoken of with. */
function partnersOf(term: CardTerm, library: Library): CardTerm[][] {
  const ids = new Set([
    ...term.measures.flatMap(({ values }) => values.map((value) => value.term)),
    ...term.related.map(({ id }) => id),
  ]);
  ids.delete(term.id);
  return [...ids]
    .flatMap((id) => library.read(id) ?? [])
    .slice(0, PARTNERS)
    .map((partner) => [term, partner]);
}
