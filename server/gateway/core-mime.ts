import { requestMembers, responseOf, type CoreRequest, type CoreResponse } from './core-envelope.ts';

export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/** The request as multipart/form-data; name and password are members of the form, after the time stamp. */
export function mimeRequest(request: CoreRequest, { userName, password }: Credentials): FormData {
  const form = new FormData();
  for (const [name, value] of requestMembers(request)) {
    form.append(name, value);
    if (name !== 'TimeStamp') continue;
    form.append('UserName', userName);
    form.append('Password', password);
  }
  return form;
}

/** Undefined for what is no form, or a form without an envelope. */
export async function readMimeResponse(
  contentType: string,
  bytes: Buffer,
): Promise<CoreResponse | undefined> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    // What is not to be read as a form is told by the caller, with the answer set aside.
    return undefined;
  }
  const members = new Map<string, string>();
  for (const [name, value] of form) members.set(name, typeof value === 'string' ? value : await value.text());
  return responseOf((name) => members.get(name) ?? '');
}
