import { beginnings } from './plots/beginnings.ts';
import { billed } from './plots/billed.ts';
import { closed } from './plots/closed.ts';
import type { Plot } from './plots/plot.ts';
import { underway } from './plots/underway.ts';
import { waiting } from './plots/waiting.ts';

/** Every case of the demonstration. Ids of cases are 'demo-' and the key. */
export const plots: readonly Plot[] = [...beginnings, ...underway, ...waiting, ...billed, ...closed];
