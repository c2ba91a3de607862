/** Shows a group of radio buttons, and tells what is chosen. */
export function onChoice(name: string, choose: (value: string) => void): void {
  const buttons = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  for (const button of buttons) {
    button.closest('fieldset')!.hidden = false;
    button.addEventListener('change', () => choose(button.value));
  }
}

export function setChoice(name: string, value: string): void {
  const button = document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
  if (button) button.checked = true;
}

const KEY = 'edge-phase1-theme';

/** Where a browser keeps nothing (a file, a private window), the choice lasts as long as the page. */
export function keptTheme(): string {
  try {
    return localStorage.getItem(KEY) ?? 'auto';
  } catch {
    return 'auto';
  }
}

export function keepTheme(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Nothing is kept then.
  }
}
