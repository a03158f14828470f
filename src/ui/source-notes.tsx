import type { CardSource, CardTerm } from '../glossary/card-term';
import { OWN_PACK_ID } from '../glossary/own-pack-id';
import { ageInWords, dateInWords } from './format';
import { LinkHost } from './link-host';
import { message, wordSpace } from './message';
import { Spoken } from './spoken';

/** Where the facts of a card come from, and how old they are: plain, since age is what makes facts wrong. */
export function SourceNotes({ term }: { term: Pick<CardTerm, 'sources'> }) {
  // Each of the reader's own footnotes names its source itself.
  const sources = term.sources.filter(({ pack }) => pack !== OWN_PACK_ID);
  if (sources.length === 0) return null;
  return (
    <footer class="sources">
      {sources.map((source) => (
        <p key={source.pack}>
          <span class="as-of">
            {message('cardAsOf', dateInWords(source.asOf), ageInWords(source.asOf))}
          </span>
          {wordSpace()}
          <span class="source">
            {!source.builtIn && message('cardOwnPack') + wordSpace()}
            <Spoken {...source.publisher} />
            {message('comma')}
            <SourceTitle source={source} />
            {source.date !== source.asOf && message('comma') + dateInWords(source.date)}
          </span>
        </p>
      ))}
    </footer>
  );
}

function SourceTitle({ source }: { source: CardSource }) {
  const title = (
    <cite>
      <Spoken {...source.title} />
    </cite>
  );
  return source.link ? (
    <>
      <a href={source.link} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
      <LinkHost link={source.link} beside={source.publisher.text} />
    </>
  ) : (
    title
  );
}
