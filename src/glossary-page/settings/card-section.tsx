import { type StoredSettings, setSetting } from '../../settings/store';
import { Choice } from '../../ui/choice';
import { DelayChoice, LanguageChoice } from '../../ui/mark-choices';
import { message } from '../../ui/message';
import { Refusal } from '../../ui/refusal';
import { useAttempt } from '../../ui/use-attempt';

/** When cards open, and how they and the pages of the extension look and speak. */
export function CardSection({ settings: { values } }: { settings: StoredSettings }) {
  const [failure, attempt] = useAttempt();
  return (
    <section class="setting-group">
      <h2>{message('cardHeading')}</h2>
      <DelayChoice values={values} attempt={attempt} />
      <LanguageChoice values={values} attempt={attempt} />
      <p class="hint">{message('languageHint')}</p>
      <Choice
        name="theme"
        legend={message('themeLegend')}
        value={values.theme}
        onChange={(value) => attempt(() => setSetting('theme', value))}
        options={[
          { value: 'system', label: message('themeSystem') },
          { value: 'light', label: message('themeLight') },
          { value: 'dark', label: message('themeDark') },
        ]}
      />
      <Refusal text={failure} />
    </section>
  );
}
