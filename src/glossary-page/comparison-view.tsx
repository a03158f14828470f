import type { CardTerm } from '../glossary/card-term';
import { message } from '../ui/message';
import { Spoken } from '../ui/spoken';
import { ComparisonTable } from './comparison-table';
import type { Library } from './library';
import { hashOf } from './route';
import { goTo } from './use-route';

/** Terms side by side: what is said of them, topic by topic. */
export function ComparisonView({ ids, library }: { ids: readonly string[]; library: Library }) {
  const terms = ids.flatMap((id) => library.read(id) ?? []);
  const go = (next: readonly string[]) => goTo({ page: 'compare', terms: next });
  return (
    <section class="page wide">
      <h1>{message('compareTitle')}</h1>
      <Chooser terms={terms} library={library} onChange={go} />
      {terms.length < 2 ? (
        <>
          <p class="lead">{message('compareText')}</p>
          <Suggestions library={library} />
        </>
      ) : (
        <ComparisonTable terms={terms} library={library} />
      )}
    </section>
  );
}

interface ChooserProps {
  terms: readonly CardTerm[];
  library: Library;
  onChange: (ids: readonly string[]) => void;
}

function Chooser({ terms, library, onChange }: ChooserProps) {
  const chosen = terms.map(({ id }) => id);
  return (
    <div class="chooser">
      {terms.map((term) => (
        <span key={term.id} class={`chosen of-${term.category}`}>
          <Spoken {...term.name} />
          <button
            type="button"
            class="icon-button"
            aria-label={message('compareRemove', term.name.text)}
            onClick={() => onChange(chosen.filter((id) => id !== term.id))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        class="field"
        aria-label={message('compareAdd')}
        value=""
        onChange={({ currentTarget }) => onChange([...chosen, currentTarget.value])}
      >
        <option value="">{message('compareAdd')}</option>
        {library.terms
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name.text}
            </option>
          ))}
      </select>
    </div>
  );
}

/** Terms that share a measure are worth comparing. */
function Suggestions({ library }: { library: Library }) {
  const pairs = new Map<string, readonly CardTerm[]>();
  for (const { id, term } of library.measures) {
    const values = library.read(term)?.measures.find((measure) => measure.id === id)?.values ?? [];
    const compared = values.slice(0, 3).flatMap((value) => library.read(value.term) ?? []);
    if (compared.length > 1) pairs.set(compared.map((one) => one.id).join(), compared);
  }
  return (
    <ul class="suggestions">
      {[...pairs].map(([key, compared]) => (
        <li key={key}>
          <a class="button" href={hashOf({ page: 'compare', terms: compared.map(({ id }) => id) })}>
            {compared.map(({ name }) => name.text).join(' · ')}
          </a>
        </li>
      ))}
    </ul>
  );
}
