import { useLayoutEffect, useRef } from 'preact/hooks';
import { message } from '../ui/message';
import { hashOf, type Route } from './route';

/** Whose page it is, and the way to its sections. */
export function Masthead({ route }: { route: Route }) {
  const sections: { label: string; to: Route }[] = [
    { label: message('navTerms'), to: { page: 'terms' } },
    { label: message('navTimeline'), to: { page: 'timeline' } },
    { label: message('navFigures'), to: { page: 'figures' } },
    { label: message('navCompare'), to: { page: 'compare', terms: [] } },
    { label: message('navPacks'), to: { page: 'packs' } },
    { label: message('navSettings'), to: { page: 'settings' } },
  ];
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // On a phone the line of sections is longer than the screen.
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [route.page]);
  return (
    <header class="masthead">
      <button
        type="button"
        class="skip"
        onClick={() => document.getElementById('content')?.focus()}
      >
        {message('skipToContent')}
      </button>
      <p class="brand">
        <img src="/icon/on-48.png" alt="" width="28" height="28" />
        {message('extensionName')}
      </p>
      <nav aria-label={message('navMain')}>
        <ul class="sections" ref={list}>
          {sections.map(({ label, to }) => (
            <li key={to.page}>
              <a
                class="section"
                href={hashOf(to)}
                aria-current={route.page === to.page ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
