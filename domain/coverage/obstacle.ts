import type { Message } from '../kernel/message.ts';
import type { Basis, Obstacle, ObstacleKind } from './payer-answer.ts';

export function obstacle(kind: ObstacleKind, certain: boolean, said: Message, basis: Basis): Obstacle {
  return { kind, certain, message: said, basis };
}
