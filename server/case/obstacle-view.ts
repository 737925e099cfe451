import type { ObstacleView } from '#contract/views.ts';
import { basisMessage, type Obstacle } from '#domain/coverage/payer-answer.ts';
import { messageView } from './message-view.ts';

export function obstacleView({ message, basis }: Obstacle): ObstacleView {
  return {
    words: messageView(message),
    ...(basis.kind === 'none' ? {} : { basis: messageView(basisMessage(basis)) }),
  };
}
