import { useRef } from 'preact/hooks';
import { removeFromList } from '../../settings/store';
import { leaveEntry } from '../../ui/leave-entry';
import { message } from '../../ui/message';
import { Refusal } from '../../ui/refusal';
import { Spoken } from '../../ui/spoken';
import { useAttempt } from '../../ui/use-attempt';
import type { Library } from '../library';
import { hashOf } from '../route';

/** The terms that are not marked anywhere; those of packs that are gone stand by their id. */
export function MutedTermsSection({ ids, library }: { ids: readonly string[]; library: Library }) {
  const [failure, attempt] = useAttempt();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section class="setting-group">
      <h2 ref={heading} tabIndex={-1}>
        {message('mutedTermsHeading')}
      </h2>
      {ids.length === 0 ? (
        <p class="hint">{message('mutedTermsNone')}</p>
      ) : (
        <ul class="entries">
          {ids.map((id) => {
            const term = library.terms.find((candidate) => candidate.id === id);
            return (
              <li key={id}>
                <a href={hashOf({ page: 'terms', term: id })}>
                  {term ? <Spoken {...term.name} /> : id}
                </a>
                <button
                  type="button"
                  class="text-button"
                  aria-label={message('entryRemove', term?.name.text ?? id)}
                  onClick={({ currentTarget }) => {
                    leaveEntry(currentTarget.closest('li'), heading.current);
                    attempt(() => removeFromList('mutedTerms', id));
                  }}
                >
                  {message('remove')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Refusal text={failure} />
    </section>
  );
}
