import type { ObstacleView } from '#contract/views.ts';
import { basisMessage, type Obstacle } from '#domain/coverage/payer-answer.ts';
import { messageView } from './message-view.ts';

export function obstacleView({ message, certain, basis }: Obstacle): ObstacleView {
  return {
    words: messageView(message),
    certain,
    ...(basis.kind === 'none' ? {} : { basis: messageView(basisMessage(basis)) }),
  };
}
