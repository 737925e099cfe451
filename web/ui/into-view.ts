/** For the `ref` of the chosen one in a row that is wider than a telephone: it is brought into sight when it is chosen. */
export function intoView(chosen: HTMLElement | null): void {
  chosen?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
