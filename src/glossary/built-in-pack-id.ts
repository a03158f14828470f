/** The id of the pack that comes with the extension. No other pack may take it. */
export const BUILT_IN_PACK_ID = 'deepseek-r1-report';
