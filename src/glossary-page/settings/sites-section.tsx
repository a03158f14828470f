import { useRef, useState } from 'preact/hooks';
import {
  coversSite,
  LOCAL_FILES,
  parseTypedSite,
  type SitePatternProblem,
} from '../../settings/site-pattern';
import { addToList, removeFromList } from '../../settings/store';
import { leaveEntry } from '../../ui/leave-entry';
import { message } from '../../ui/message';
import { Refusal } from '../../ui/refusal';
import { useAttempt } from '../../ui/use-attempt';

/** The sites where nothing is marked. What cannot be a site is refused where it is typed. */
export function SitesSection({ sites }: { sites: readonly string[] }) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const [notice, setNotice] = useState('');
  const [failure, attempt] = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  const add = async () => {
    const { pattern, problem } = parseTypedSite(typed);
    if (problem !== undefined) return setRefusal(problemText(problem));
    const covering = sites.find((site) => coversSite(site, pattern));
    if (covering !== undefined) return setRefusal(message('siteCovered', nameOf(covering)));
    await addToList('mutedSites', pattern);
    setTyped('');
    setRefusal('');
    setNotice(message('siteAdded', nameOf(pattern)));
  };
  return (
    <section class="setting-group">
      <h2>{message('sitesHeading')}</h2>
      <p class="hint">{message('sitesHint')}</p>
      <form
        class="adder"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt(add);
        }}
      >
        <input
          ref={field}
          class="field"
          type="text"
          inputMode="url"
          autoCapitalize="none"
          spellcheck={false}
          placeholder="example.com"
          aria-label={message('siteLabel')}
          aria-invalid={refusal !== ''}
          aria-describedby="site-refusal"
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setRefusal('');
            setNotice('');
          }}
        />
        <button type="submit" class="button">
          {message('siteAdd')}
        </button>
      </form>
      <Refusal id="site-refusal" text={refusal || failure} />
      <p class="notice" role="status">
        {notice}
      </p>
      {sites.length > 0 && (
        <ul class="entries">
          {sites.map((site) => (
            <li key={site}>
              <span>{nameOf(site)}</span>
              <button
                type="button"
                class="text-button"
                aria-label={message('entryRemove', nameOf(site))}
                onClick={({ currentTarget }) => {
                  setNotice('');
                  leaveEntry(currentTarget.closest('li'), field.current);
                  attempt(() => removeFromList('mutedSites', site));
                }}
              >
                {message('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function nameOf(site: string): string {
  return site === LOCAL_FILES ? message('localFiles') : site;
}

function problemText(problem: SitePatternProblem): string {
  const texts: Record<SitePatternProblem, () => string> = {
    empty: () => message('siteEmpty'),
    everything: () => message('siteEverything'),
    'top-level': () => message('siteTopLevel'),
    wildcard: () => message('siteWildcard'),
    scheme: () => message('siteScheme'),
    invalid: () => message('siteInvalid'),
  };
  return texts[problem]();
}
