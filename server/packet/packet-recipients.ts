export const packetRecipients = [
  'provider',
  'payer',
  'patient',
  'representative',
  'auditor',
  'own-use',
] as const;
export type PacketRecipient = (typeof packetRecipients)[number];
