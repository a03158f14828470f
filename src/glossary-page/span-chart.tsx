import type { ListedEvent } from './library';
import { partialDateInWords } from './partial-date';
import { timeSpanOf } from './time-span';

const CLASSES = { year: 'span-year-long', month: 'span-month', day: 'span-day' } as const;

/**
 * Events on an axis of years, true to scale: each is as wide as the time in which it may have happened. For
 * the eye; the list below says the same.
 */
export function SpanChart({ events }: { events: readonly ListedEvent[] }) {
  const spans = events.map(({ date }) => timeSpanOf(date));
  const first = Math.floor(Math.min(...spans.map(({ start }) => start)));
  const last = Math.ceil(Math.max(...spans.map(({ end }) => end)));
  const place = (time: number) => `${((time - first) / (last - first)) * 100}%`;
  return (
    <div class="span" aria-hidden="true">
      <div class="span-axis">
        {Array.from({ length: last - first + 1 }, (_, index) => (
          <span key={index} class="span-year" style={{ insetInlineStart: place(first + index) }}>
            {first + index}
          </span>
        ))}
        {events.map(({ id, date, text, terms: [term] }, index) => {
          const { start, end, known } = spans[index] ?? timeSpanOf(date);
          return (
            <span
              key={id}
              class={`span-event ${CLASSES[known]} of-${term?.category}`}
              title={`${partialDateInWords(date)}: ${text.text}`}
              style={{ insetInlineStart: place(start), inlineSize: place(first + end - start) }}
            />
          );
        })}
      </div>
    </div>
  );
}
