import {
  absentFlags,
  becameHistory,
  dayAndFlags,
  nameOfParty,
  rejected,
  sensitivityFlags,
  withdrawnHistory,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import type { Known } from './read-shapes.ts';
import { clip, conceptText, filled } from './read-values.ts';

/** A message of others about the patient. It is history, never a contact of ours: its minutes were not ours. */
export function fromCommunication(resource: Known<'Communication'>, scene: Scene): Mapping {
  const said = (resource.payload ?? []).flatMap(({ contentString }) => contentString ?? []).join('\n');
  const text =
    filled(said, 400) ?? (resource.category ?? []).flatMap((each) => conceptText(each, 200) ?? [])[0];
  const status = clip(resource.status ?? '', 40);
  if (status === 'entered-in-error')
    return rejected(text, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  if (status === 'not-done') return rejected(text, 'notDone', withdrawnHistory(scene, 'not-done'));
  const [on, dayFlags] = dayAndFlags('sent', resource.sent ?? resource.received);
  const sender = nameOfParty(scene, resource.sender);
  const others = (resource.payload ?? []).some(({ contentString }) => contentString === undefined);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'message',
      text: text ?? 'message without text',
      codings: [],
      status,
      ...(sender === '' ? {} : { value: `from ${sender}` }),
      ...(on === undefined ? {} : { on }),
    },
    [
      ...(text === undefined ? [flag('nothingStated')] : []),
      ...(resource.category?.length ? [] : [flag('categoryMissing')]),
      ...((resource.sent ?? resource.received) ? [] : [flag('dateMissing', { element: 'sent' })]),
      ...(others ? [flag('attachmentOnly')] : []),
      ...(said.trim().length > 400 ? [flag('textCut')] : []),
      ...dayFlags,
      ...absentFlags(scene, 'sender', [resource.sender]),
      ...sensitivityFlags(resource, undefined),
    ],
  );
}
