import type { Refusal } from '#domain/kernel/refusal.ts';

/** An interchange on its way out. */
export interface Outgoing {
  readonly organizationId: string;
  readonly inquiryId: string;
  /** Nobody else's in the organization, and the same each time that the same is sent. */
  readonly trace: string;
  readonly interchange: string;
  /** Who sends and who receives, as the practice's profile has them. */
  readonly senderId: string;
  readonly receiverId: string;
}

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What became of sending: an error is a value here, since most of them are to be mended by somebody. */
export type SendOutcome =
  | { readonly kind: 'answered'; readonly file: IncomingFile }
  /** It is with the receiver; the answer comes later and by itself. */
  | { readonly kind: 'left' }
  /** `again`: the same may work later, with nothing mended. `unread`: what came and could not be read. */
  | {
      readonly kind: 'failed';
      readonly problem: Refusal;
      readonly again: boolean;
      readonly unread?: IncomingFile;
    };

/** What could not be taken: by its name, with the reason. Without `bytes` where it is too large to be kept. */
export interface SetAside {
  readonly name: string;
  readonly sha256: string;
  readonly reason: Refusal;
  readonly bytes?: Buffer;
}

/** Where files go that arrived. After a kill the same may be given again: it changes nothing the second time. */
export interface Taker {
  /** A refusal says why the file is to be set aside; of a file of several answers each is taken or set aside. */
  take(file: IncomingFile): Promise<Refusal | undefined>;
  setAside(file: SetAside): Promise<void>;
}

/** Somebody is there and answers, by whatever HTTP status. */
export interface Reached {
  readonly status: number;
}

/** A way to payers and clearinghouses. */
export interface Gateway {
  readonly name: string;
  readonly kind: 'core' | 'file-drop';
  /** Undefined: every organization of the database may use it. */
  readonly organizations: readonly string[] | undefined;
  send(outgoing: Outgoing, stop: AbortSignal): Promise<SendOutcome>;
  /** What can be seen to be wrong with it from here, before anything is sent. */
  look?(organizationId: string): Promise<Refusal | undefined>;
  /** Goes there with nothing of anybody's. Absent where all that can be tried is what `look` sees. */
  tryOut?(stop: AbortSignal): Promise<Reached | Refusal>;
  /** Where answers come by themselves: looks once for new ones of an organization. */
  readonly collecting?: Collecting;
}

export interface Collecting {
  readonly everySeconds: number;
  /** Whatever is in the way of looking is told by `look`. */
  collect(organizationId: string, taker: Taker): Promise<void>;
}

export type Gateways = ReadonlyMap<string, Gateway>;

/** Those that an organization may use. */
export function gatewaysOf(gateways: Gateways, organizationId: string): readonly Gateway[] {
  return [...gateways.values()].filter(
    ({ organizations }) => organizations === undefined || organizations.includes(organizationId),
  );
}

/** Undefined where there is none of that name for the organization. */
export function gatewayNamed(gateways: Gateways, organizationId: string, name: string): Gateway | undefined {
  return gatewaysOf(gateways, organizationId).find((gateway) => gateway.name === name);
}
