const attribute = 'data-mantine-color-scheme';

/** Paper is white: what is dark on the screen is printed in the light colors, however printing was asked for. */
export function printInLight(page: HTMLElement): void {
  let onScreen: string | null = null;
  window.addEventListener('beforeprint', () => {
    onScreen = page.getAttribute(attribute);
    page.setAttribute(attribute, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (onScreen !== null) page.setAttribute(attribute, onScreen);
  });
}
