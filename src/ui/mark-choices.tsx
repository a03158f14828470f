import { useEffect, useState } from 'preact/hooks';
import { CATEGORIES } from '../glossary/pack-schema';
import type { Settings } from '../settings/schema';
import { addToList, removeFromList, type StoredSettings, setSetting } from '../settings/store';
import { Choice } from './choice';
import { categoryPlural } from './labels';
import { message } from './message';
import type { Attempt } from './use-attempt';

/** What a choice among the settings needs: how they are set, and the way to set them. */
interface ChoiceProps {
  values: Settings;
  attempt: Attempt;
}

/** How many mentions are marked. */
export function DensityChoice({ values, attempt }: ChoiceProps) {
  return (
    <Choice
      name="density"
      legend={message('densityLegend')}
      value={values['marks.density']}
      onChange={(value) => attempt(() => setSetting('marks.density', value))}
      options={[
        { value: 'section', label: message('densitySection') },
        { value: 'page', label: message('densityPage') },
        { value: 'all', label: message('densityAll') },
      ]}
    />
  );
}

/** How marks look; each choice shows itself. */
export function StyleChoice({ values, attempt }: ChoiceProps) {
  const sample = (style: Settings['marks.style'], label: string) => (
    <span class={`sample sample-${style}`}>{label}</span>
  );
  return (
    <Choice
      name="style"
      legend={message('styleLegend')}
      value={values['marks.style']}
      onChange={(value) => attempt(() => setSetting('marks.style', value))}
      options={[
        { value: 'dotted', label: sample('dotted', message('styleDotted')) },
        { value: 'solid', label: sample('solid', message('styleSolid')) },
        { value: 'background', label: sample('background', message('styleBackground')) },
        { value: 'hidden', label: sample('hidden', message('styleHidden')) },
      ]}
    />
  );
}

/** Which kinds of terms are marked. */
export function CategoryChoice({
  settings,
  attempt,
}: {
  settings: StoredSettings;
  attempt: Attempt;
}) {
  return (
    <fieldset class="choice">
      <legend>{message('categoriesLegend')}</legend>
      <div class="choice-options">
        {CATEGORIES.map((category) => (
          <label key={category} class={`option of-${category}`}>
            <input
              type="checkbox"
              checked={!settings.hiddenCategories.includes(category)}
              onChange={({ currentTarget }) =>
                attempt(() =>
                  currentTarget.checked
                    ? removeFromList('hiddenCategories', category)
                    : addToList('hiddenCategories', category),
                )
              }
            />
            <span>{categoryPlural(category)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Milliseconds between two choices of the delay: finer ones cannot be felt. */
const DELAY_STEP = 50;

/** How long the pointer rests before a card opens. */
export function DelayChoice({ values, attempt }: ChoiceProps) {
  const stored = values['card.delay'];
  // The words follow the hand; where it lets go is stored, and comes back a moment later.
  const [drawn, setDrawn] = useState<number>();
  useEffect(() => {
    if (drawn === stored) setDrawn(undefined);
  }, [drawn, stored]);
  const delay = drawn ?? stored;
  const store = async (value: number) => {
    const isStored = await attempt(() => setSetting('card.delay', value));
    if (!isStored) setDrawn(undefined);
  };
  return (
    <label class="slider">
      <span>{message('delayLegend')}</span>
      <input
        type="range"
        min="0"
        max="1000"
        step={DELAY_STEP}
        value={delay}
        aria-valuetext={message('delayValue', delay / 1000)}
        onInput={({ currentTarget }) => setDrawn(Number(currentTarget.value))}
        onChange={({ currentTarget }) => store(Number(currentTarget.value))}
      />
      <output>{message('delayValue', delay / 1000)}</output>
    </label>
  );
}

/** The language facts are shown in. */
export function LanguageChoice({ values, attempt }: ChoiceProps) {
  return (
    <label class="picker">
      <span>{message('languageLegend')}</span>
      <select
        class="field"
        value={values['facts.language']}
        onChange={({ currentTarget }) =>
          attempt(() =>
            setSetting('facts.language', currentTarget.value as Settings['facts.language']),
          )
        }
      >
        <option value="auto">{message('languageAuto')}</option>
        <option value="en" lang="en">
          English
        </option>
        <option value="zh-Hans" lang="zh-Hans">
          简体中文
        </option>
        <option value="zh-Hant" lang="zh-Hant">
          繁體中文
        </option>
      </select>
    </label>
  );
}
