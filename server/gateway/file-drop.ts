import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inOneLine, sayRefusal } from '#contract/say-refusal.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import { mostInFile } from '#exchange/x12/split-answers.ts';
import {
  hashOfFile,
  isCode,
  linkUnlessThere,
  moveAside,
  renameIfThere,
  syncFolder,
  unlinkIfThere,
  writeDurably,
} from './durable-file.ts';
import type { Collecting, Gateway, Outgoing, SendOutcome, Taker } from './gateway.ts';

export interface FileDropSettings {
  readonly name: string;
  readonly organizations: readonly string[] | undefined;
  readonly folder: string;
  /** A file that was written to within so many seconds may still be growing. */
  readonly settleSeconds: number;
  readonly everySeconds: number;
}

const parts = ['outgoing', 'incoming', 'sent', 'taken', 'set-aside'] as const;
type Folders = Readonly<Record<(typeof parts)[number], string>>;

/** Names under which programs write what is not finished. */
const unfinished = /^\.|\.(part|partial|tmp|temp|filepart|crdownload)$/i;

/**
 * Folders that another program keeps in step with a clearinghouse, such as an SFTP client: for each organization
 * `outgoing`, `incoming`, and what became of the files in `sent`, `taken` and `set-aside`.
 *
 * Sent once, whatever is killed when: a file is written beside `sent`, and a second name for it in `sent` decides who
 * sends it. Its first name is then renamed into `outgoing`, in one step. Whoever comes later finds by the inode
 * whether that was done. What arrived is recorded first and moved afterwards: the same file again records nothing.
 */
export class FileDrop implements Gateway {
  readonly kind = 'file-drop';
  readonly name: string;
  readonly organizations: readonly string[] | undefined;
  readonly collecting: Collecting;
  readonly #settings: FileDropSettings;

  constructor(settings: FileDropSettings) {
    this.name = settings.name;
    this.organizations = settings.organizations;
    this.#settings = settings;
    this.collecting = {
      everySeconds: settings.everySeconds,
      collect: (organizationId, taker) => this.#collect(organizationId, taker),
    };
  }

  async send({ organizationId, trace, interchange }: Outgoing): Promise<SendOutcome> {
    try {
      const folders = await this.#folders(organizationId);
      await sendOnce(folders, `eligibility-${trace}.270`, Buffer.from(interchange));
      return { kind: 'left' };
    } catch (error) {
      return { kind: 'failed', problem: folderProblem(this.name, error), again: true };
    }
  }

  async look(organizationId: string): Promise<Refusal | undefined> {
    try {
      const folders = await this.#folders(organizationId);
      for (const part of parts) await access(folders[part], constants.R_OK | constants.W_OK | constants.X_OK);
      return undefined;
    } catch (error) {
      return folderProblem(this.name, error);
    }
  }

  async #collect(organizationId: string, taker: Taker): Promise<void> {
    if (await this.look(organizationId)) return;
    const folders = await this.#folders(organizationId);
    const names = (await readdir(folders.incoming)).filter((name) => !unfinished.test(name)).toSorted();
    for (const name of names) {
      const path = join(folders.incoming, name);
      const size = await this.#sizeWhenSettled(path);
      if (size !== undefined) await takeFile(folders, name, path, size, taker);
    }
  }

  /**
   * Undefined for what is no file, is gone, or may still be growing. The time of the last change of the entry itself
   * counts as well, since programs that copy set the other one back to that of the original.
   */
  async #sizeWhenSettled(path: string): Promise<number | undefined> {
    try {
      const entry = await lstat(path);
      const age = Date.now() - Math.max(entry.mtimeMs, entry.ctimeMs);
      return entry.isFile() && age >= this.#settings.settleSeconds * 1000 ? entry.size : undefined;
    } catch (error) {
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /** Its own below the folder that was set up; never that one, which is a disk that may not be there. */
  async #folders(organizationId: string): Promise<Folders> {
    await access(this.#settings.folder);
    const own = join(this.#settings.folder, organizationId);
    const folders = Object.fromEntries(parts.map((part) => [part, join(own, part)])) as Folders;
    for (const part of parts) await mkdir(folders[part], { recursive: true, mode: 0o700 });
    return folders;
  }
}

async function sendOnce(folders: Folders, name: string, bytes: Buffer): Promise<void> {
  const staged = join(folders.sent, `.${name}.${randomUUID()}`);
  const sent = join(folders.sent, name);
  await writeDurably(staged, bytes);
  await linkUnlessThere(staged, sent);
  await syncFolder(folders.sent);
  const { ino } = await lstat(sent);
  for (const each of await readdir(folders.sent)) {
    if (!each.startsWith(`.${name}.`)) continue;
    const path = join(folders.sent, each);
    if (await hasInode(path, ino)) await renameIfThere(path, join(folders.outgoing, name));
    else await unlinkIfThere(path);
  }
  await syncFolder(folders.outgoing);
  await syncFolder(folders.sent);
}

async function hasInode(path: string, ino: number): Promise<boolean> {
  try {
    return (await lstat(path)).ino === ino;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function takeFile(
  folders: Folders,
  name: string,
  path: string,
  size: number,
  taker: Taker,
): Promise<void> {
  const bytes = size > mostInFile ? undefined : await readFile(path);
  const refusal = bytes
    ? await taker.take({ name, bytes })
    : refuse('eligibility/too-large', { characters: size, most: mostInFile });
  if (!refusal) {
    await moveAside(path, folders.taken);
    return;
  }
  const kept = bytes && size <= mostCharacters ? { bytes } : {};
  await taker.setAside({ name, sha256: await hashOfFile(path), reason: refusal, ...kept });
  const keptAs = await moveAside(path, folders['set-aside']);
  await writeFile(join(folders['set-aside'], `${keptAs}.reason.txt`), inWords(refusal), { mode: 0o600 });
}

/** What the file system finds wrong; anything else is a bug, and thrown. */
function folderProblem(gateway: string, error: unknown): Refusal {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  if (code === 'ENOENT') return refuse('gateway/folder-missing', { gateway });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return refuse('gateway/folder-not-ours', { gateway, code });
  return refuse('gateway/folder-unusable', { gateway, code });
}

/** For whoever looks into the folder; the screens say it in the reader's language. */
function inWords(refusal: Refusal): string {
  return `${inOneLine(sayRefusal('en', refusal))}\n`;
}
