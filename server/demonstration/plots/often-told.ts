import type { ConsentKind } from '#domain/consent/consent.ts';
import type { ConsentPlot } from './plot.ts';

export const screen = (
  kind: ConsentKind = 'coordination-agreement',
  more: Partial<ConsentPlot> = {},
): ConsentPlot => ({
  kind,
  method: 'signed-on-screen',
  ...more,
});
export const paper = (
  kind: ConsentKind = 'coordination-agreement',
  more: Partial<ConsentPlot> = {},
): ConsentPlot => ({
  kind,
  method: 'paper',
  ...more,
});
export const word: ConsentPlot = { kind: 'coordination-agreement', method: 'documented-word' };
export const authorization = 'hipaa-authorization';
export const assignment = screen('benefits-assignment');

export const marisol = 'staff-coordinator';
export const devon = 'staff-coordinator-2';
