/** Puts text on the clipboard, also where the page is not served securely. */

/** Whether it worked. `near` is where a field may stand for a moment. */
export async function copyToClipboard(text: string, near: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, near);
  }
}

function copyFromField(text: string, near: ShadowRoot): boolean {
  const focused = near.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hidden';
  (near.querySelector('dialog[open]') ?? near).append(field);
  field.select();
  // The only way outside secure contexts; deprecated, but nothing has replaced it there.
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
