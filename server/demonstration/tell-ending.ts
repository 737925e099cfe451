import type { CaseTelling } from './case-telling.ts';
import { staffName } from './case-telling.ts';
import type { Holder } from '#domain/worklist/task.ts';
import type { Ending, NextPlot } from './plots/plot.ts';
import { lastTaskId } from './tell-contacts.ts';

/** Where the case stands today: waiting, closed, reopened, and with what next. */
export function tellEnding(story: CaseTelling): void {
  const { ending, next } = story.plot;
  if (ending) end(story, ending);
  if (!next) return;
  if (next.title !== undefined)
    story.change('open-task', {
      task: {
        taskId: story.id('task-next'),
        title: next.title,
        holder: holderOf(story, next),
        ownerStaffId: story.owner,
        due: story.workingDay(next.due),
      },
    });
  if (next.heldUntil !== undefined)
    story.change('hold-task', {
      taskId: next.title === undefined ? lastTaskId(story) : story.id('task-next'),
      hold: {
        until: story.workingDay(next.heldUntil),
        awaiting: 'They asked to be called again after that day',
      },
    });
}

function holderOf(story: CaseTelling, { ball }: NextPlot): Holder {
  if (ball === 'patient')
    return { kind: 'patient', name: story.patient.speaker?.name ?? story.say('{first}') };
  if (ball === 'payer') return { kind: 'team-member', id: story.id('payer'), name: story.say('{payer}') };
  return { kind: 'staff', id: story.owner, name: staffName(story.owner) };
}

function end(story: CaseTelling, ending: Ending): void {
  if ('hold' in ending) {
    const until = ending.until === undefined ? null : story.workingDay(ending.until);
    story.change('put-on-hold', { reason: ending.hold, until });
    return;
  }
  story.time.goTo(Math.max(1, story.plot.last - 14));
  story.change('close', { outcome: ending.close, reason: ending.because });
  if (ending.reopened === undefined) return;
  story.time.goTo(5);
  story.change('reopen', { reason: ending.reopened });
}
