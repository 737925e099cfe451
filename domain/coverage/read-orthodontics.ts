import type { FactOf } from '../estimate/plan-facts.ts';
import type { AnswerReader } from './typed-answer.ts';

/** How orthodontic treatment is paid; without the share at banding the rest says nothing. */
export function readOrthodontics(reader: AnswerReader): FactOf<'orthodontics'> | undefined {
  const bandingPercent = reader.needed(reader.whole('percent', 0, 100), 'percent');
  const most = reader.whole('mostInstalments', 1, 120);
  if (bandingPercent === undefined) return undefined;
  return {
    kind: 'orthodontics',
    bandingPercent,
    every: reader.word(['month', 'quarter'], 'instalments') ?? 'month',
    incurred: reader.word(['start', 'end'], 'incurred') ?? 'end',
    ...(most !== undefined && { mostInstalments: most }),
  };
}
