import type { Archway } from './archway.ts';
import { collectAnswers, collectAnswersJob } from './coverage/collect-answers.ts';
import { sendInquiry, sendInquiryJob } from './coverage/send-inquiry.ts';
import { Worker, type WorkerOptions } from './job/worker.ts';

/** The worker of this process, not yet started: every kind of job and who does it. */
export function backgroundWork(
  archway: Archway,
  options: Pick<WorkerOptions, 'say'> & Partial<Pick<WorkerOptions, 'leaseSeconds' | 'pollSeconds' | 'only'>>,
): Worker {
  return new Worker({
    ...options,
    db: archway.record.db,
    bell: archway.bell,
    handlers: {
      [sendInquiryJob]: sendInquiry(archway),
      [collectAnswersJob]: collectAnswers(archway),
    },
  });
}
