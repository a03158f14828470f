import type { SpokenText } from '../glossary/language';
import { Spoken } from '../ui/spoken';
import { hashOf } from './route';

interface TermLinksProps {
  terms: readonly { id: string; name: SpokenText }[];
  class?: string;
}

/** Terms one beside the other, each a link to its page. */
export function TermLinks({ terms, class: className }: TermLinksProps) {
  return (
    <ul class={className}>
      {terms.map(({ id, name }) => (
        <li key={id}>
          <a href={hashOf({ page: 'terms', term: id })}>
            <Spoken {...name} />
          </a>
        </li>
      ))}
    </ul>
  );
}
