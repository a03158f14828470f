import { message } from '../ui/message';
import { EventList } from './event-list';
import type { Library } from './library';

/** The dated events of all packs. */
export function TimelineView({ library }: { library: Library }) {
  return (
    <section class="page">
      <h1>{message('timelineTitle')}</h1>
      <p class="lead">{message('timelineText')}</p>
      <EventList events={library.events} />
    </section>
  );
}
