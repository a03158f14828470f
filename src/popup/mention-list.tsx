import { useMemo, useState } from 'preact/hooks';
import type { Language } from '../glossary/language';
import { categoryLabel } from '../ui/labels';
import { countedMessage, message } from '../ui/message';
import { pressedKey } from '../ui/pressed-key';
import { Spoken } from '../ui/spoken';
import { searchTerms } from '../ui/term-search';
import { walkList } from '../ui/walk-list';
import { revealMention } from './active-page';
import type { ActiveTab } from './active-tab';
import type { PageMention } from './hear-page';
import { LONG_BEFORE, type MentionContext, mentionContext } from './mention-context';
import {
  type MentionedTerm,
  mentionedTerms,
  type NamedTerms,
  searchableMentions,
} from './mentioned-terms';

interface MentionListProps {
  tab: ActiveTab;
  mentions: readonly PageMention[];
  /** What the packs call the terms; the first pack that knows a term has the word. */
  packs: readonly NamedTerms[];
  language: Language;
  /** Is called where a mention that was chosen has gone with its frame: the list is out of date. */
  onGone: () => void;
}

/** Fewer terms than this are seen at a glance: they need no filter, and leave room for the words around them. */
const FILTER_FROM = 6;

/** So many terms, or fewer, leave room for what they are as well. */
const SUMMED_UP = 2;

/** The page's terms with how often each is mentioned; a choice leads to a mention and opens its card. */
export function MentionList({ tab, mentions, packs, language, onGone }: MentionListProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState<PageMention>();
  const terms = useMemo(
    () => mentionedTerms(mentions, packs, language),
    [mentions, packs, language],
  );
  const shown = useMemo(() => filtered(terms, packs, typed), [terms, packs, typed]);

  const reveal = (mention: PageMention | undefined) => {
    if (mention === undefined) return;
    setAt(mention);
    revealMention(tab, mention).catch(onGone);
  };
  const position = at === undefined ? -1 : mentions.findIndex((one) => isSame(one, at));
  const step = (direction: 1 | -1) => {
    const from = position === -1 && direction === -1 ? 0 : position;
    reveal(mentions.at((from + direction + mentions.length) % mentions.length));
  };

  const isFew = terms.length < FILTER_FROM;
  const isAlone = terms.length === 1;

  return (
    <section
      class="mentions"
      aria-label={message('mentionsHeading')}
      onKeyDown={(event) => walkList(event, event.currentTarget, '.mentioned button')}
    >
      <div class="mentions-head">
        <p class="page-summary" role="status">
          {countedMessage('mentionsOne', 'mentionsOther', mentions.length)}
        </p>
        <p class="stepper">
          <span class="position">
            {position === -1 ? '' : message('cardStep', position + 1, mentions.length)}
          </span>
          <StepButton
            label={message('previousMention')}
            points="M10 3 5 8l5 5"
            onClick={() => step(-1)}
          />
          <StepButton
            label={message('nextMention')}
            points="m6 3 5 5-5 5"
            onClick={() => step(1)}
          />
        </p>
      </div>
      {!isFew && (
        <input
          type="search"
          class="field"
          ref={focusByKeyboard}
          aria-label={message('filterMentions')}
          placeholder={message('filterMentions')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            const key = pressedKey(event);
            if (key === 'Enter') reveal(shown[0]?.mentions[0]);
            if (key !== 'Escape' || typed === '') return;
            // In a tab, Firefox leaves the field as it is; its window for popups closes before the page hears of the key.
            event.preventDefault();
            setTyped('');
          }}
        />
      )}
      <p class="missing" role="status">
        {shown.length === 0 && message('noMentionsFound')}
      </p>
      {/* Firefox has the keys stop at all that scrolls; here they stop at each row anyway. */}
      <ul class={isAlone ? 'mentioned alone' : 'mentioned'} tabIndex={-1}>
        {shown.map((term) => (
          <MentionedRow
            key={term.id}
            term={term}
            at={at}
            hasContext={isFew && !isAlone}
            hasPlaces={isAlone}
            hasSummary={terms.length <= SUMMED_UP}
            onReveal={reveal}
          />
        ))}
        {isAlone &&
          mentions.map((mention) => (
            <Place
              key={`${mention.frame} ${mention.id}`}
              mention={mention}
              isAt={at !== undefined && isSame(mention, at)}
              onReveal={reveal}
            />
          ))}
      </ul>
    </section>
  );
}

