import {
  CategoryChoice,
  DelayChoice,
  DensityChoice,
  LanguageChoice,
  StyleChoice,
} from '../ui/mark-choices';
import { Refusal } from '../ui/refusal';
import { useAttempt } from '../ui/use-attempt';
import { useSettings } from '../ui/use-settings';

/** What is marked and how; the settings page has the rest. */
export function Options() {
  const { settings } = useSettings();
  const [failure, attempt] = useAttempt();
  if (settings === undefined) return null;
  const { values } = settings;
  return (
    <>
      <DensityChoice values={values} attempt={attempt} />
      <StyleChoice values={values} attempt={attempt} />
      <CategoryChoice settings={settings} attempt={attempt} />
      <DelayChoice values={values} attempt={attempt} />
      <LanguageChoice values={values} attempt={attempt} />
      <Refusal text={failure} />
    </>
  );
}
