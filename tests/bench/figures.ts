/** One figure of the bench, and what it may be. */
export interface Figure {
  what: string;
  value: number;
  unit: '×' | 'ms' | 'KB' | '%';
  /** The most it may be, or the least. */
  most?: number;
  least?: number;
}

/** Whether a figure keeps to its budget; one without a budget does. */
export function isWithin({ value, most = Infinity, least = -Infinity }: Figure): boolean {
  return value <= most && value >= least;
}

/** Figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit, most, least } = figure;
    const budget =
      most !== undefined ? `≤ ${most} ${unit}` : least !== undefined ? `≥ ${least} ${unit}` : '';
    return [
      what,
      `${round(value)} ${unit}`,
      budget,
      budget === '' ? '' : isWithin(figure) ? 'ok' : 'OVER',
    ];
  });
  return columns([['what', 'measured', 'budget', ''], ...rows]);
}

/** Rows of cells set in columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
