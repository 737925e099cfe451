import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP archive of a few files: deflated, names in UTF-8, no extra fields, times to two seconds in UTC. The same
 * input gives the same bytes. APPNOTE 6.3.10, 4.3; without ZIP64, so at most 4 GiB.
 */
export function writeZip(entries: readonly ZipEntry[], madeAt: Date): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const encodedName = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    const details = entryDetails(encodedName.length, bytes, packed.length, madeAt);
    local.push(signature(0x04034b50), details, encodedName, packed);
    central.push(
      signature(0x02014b50),
      uint16(20), // made by: 2.0, no file attributes
      details,
      Buffer.alloc(10), // no comment, disk 0, no attributes
      uint32(offset),
      encodedName,
    );
    offset += 4 + details.length + encodedName.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = [
    signature(0x06054b50),
    Buffer.alloc(4), // this disk, disk of the directory
    uint16(entries.length),
    uint16(entries.length),
    uint32(directory.length),
    uint32(offset),
    uint16(0), // no comment
  ];
  return new Uint8Array(Buffer.concat([...local, directory, ...end]));
}

/** What the local header and the directory have in common. */
function entryDetails(nameLength: number, bytes: Uint8Array, packedLength: number, madeAt: Date): Buffer {
  const time = (madeAt.getUTCHours() << 11) | (madeAt.getUTCMinutes() << 5) | (madeAt.getUTCSeconds() >> 1);
  const year = madeAt.getUTCFullYear() - 1980;
  const date = (year << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate();
  return Buffer.concat([
    uint16(20), // needs 2.0: deflate
    uint16(0x0800), // names in UTF-8
    uint16(8), // deflate
    uint16(time),
    uint16(date),
    uint32(crc32(bytes)),
    uint32(packedLength),
    uint32(bytes.length),
    uint16(nameLength),
    uint16(0), // no extra field
  ]);
}

const signature = (value: number) => uint32(value);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
