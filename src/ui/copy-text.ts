/**
 * Puts a text on the clipboard. Frames without the permission and pages without https have no clipboard to
 * write to; there the browser's own copy command is answered with the text.
 *
 * @returns Whether the browser took it.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let taken = false;
  const answer = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    taken = event.clipboardData !== null;
  };
  window.addEventListener('copy', answer, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', answer, { capture: true });
  }
  return taken;
}
