/** A letter sheet on its side, less the margins and the lines above and below the picture, in CSS pixels. */
const sheet = { width: 970, height: 590 };
const laneNames = 150;

/** How much smaller the picture has to be so that it fits on one sheet; never larger than on the screen. */
export function onOnePage({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(1, sheet.width / (laneNames + width), sheet.height / height);
}

/** Prints the picture and nothing else of the screen. */
export function printTimeline(): void {
  document.documentElement.dataset['printed'] = 'timeline';
  window.addEventListener('afterprint', () => delete document.documentElement.dataset['printed'], {
    once: true,
  });
  window.print();
}
