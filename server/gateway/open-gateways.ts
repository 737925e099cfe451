import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { FilledTextSchema, IdSchema, oneOf } from '#domain/kernel/schema.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { CannotStart } from '../cannot-start.ts';
import { CoreConnectivity } from './core-connectivity.ts';
import { FileDrop } from './file-drop.ts';
import type { Gateway, Gateways } from './gateway.ts';

const Common = {
  name: IdSchema,
  organizations: Type.Optional(Type.Array(IdSchema)),
};

const FileDropEntry = Type.Object(
  {
    ...Common,
    kind: oneOf(['file-drop']),
    folder: FilledTextSchema(1000),
    settleSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
    everySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 3600 })),
  },
  { additionalProperties: false },
);

const CoreEntry = Type.Object(
  {
    ...Common,
    kind: oneOf(['core']),
    address: FilledTextSchema(1000),
    userName: FilledTextSchema(200),
    /** Name of the environment variable that holds the password: a file with addresses is no place for one. */
    passwordFrom: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }),
    timeoutSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 300 })),
  },
  { additionalProperties: false },
);

const GatewaysFile = Type.Object(
  { gateways: Type.Array(Type.Union([FileDropEntry, CoreEntry]), { maxItems: 100 }) },
  { additionalProperties: false },
);
type Entry = Static<typeof GatewaysFile>['gateways'][number];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The gateways of this installation, from `path`; none where there is no such file. They belong to whoever runs the
 * server, not to a practice: an address or a folder of the machine is nobody else's to name. Throws CannotStart.
 */
export function openGateways(path: string, environment: Environment): Gateways {
  if (!hasGatewaysFile(path)) return new Map();
  const gateways = new Map<string, Gateway>();
  for (const entry of readEntries(path)) {
    if (gateways.has(entry.name)) throw unusable(path, `two gateways are named "${entry.name}"`);
    gateways.set(entry.name, open(path, entry, environment));
  }
  return gateways;
}

export function hasGatewaysFile(path: string): boolean {
  return existsSync(path);
}

function readEntries(path: string): readonly Entry[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error));
  }
  if (Value.Check(GatewaysFile, content)) return content.gateways;
  throw unusable(path, firstFault(content));
}

/** A fault of the entry's own kind says more than that it is neither of both. */
function firstFault(content: unknown): string {
  const entries: readonly unknown[] =
    isRecord(content) && Array.isArray(content['gateways']) ? content['gateways'] : [];
  for (const [index, entry] of entries.entries()) {
    const kind = isRecord(entry) ? entry['kind'] : undefined;
    const schema = kind === 'file-drop' ? FileDropEntry : kind === 'core' ? CoreEntry : undefined;
    if (!schema) return `gateways/${index}/kind must be "file-drop" or "core"`;
    const [fault] = Value.Errors(schema, entry);
    if (fault) return `gateways/${index}${fault.instancePath}: ${fault.message}`;
  }
  return 'it must be {"gateways": [...]}';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function open(path: string, entry: Entry, environment: Environment): Gateway {
  const { name, organizations } = entry;
  if (entry.kind === 'file-drop') {
    const { folder, settleSeconds = 10, everySeconds = 15 } = entry;
    if (!isAbsolute(folder)) throw unusable(path, `the folder of "${name}" must be a full path`);
    return new FileDrop({ name, organizations, folder: resolve(folder), settleSeconds, everySeconds });
  }
  const { address, userName, passwordFrom, timeoutSeconds = 25 } = entry;
  if (!isSafe(address))
    throw unusable(path, `the address of "${name}" must begin with https://, except on this machine itself`);
  const password = environment[passwordFrom];
  if (password === undefined || password === '')
    throw unusable(
      path,
      `the environment variable ${passwordFrom}, with the password of "${name}", is not set`,
    );
  return new CoreConnectivity({
    name,
    organizations,
    address,
    credentials: { userName, password },
    timeoutSeconds,
  });
}

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** What holds a patient's data crosses no network in the clear. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}

function unusable(path: string, detail: string): CannotStart {
  return new CannotStart(refuse('gateway/settings-unusable', { path, detail }));
}
