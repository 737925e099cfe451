import { openArchway, type Archway } from '#server/archway.ts';

/** Does something to the record of a data folder that no server has open, and closes it again. */
export async function onRecord<Result>(
  dataFolder: string,
  work: (archway: Archway) => Promise<Result>,
): Promise<Result> {
  const archway = await openArchway({ dataFolder });
  try {
    return await work(archway);
  } finally {
    await archway.close();
  }
}
