import { useEffect, useState } from 'preact/hooks';
import type { PackRecord } from '../../packs/pack-database';
import { readItems, type StoredSettings } from '../../settings/store';
import { interfaceLanguage, message, middleDot } from '../../ui/message';
import { readPackRecords } from '../packs/read-pack-records';
import { usePacks } from '../use-packs';

/** What the extension keeps, where, and how much; nothing of it goes anywhere but to the browser's own sync. */
export function StorageSection({ settings }: { settings: StoredSettings }) {
  const [bytes, setBytes] = useState(0);
  const packs = usePacks(readPackRecords) ?? [];
  useEffect(() => {
    const measure = async () => {
      setBytes(new TextEncoder().encode(JSON.stringify(await readItems())).length);
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
          <dd class="size">{inWords(bytes)}</dd>
        </div>
        <div>
          <dt>{message('storagePacks')}</dt>
          <dd>{message('storagePacksWhere')}</dd>
          <dd class="size">
            {message('packsTerms')} {sumOf(packs, 'terms')}
            {middleDot()}
            {message('packsFacts')} {sumOf(packs, 'facts')}
          </dd>
        </div>
        <div>
          <dt>{message('storagePages')}</dt>
          <dd>{message('storagePagesWhere')}</dd>
        </div>
      </dl>
    </section>
  );
}

function sumOf(packs: readonly PackRecord[], part: 'terms' | 'facts'): string {
  const sum = packs.reduce((before, pack) => before + pack[part], 0);
  return new Intl.NumberFormat(interfaceLanguage()).format(sum);
}

function inWords(bytes: number): string {
  return new Intl.NumberFormat(interfaceLanguage(), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1000);
}