interface MentionedRowProps {
  term: MentionedTerm;
  at: PageMention | undefined;
  /** Whether the words around its mention stand below it; else they are told on hover. */
  hasContext: boolean;
  /** Whether each of its mentions has a row of its own, which says where the reader is. */
  hasPlaces: boolean;
  /** Whether it says what the term is. */
  hasSummary: boolean;
  onReveal: (mention: PageMention | undefined) => void;
}

/** One term; chosen again it leads to its next mention. */
function MentionedRow({
  term,
  at,
  hasContext,
  hasPlaces,
  hasSummary,
  onReveal,
}: MentionedRowProps) {
  const { name, category, summary, mentions } = term;
  const place = at === undefined ? -1 : mentions.findIndex((one) => isSame(one, at));
  const shown = mentions[Math.max(place, 0)] as PageMention;
  return (
    <li class={category && `of-${category}`}>
      <button
        type="button"
        aria-current={place === -1 || hasPlaces ? undefined : 'true'}
        title={hasContext || hasSummary ? undefined : `${shown.before}${shown.text}${shown.after}`}
        onClick={() => onReveal(mentions[(place + 1) % mentions.length])}
      >
        <span class="mentioned-name">{name ? <Spoken {...name} /> : shown.text}</span>
        {category && <span class="mentioned-category">{categoryLabel(category)}</span>}
        <span class="mentioned-count">
          <span aria-hidden="true">
            {place === -1 ? mentions.length : `${place + 1}/${mentions.length}`}
          </span>
          <span class="offstage">{countedMessage('timesOne', 'timesOther', mentions.length)}</span>
        </span>
        {hasSummary && summary && (
          <span class="mentioned-summary">
            <Spoken {...summary} />
          </span>
        )}
        {hasContext && <Context {...mentionContext(shown)} />}
      </button>
    </li>
  );
}

interface PlaceProps {
  mention: PageMention;
  /** Whether the reader was led there last. */
  isAt: boolean;
  onReveal: (mention: PageMention) => void;
}

/** One mention of a term that stands alone in the list: there is room for each, and for more of its words. */
function Place({ mention, isAt, onReveal }: PlaceProps) {
  return (
    <li class="place">
      <button
        type="button"
        aria-current={isAt ? 'true' : undefined}
        onClick={() => onReveal(mention)}
      >
        <Context {...mentionContext(mention, LONG_BEFORE)} />
      </button>
    </li>
  );
}

/** The page's own words around a mention. */
function Context({ before, text, after }: MentionContext) {
  return (
    <span class="mentioned-context" dir="auto">
      {before}
      <b>{text}</b>
      {after}
    </span>
  );
}

interface StepButtonProps {
  label: string;
  /** Of the chevron on it, as a path. */
  points: string;
  onClick: () => void;
}

function StepButton({ label, points, onClick }: StepButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
        <path d={points} />
      </svg>
    </button>
  );
}

/** A popup is opened to find a name: who has keys can type at once. On a phone it would bring up the keyboard. */
function focusByKeyboard(field: HTMLInputElement | null): void {
  // No control of the popup has the focus: what has it holds the field.
  if (document.activeElement?.contains(field) && matchMedia('(pointer: fine)').matches) {
    field?.focus();
  }
}

function filtered(
  terms: readonly MentionedTerm[],
  packs: readonly NamedTerms[],
  typed: string,
): readonly MentionedTerm[] {
  if (typed.trim() === '') return terms;
  const byId = new Map(terms.map((term) => [term.id, term]));
  return searchTerms(searchableMentions(terms, packs), typed).flatMap((id) => byId.get(id) ?? []);
}

function isSame(one: PageMention, other: PageMention): boolean {
  return one.id === other.id && one.frame === other.frame;
}
