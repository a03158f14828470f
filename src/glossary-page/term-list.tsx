import { useMemo, useRef, useState } from 'preact/hooks';
import { CATEGORIES, type Category } from '../glossary/pack-schema';
import type { StoredSettings } from '../settings/store';
import { Keys } from '../ui/keys';
import { categoryPlural } from '../ui/labels';
import { countedMessage, message } from '../ui/message';
import { pressedKey } from '../ui/pressed-key';
import { Spoken } from '../ui/spoken';
import { searchTerms } from '../ui/term-search';
import { walkList } from '../ui/walk-list';
import type { Library, ListedTerm } from './library';
import { hashOf, type Route } from './route';
import { goTo, replaceRoute } from './use-route';
import { SEARCH_KEY } from './use-search-key';

interface TermListProps {
  route: Extract<Route, { page: 'terms' }>;
  library: Library;
  settings: StoredSettings;
}

/** The terms that fit what is typed and chosen. */
export function TermList({ route, library, settings }: TermListProps) {
  const [category, setCategory] = useState<Category | 'all'>('all');
  const [chosenPack, setPack] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // A pack can go while it is chosen.
  const pack = library.packs.some(({ id }) => id === chosenPack) ? chosenPack : '';
  const search = route.search ?? '';
  const found = useMemo(() => {
    const byId = new Map(library.terms.map((term) => [term.id, term]));
    return searchTerms(library.searchable, search).flatMap((id) => byId.get(id) ?? []);
  }, [library, search]);
  const shown = found.filter(
    (term) =>
      (category === 'all' || term.category === category) &&
      (pack === '' || term.packs.includes(pack)),
  );
  const setSearch = (text: string) => replaceRoute({ ...route, search: text });

  return (
    <section
      class="term-list"
      aria-label={message('navTerms')}
      onKeyDown={(event) => walkList(event, event.currentTarget, '.term-link')}
    >
      <search>
        <form
          class="search"
          onSubmit={(event) => {
            event.preventDefault();
            const [best] = shown;
            if (best !== undefined) goTo({ page: 'terms', term: best.id, search });
          }}
        >
          <input
            ref={field}
            type="search"
            class="field"
            value={search}
            aria-label={message('searchTerms')}
            placeholder={message('searchHint')}
            // biome-ignore lint/a11y/noAutofocus: readers come to this page to look something up
            autoFocus={route.term === undefined}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            onKeyDown={(event) => {
              if (pressedKey(event) === 'Escape') setSearch('');
            }}
          />
          <span class="search-key" aria-hidden="true">
            <Keys shortcut={SEARCH_KEY} />
          </span>
        </form>
      </search>
      <fieldset class="chips">
        <legend class="offstage">{message('filterByCategory')}</legend>
        {(['all', ...CATEGORIES] as const).map((choice) => (
          <label key={choice} class={`chip${choice === 'all' ? '' : ` of-${choice}`}`}>
            <input
              type="radio"
              name="category"
              checked={category === choice}
              onChange={() => setCategory(choice)}
            />
            <span>{choice === 'all' ? message('allCategories') : categoryPlural(choice)}</span>
          </label>
        ))}
      </fieldset>
      {library.packs.length > 1 && (
        <label class="pack-filter">
          <span class="offstage">{message('filterByPack')}</span>
          <select
            class="field"
            value={pack}
            onChange={({ currentTarget }) => setPack(currentTarget.value)}
          >
            <option value="">{message('allPacks')}</option>
            {library.packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title.text}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="found" role="status">
        {shown.length > 0
          ? countedMessage('termsFoundOne', 'termsFoundOther', shown.length)
          : found.length > 0
            ? message('noTermsChosen')
            : message('noTermsFound')}
      </p>
      {shown.length === 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            if (found.length === 0) setSearch('');
            setCategory('all');
            setPack('');
            field.current?.focus(); // the button goes
          }}
        >
          {found.length > 0 ? message('searchAllTerms') : message('clearSearch')}
        </button>
      )}
      {search === '' ? (
        <TermsByCategory terms={shown} route={route} muted={settings.mutedTerms} />
      ) : (
        <TermLinks terms={shown} route={route} muted={settings.mutedTerms} />
      )}
    </section>
  );
}

interface TermLinksProps {
  terms: readonly ListedTerm[];
  route: Extract<Route, { page: 'terms' }>;
  muted: readonly string[];
}

function TermsByCategory({ terms, ...rest }: TermLinksProps) {
  return (
    <>
      {CATEGORIES.map((category) => {
        const own = terms.filter((term) => term.category === category);
        if (own.length === 0) return null;
        return (
          <section
            key={category}
            class={`group of-${category}`}
            aria-labelledby={`group-${category}`}
          >
            {/* No heading: it would come before the first one of what is read. */}
            <p id={`group-${category}`} class="group-name">
              {categoryPlural(category)}
            </p>
            <TermLinks terms={own} {...rest} />
          </section>
        );
      })}
    </>
  );
}

function TermLinks({ terms, route, muted }: TermLinksProps) {
  return (
    <ul class="term-links">
      {terms.map(({ id, category, name }) => (
        <li key={id} class={`of-${category}`}>
          <a
            class="term-link"
            href={hashOf({ ...route, term: id })}
            aria-current={route.term === id ? 'true' : undefined}
          >
            <Spoken {...name} />
            {muted.includes(id) && <span class="muted-mark">{message('mutedMark')}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
