import { anyOf, phraseList } from './plain-words.ts';

/** Drugs that dentists and physicians talk about, by name and by the endings that families of them share. */
const drugs = phraseList(`
  warfarin*, coumadin, heparin*, clopidogrel, plavix, aspirin*, eliquis, xarelto, apixaban, rivaroxaban, insulin*,
  metformin*, prednison*, methotrexate, metotrexato, denosumab, prolia, tylenol, acetaminophen, paracetamol, codeine,
  codeina, tramadol, opioid*, opioide*, antibiotic*, blood thinner*, anticoagul*, antiplatelet*, bisphosphonate*,
  bisfosfonato*, amoxicil*, penicil*, ibuprofen*, naproxen*, lidocain*, articain*, epinephrin*, epinefrina, steroid*,
  esteroide*, chemotherapy, immunosuppress*
`);
const endings =
  /\b\p{L}{3,}(?:xaban|cillin|cilina|caine|caina|profen|dronate|dronato|mycin|micina|parin|statin)\b/u;
const named = anyOf(drugs);

export function namesDrug(text: string): boolean {
  return named.test(text) || endings.test(text);
}

/** A drug in a pattern of other words: the names, and any word with one of the endings. */
export const drugPattern = `(?:${named.source}|${endings.source})`;
