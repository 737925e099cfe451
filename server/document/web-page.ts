/** Tags by which a text is a web page, told by its beginning: WHATWG MIME Sniffing, 7.1, table of unsafe patterns. */
const opening =
  /^(?:<!doctype html|<(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p))[\s>]|^<!--/i;

/** Whether bytes are a web page, whatever the name of the file says. */
export function isWebPage(bytes: Uint8Array): boolean {
  // A decoder takes a byte order mark away; comments may stand before the page itself.
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return opening.test(beginning);
}
