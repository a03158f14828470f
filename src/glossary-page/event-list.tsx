import { CautionNote, Provenance } from '../ui/fact-parts';
import { Spoken } from '../ui/spoken';
import type { ListedEvent } from './library';
import { partialDateInWords } from './partial-date';
import { TermLinks } from './term-links';

/** Events along a line, the earliest first. */
export function EventList({
  events,
  exceptTerm,
}: {
  events: readonly ListedEvent[];
  /** The term whose page it is, which needs no link. */
  exceptTerm?: string;
}) {
  return (
    <ol class="events">
      {events.map((event) => {
        const terms = event.terms.filter(({ id }) => id !== exceptTerm);
        return (
          <li key={event.id} class={`event of-${event.terms[0]?.category}`}>
            <time class="event-date" dateTime={event.date}>
              {partialDateInWords(event.date)}
            </time>
            <div class="event-body">
              <p class="event-text">
                <Spoken {...event.text} />
              </p>
              {terms.length > 0 && <TermLinks class="event-terms" terms={terms} />}
              {event.fact && (
                <div class="event-source">
                  <Provenance fact={event.fact} />
                  <CautionNote fact={event.fact} />
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
