import { type StoredSettings, setSetting } from '../../settings/store';
import { CategoryChoice, DensityChoice, StyleChoice } from '../../ui/mark-choices';
import { message } from '../../ui/message';
import { Switch } from '../../ui/switch';

/** Whether, which and how names are marked. */
export function MarksSection({ settings }: { settings: StoredSettings }) {
  const { values } = settings;
  return (
    <section class="setting-group">
      <h2>{message('marksHeading')}</h2>
      <Switch checked={values.enabled} onChange={(on) => setSetting('enabled', on)}>
        {message('enabledLabel')}
      </Switch>
      <DensityChoice values={values} />
      <StyleChoice values={values} />
      <Switch
        checked={values['marks.byCategory']}
        onChange={(on) => setSetting('marks.byCategory', on)}
      >
        {message('byCategoryLabel')}
      </Switch>
      <CategoryChoice settings={settings} />
      <Switch checked={values.badge} onChange={(on) => setSetting('badge', on)}>
        {message('badgeLabel')}
      </Switch>
    </section>
  );
}
