import { type StoredSettings, setSetting } from '../../settings/store';
import { CategoryChoice, DensityChoice, StyleChoice } from '../../ui/mark-choices';
import { message } from '../../ui/message';
import { Refusal } from '../../ui/refusal';
import { Switch } from '../../ui/switch';
import { useAttempt } from '../../ui/use-attempt';

/** Whether, which and how names are marked. */
export function MarksSection({ settings }: { settings: StoredSettings }) {
  const { values } = settings;
  const [failure, attempt] = useAttempt();
  return (
    <section class="setting-group">
      <h2>{message('marksHeading')}</h2>
      <Switch checked={values.enabled} onChange={(on) => attempt(() => setSetting('enabled', on))}>
        {message('enabledLabel')}
      </Switch>
      <DensityChoice values={values} attempt={attempt} />
      <StyleChoice values={values} attempt={attempt} />
      <Switch
        checked={values['marks.byCategory']}
        onChange={(on) => attempt(() => setSetting('marks.byCategory', on))}
      >
        {message('byCategoryLabel')}
      </Switch>
      <CategoryChoice settings={settings} attempt={attempt} />
      <Switch checked={values.badge} onChange={(on) => attempt(() => setSetting('badge', on))}>
        {message('badgeLabel')}
      </Switch>
      <Refusal text={failure} />
    </section>
  );
}
