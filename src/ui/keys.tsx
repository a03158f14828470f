/** How keyboards name what browsers spell out. */
const KEY_CAPS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** The keys of a shortcut. @param shortcut As browsers give it: `Alt+Period`. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span class="keys">
      {shortcut.split('+').map((key, index) => (
        <>
          {index > 0 && ' + '}
          <kbd>{KEY_CAPS[key] ?? key}</kbd>
        </>
      ))}
    </span>
  );
}
