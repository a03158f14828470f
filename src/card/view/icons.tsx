const SHAPES = {
  asterisk: 'M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11',
  back: 'M10 3 5 8l5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  move: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  pin: 'M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v4.5',
} as const;

/** A sign on a button that has a name of its own. */
export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg class={`icon icon-${shape}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
