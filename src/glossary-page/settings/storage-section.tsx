import { useEffect, useState } from 'preact/hooks';
import { readItems, type StoredSettings } from '../../settings/store';
import { interfaceLanguage, message } from '../../ui/message';

/** What the extension keeps, where, and how much of it; nothing of it goes anywhere but to the browser's own sync. */
export function StorageSection({ settings }: { settings: StoredSettings }) {
  const [sizes, setSizes] = useState({ settings: 0, databases: 0 });
  useEffect(() => {
    const measure = async () => {
      const bytes = new TextEncoder().encode(JSON.stringify(await readItems())).length;
      const { usage = 0 } = await navigator.storage.estimate();
      setSizes({ settings: bytes, databases: usage });
    };
    void measure();
  }, [settings]);
  return (
    <section class="setting-group">
      <h2>{message('storageHeading')}</h2>
      <p>{message('storageText')}</p>
      <dl class="stored">
        <div>
          <dt>{message('storageSettings')}</dt>
          <dd>{message('storageSettingsWhere')}</dd>
          <dd class="size">{inWords(sizes.settings)}</dd>
        </div>
        <div>
          <dt>{message('storagePacks')}</dt>
          <dd>{message('storagePacksWhere')}</dd>
          <dd class="size">{inWords(sizes.databases)}</dd>
        </div>
        <div>
          <dt>{message('storagePages')}</dt>
          <dd>{message('storagePagesWhere')}</dd>
        </div>
      </dl>
    </section>
  );
}

function inWords(bytes: number): string {
  return new Intl.NumberFormat(interfaceLanguage(), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1000);
}
