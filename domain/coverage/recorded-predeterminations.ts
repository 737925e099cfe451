import type { PatientEvent } from '../patient/patient-events.ts';
import type { RecordedPredetermination } from './predetermination.ts';

type PredeterminationEvent = Extract<PatientEvent, { type: `patient.predetermination-${string}` }>;

/** Counts one event of a predetermination among the rest. */
export function continuePredeterminations(
  all: Map<string, RecordedPredetermination>,
  event: PredeterminationEvent,
): void {
  const { position, recordedAt } = event;
  if (event.type === 'patient.predetermination-prepared') {
    const { predetermination } = event.data;
    all.set(predetermination.predeterminationId, {
      predetermination,
      position,
      preparedAt: recordedAt,
      changedAt: recordedAt,
      latest: 'prepared',
      sendings: [],
      answers: [],
      withdrawn: undefined,
    });
    return;
  }
  const id = idOf(event);
  const before = all.get(id);
  if (before) all.set(id, { ...before, position, changedAt: recordedAt, ...changed(before, event) });
}

type Later = Exclude<PredeterminationEvent, { type: 'patient.predetermination-prepared' }>;

function idOf(event: Later): string {
  switch (event.type) {
    case 'patient.predetermination-sent':
      return event.data.sending.predeterminationId;
    case 'patient.predetermination-answered':
      return event.data.answer.predeterminationId;
    case 'patient.predetermination-withdrawn':
      return event.data.predeterminationId;
  }
}

function changed(before: RecordedPredetermination, event: Later): Partial<RecordedPredetermination> {
  switch (event.type) {
    case 'patient.predetermination-sent':
      return { latest: 'sent', sendings: [...before.sendings, event.data.sending] };
    case 'patient.predetermination-answered':
      return { latest: 'answered', answers: [...before.answers, event.data.answer] };
    case 'patient.predetermination-withdrawn':
      return { withdrawn: { reason: event.data.reason, at: event.recordedAt } };
  }
}
