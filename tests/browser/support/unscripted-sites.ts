import type { Extension } from '../../../scripts/browser/extension';

/** The patterns of sites whose new pages get no script of ours, as the browser has them. */
export function unscriptedSites(extension: Extension): Promise<string[]> {
  return extension.evaluate(async (api) =>
    (await api.scripting.getRegisteredContentScripts()).flatMap(
      ({ excludeMatches = [] }) => excludeMatches,
    ),
  );
}
