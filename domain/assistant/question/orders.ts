/**
 * Orders to the assistant inside a text. They are left out before the question is read: nothing that a text says
 * changes what the guide or the rulebook says.
 */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|drop)\b[^.?!\n]*\b(?:instruction|rule|prompt|guideline|guard|polic|everything|previous|above|prior|restriction|limit|guide)s?\w*/iu,
  /\b(?:you are|you're|act as|pretend|imagine|roleplay|role-play|behave as|from now on|new instructions?|system (?:prompt|message|override)|developer mode|jailbreak|dan mode|unrestricted|simulate)\b/iu,
  /\b(?:say|answer|reply|respond|state|write|output|print|repeat|tell (?:me|them|the user|everyone))\b[^.?!\n]{0,40}(?:\b(?:that|yes|only|exactly|after me|with)\b|["“'])[^?]*/iu,
  /\b(?:say|answer|reply|respond|output) (?:yes|no|true|covered|approved)\b/iu,
  /\b(?:make up|invent|fabricate|hallucinate)\b/iu,
  /\b(?:reveal|show|leak|print|give me|send|dump|display)\b[^.?!\n]*\b(?:system prompt|your prompt|instructions|password|api key|key|token|secret|environment)\b/iu,
  /\b(?:approve|mark|set|submit|delete|update|write|change|close)\b[^.?!\n]*\b(?:the claim|this claim|all claims|the case|this case|the record|status)\b[^.?!\n]*\b(?:now|as|to|immediately)\b/iu,
  /\b(?:ignora|ignore|olvida|olvide|desobedece|omite|sáltate|salta)\b[^.?!\n]*\b(?:instruccion|regla|anterior|indicacion|límite|limite|restriccion|guía|guia|todo)\w*/iu,
  /\b(?:di|diga|responde|responda|contesta|conteste|repite|repita|escribe|escriba|afirma|confirma que sí)\b[^.?!\n]{0,40}\b(?:que|sí|si|siempre|solo|exactamente|con)\b[^?]*/iu,
  /\b(?:eres|ahora eres|actúa como|actua como|finge|imagina|haz de cuenta|a partir de ahora)\b/iu,
  /\b(?:inventa|invente|invéntate|fabrica)\b/iu,
  /<\/?(?:system|assistant|user|instructions?|tool)[^>]*>|\[\/?(?:inst|system)\]|^\s*(?:system|assistant)\s*:/imu,
];

export interface WithoutOrders {
  readonly text: string;
  /** The orders themselves; empty where there are none. */
  readonly removed: string;
}

/** Where a question begins inside a sentence that began as an order. */
const questionInside =
  /(?:[:;,—–]\s*(?:and |then |but |y |luego |pero |also )*|\b(?:and|then|y|luego|pero)\s+)(?:then |luego )?(?:(?:please |por favor )?(?:tell me|explain|dime|dígame|digame|explica)(?: whether| if| si)?\s*[:,]?\s*)?(?=¿|(?:what|which|who|whose|how|when|does|do|did|is|are|can|may|must|should|will|would|was|whether|it|qué|que|cuál|cual|cuánt\p{L}*|cuant\p{L}*|cómo|como|quién|quien|puedo|se puede|cubre|paga)\b)/giu;

/** The sentences that are no orders, and the questions inside those that are. */
export function withoutOrders(text: string): WithoutOrders {
  const read = text.split(/(?<=[.!?\n])\s+/u).map((sentence) => {
    if (!isOrder(sentence)) return { kept: sentence, removed: '' };
    const at = questionStart(sentence);
    return { kept: at === undefined ? '' : sentence.slice(at), removed: sentence.slice(0, at) };
  });
  const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  return { text: join(read.map(({ kept }) => kept)), removed: join(read.map(({ removed }) => removed)) };
}

/** Only what asks to its end is a question: its mark, or that it was asked to be told. */
function questionStart(sentence: string): number | undefined {
  for (const match of sentence.matchAll(questionInside)) {
    const at = match.index + match[0].length;
    const rest = sentence.slice(at);
    const asks =
      rest.trimEnd().endsWith('?') || /tell me|explain|dime|dígame|digame|explica/iu.test(match[0]);
    if (asks && !isOrder(rest)) return at;
  }
  return undefined;
}

function isOrder(sentence: string): boolean {
  return orders.some((order) => order.test(sentence)) && !isHarmlessAsk(sentence);
}

/** "Can I say that …", "what should I write in the chart" ask about work; they give no order. */
function isHarmlessAsk(sentence: string): boolean {
  return (
    sentence.trimEnd().endsWith('?') &&
    /^\s*[¿"]?\s*(?:can|may|could|should|do|does|did|is|are|was|what|which|when|how|who|will|must|puedo|debo|qué|que|cuál|cual|cómo|como|cuándo|cuando|quién|quien)\b/iu.test(
      sentence,
    ) &&
    !/\b(?:ignore|disregard|forget|olvida|ignora|system prompt|jailbreak|api key|password)\b/iu.test(sentence)
  );
}
