import { message } from '../ui/message';
import { SourceNotes } from '../ui/source-notes';
import { EventList } from './event-list';
import { type Library, sourcesOf } from './library';
import { SpanChart } from './span-chart';

/** The dated events of all packs. */
export function TimelineView({ library }: { library: Library }) {
  return (
    <section class="page">
      <h1 tabIndex={-1}>{message('timelineTitle')}</h1>
      <p class="lead">{message('timelineText')}</p>
      {library.events.length > 0 && <SpanChart events={library.events} />}
      <EventList events={library.events} />
      <SourceNotes
        term={{
          sources: sourcesOf(
            library.events.flatMap(({ terms: [first] }) => (first && library.read(first.id)) ?? []),
          ),
        }}
      />
    </section>
  );
}
