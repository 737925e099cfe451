/** The instructions inside a packet, in both languages. `fingerprint` is that of the key that sealed it. */
export function howToVerify(practiceName: string, fingerprint: string): string {
  return `HOW TO VERIFY THIS PACKET

1. You need Node (nodejs.org), version 20 or newer. Nothing else, and no connection.
2. Take verify.mjs out of this packet, or use a copy that you already trust.
3. Run:  node verify.mjs PACKET.zip --fingerprint FINGERPRINT
   with the fingerprint that ${practiceName} gave you by another way. Without it, the verifier
   prints the fingerprint so that you can compare it. This packet names this one:
   ${fingerprint}
4. INTACT means that nothing was changed since it was sealed. CHANGED is followed by a list of
   what was altered, added or taken away, down to the part of an event.

What is in it: manifest.json lists every file with its SHA-256; manifest.sig is the Ed25519
signature over manifest.json; events.ndjson holds the events of the record, each chained to the
one before it. Parts of events that the recipient does not need are left out; their hashes stay,
so that the rest can still be verified.

CÓMO COMPROBAR ESTE PAQUETE

1. Necesita Node (nodejs.org), versión 20 o posterior. Nada más, ni conexión.
2. Saque verify.mjs de este paquete o use una copia en la que ya confíe.
3. Ejecute:  node verify.mjs PAQUETE.zip --fingerprint HUELLA
   con la huella que ${practiceName} le dio por otra vía. Sin ella, el programa
   muestra la huella para que usted la compare. Este paquete nombra esta:
   ${fingerprint}
4. INTACT significa que nada cambió desde que se selló. CHANGED va seguido de la lista de lo que
   se alteró, se añadió o se quitó, hasta la parte del evento.

Qué contiene: manifest.json enumera cada archivo con su SHA-256; manifest.sig es la firma Ed25519
de manifest.json; events.ndjson guarda los eventos del registro, cada uno encadenado al anterior.
Las partes que el destinatario no necesita no están; quedan sus huellas, para que el resto se
pueda comprobar.
`;
}
