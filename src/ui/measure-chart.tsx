import type { CardMeasure } from '../glossary/card-term';
import { barsOf } from './chart';
import { message } from './message';
import { qualifiedValue } from './qualified-value';
import { Spoken } from './spoken';

/**
 * The terms that share a measure, as bars. It is a table: a screen reader reads names and values, the bars
 * between them are drawn for the eye.
 */
export function MeasureChart({ measure, term }: { measure: CardMeasure; term: string }) {
  const bars = barsOf(measure);
  return (
    <table class="chart">
      <caption>
        <Spoken {...measure.title} />
        {measure.better === 'lower' && (
          <span class="chart-note"> {message('cardLowerIsBetter')}</span>
        )}
      </caption>
      <tbody>
        {measure.values.map((entry, index) => (
          <tr key={entry.term} class={entry.term === term ? 'chart-own' : undefined}>
            <th scope="row">
              <Spoken {...entry.name} />
            </th>
            <td class="bar-cell" aria-hidden="true">
              <span class="track">
                <span
                  class={`bar bar-${bars[index]?.end}`}
                  style={{ inlineSize: `${bars[index]?.length}%` }}
                />
              </span>
            </td>
            <td class="value">
              {qualifiedValue(measure.unit, entry)}
              {entry.fromCaution && <span class="chart-note"> †</span>}
            </td>
          </tr>
        ))}
      </tbody>
      {measure.values.some(({ fromCaution }) => fromCaution) && (
        <tfoot>
          <tr>
            <td class="chart-note" colSpan={3}>
              † {message('cardFromCaution')}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
