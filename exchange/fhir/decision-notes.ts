import type { Annotation } from 'fhir/r4';
import type { RecordedDecision, RecordedSheet } from '#domain/decision/recorded-sheet.ts';
import type { Scene } from './to-scene.ts';

/** What the patient decided, the latest last: notes of the care plan, since FHIR R4 has no resource for it. */
export function decisionNotes(scene: Scene): Annotation[] {
  if (!scene.allows('coordination-record', 'dental-record')) return [];
  return [...scene.case.optionSheets.values()].flatMap((sheet) =>
    sheet.decisions.map((decided) => noteOf(sheet, decided)),
  );
}

function noteOf({ versions }: RecordedSheet, recorded: RecordedDecision): Annotation {
  const { decision, revisit, who, occurredAt } = recorded;
  const seen = versions.find(({ sheet }) => sheet.version === decision.seenVersion)?.sheet;
  const chosen =
    seen?.options.find(({ optionId }) => optionId === decision.optionId)?.name ?? decision.optionId;
  const text = [
    `Patient's decision: ${seen?.question ?? decision.sheetId} ${chosen}`,
    decision.reason === '' ? undefined : `Why: ${decision.reason}`,
    revisit && `In place of an earlier decision: ${revisit.why}`,
    `Seen: version ${decision.seenVersion}, SHA-256 ${decision.seenSha256}`,
  ];
  return {
    authorString: who.name,
    time: occurredAt,
    text: text.filter((line) => line !== undefined).join('\n'),
  };
}
