import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { ExaminedList, LicensedLists, LicensedListView } from '#contract/licensed-list.ts';
import { Recorded, RefusalView } from '#contract/views.ts';
import { CodeYearSchema } from '#domain/code-guide/licensed-list.ts';
import { ListLayout } from '#domain/code-guide/list-layout.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { DateSchema } from '#domain/kernel/schema.ts';
import type { Archway } from '../archway.ts';
import { declaredOnly } from '../http/declared-members.ts';
import { describedUpload, FilePart } from '../http/described-upload.ts';
import { orThrow, RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';
import { refuseUnkeepable } from '../http/incoming-text.ts';
import { personOf } from '../http/signed-in.ts';
import { examineLicensedList, importLicensedList, licensedListOn, type ListFile } from './licensed-list.ts';

const Layout = declaredOnly(ListLayout);

/** The practice's own licensed list of codes. Nothing here answers somebody who is not signed in. */
export function licensedListRoutes(app: App, archway: Archway): void {
  app.get('/api/licensed-lists', { schema: { response: { 200: LicensedLists } } }, async (request) => {
    const { practice } = await personOf(archway, request);
    const lists = [...practice.licensedLists.values()];
    return { lists: lists.toSorted((one, other) => other.year - one.year) };
  });

  app.get(
    '/api/licensed-lists/in-force',
    {
      schema: {
        querystring: Type.Object({ on: Type.Optional(DateSchema) }),
        response: { 200: LicensedListView, '4xx': RefusalView },
      },
    },
    async (request) => {
      const { organizationId, practice } = await personOf(archway, request);
      const day = request.query.on ?? dayOf(archway.record.now(), timeZoneOf(practice));
      return archway.record.read(organizationId, (reading) => licensedListOn(reading, day));
    },
  );

  app.post(
    '/api/licensed-lists/examine',
    {
      schema: { consumes: ['multipart/form-data'], response: { 200: ExaminedList, '4xx': RefusalView } },
      config: describedUpload({
        file: FilePart,
        year: Type.Optional(CodeYearSchema),
        layout: Type.Optional(Layout),
      }),
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { file, year, layout } = orThrow(await readForm(request));
      return orThrow(await examineLicensedList(archway, person, file, { year, layout }));
    },
  );

  app.post(
    '/api/licensed-lists',
    {
      schema: { consumes: ['multipart/form-data'], response: { 200: Recorded, '4xx': RefusalView } },
      config: describedUpload({ file: FilePart, year: CodeYearSchema, layout: Layout }),
    },
    async (request) => {
      const person = await personOf(archway, request);
      const { file, year, layout } = orThrow(await readForm(request));
      if (year === undefined || layout === undefined)
        throw new RefusedRequest(missing(year === undefined ? 'year' : 'layout'));
      const position = orThrow(await importLicensedList(archway, person, file, { year, layout }));
      return { stream: 'practice', id: 'practice', position };
    },
  );
}

interface ListForm {
  readonly file: ListFile;
  readonly year: number | undefined;
  readonly layout: ListLayout | undefined;
}

async function readForm(request: FastifyRequest): Promise<ListForm | Refusal> {
  const fields = new Map<string, string>();
  const files: ListFile[] = [];
  for await (const part of request.parts())
    if (part.type === 'file') files.push({ fileName: part.filename, bytes: await part.toBuffer() });
    else fields.set(part.fieldname, String(part.value));
  const [file, ...more] = files;
  if (!file || more.length > 0)
    return refuse(file ? 'document/several-files' : 'document/no-file', {}, '/file');
  const unknown = [...fields.keys()].find((name) => name !== 'year' && name !== 'layout');
  const unkeepable = refuseUnkeepable({ fileName: file.fileName, ...Object.fromEntries(fields) });
  if (unkeepable) return unkeepable;
  const year = fields.has('year') ? Number(fields.get('year')) : undefined;
  const layout = fields.has('layout') ? readLayout(fields.get('layout') ?? '') : undefined;
  if (unknown !== undefined) return unfit(unknown);
  if (year !== undefined && !Check(CodeYearSchema, year)) return unfit('year');
  return isRefusal(layout) ? layout : { file, year, layout };
}

function readLayout(text: string): ListLayout | Refusal {
  try {
    const value: unknown = JSON.parse(text);
    return Check(Layout, value) ? value : unfit('layout');
  } catch {
    return unfit('layout');
  }
}

function unfit(name: string): Refusal {
  return refuse('input/unfit', { name }, `/${name}`);
}

function missing(name: string): Refusal {
  return refuse('licensed-list/not-examined', { name }, `/${name}`);
}
