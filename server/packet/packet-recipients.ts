export const packetRecipients = ['provider', 'payer', 'patient', 'auditor', 'own-use'] as const;
export type PacketRecipient = (typeof packetRecipients)[number];
