import { inLanguage, type Language } from '../../glossary/language';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import type { Pack } from '../../glossary/pack-schema';
import { dateInWords } from '../../ui/format';
import { hostOfLink } from '../../ui/link-host';
import { message, middleDot } from '../../ui/message';
import { Spoken } from '../../ui/spoken';

interface PackFactsProps {
  header: Omit<Pack, 'terms' | 'facts'>;
  terms: number;
  facts: number;
  language: Language;
}

/** What a pack is: its title, where it comes from, how old it is, what others may do with it. */
export function PackFacts({ header, terms, facts, language }: PackFactsProps) {
  const { id, title, source, asOf, licence, version } = header;
  // Each of her own footnotes has a source and terms of its own.
  const isOwn = id === OWN_PACK_ID;
  const spoken = (text: Pack['title']) => {
    const found = inLanguage(text, language);
    return found && <Spoken {...found} />;
  };
  const dot = middleDot();
  const inNumbers = new Intl.NumberFormat(language);
  return (
    <div class="pack-facts">
      <h2>{spoken(title)}</h2>
      <p class="pack-source">
        {isOwn ? (
          message('packsOwnSource')
        ) : (
          <>
            {spoken(source.publisher)}
            {dot}
            <cite>{spoken(source.title)}</cite>
            {dot}
            {dateInWords(source.date)}
          </>
        )}
        {source.link && (
          <>
            {dot}
            <a href={source.link} target="_blank" rel="noopener noreferrer">
              {hostOfLink(source.link) || source.link}
            </a>
          </>
        )}
      </p>
      <dl>
        <Detail label={message('packsTerms')}>{inNumbers.format(terms)}</Detail>
        <Detail label={message('packsFacts')}>{inNumbers.format(facts)}</Detail>
        <Detail label={message('packsAsOf')}>{dateInWords(asOf)}</Detail>
        {!isOwn && <Detail label={message('packsLicence')}>{licence}</Detail>}
        {!isOwn && <Detail label={message('packsVersion')}>{version}</Detail>}
      </dl>
    </div>
  );
}

function Detail({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
