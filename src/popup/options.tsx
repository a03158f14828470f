import {
  CategoryChoice,
  DelayChoice,
  DensityChoice,
  LanguageChoice,
  StyleChoice,
} from '../ui/mark-choices';
import { useSettings } from '../ui/use-settings';

/** What is marked and how; the settings page has the rest. */
export function Options() {
  const { settings } = useSettings();
  if (settings === undefined) return null;
  const { values } = settings;
  return (
    <>
      <DensityChoice values={values} />
      <StyleChoice values={values} />
      <CategoryChoice settings={settings} />
      <DelayChoice values={values} />
      <LanguageChoice values={values} />
    </>
  );
}
