import { useId } from 'react';
import { useLicensedList } from '../api/licensed-lists.ts';
import { TextField } from '../ui/fields.tsx';
import { useWording } from './licensed-wording.tsx';

interface Props {
  readonly at: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly 'data-autofocus'?: boolean;
}

/** A code number, with the codes of the practice's own list to pick from and their wording beside it. */
export function CodeField({ value, onValue, ...input }: Props) {
  const list = useId();
  const { data } = useLicensedList();
  const wording = useWording()(value.trim().toUpperCase());
  const codes = data?.codes ?? [];
  return (
    <>
      <TextField
        {...input}
        value={value}
        onValue={onValue}
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...(wording === undefined ? {} : { description: wording })}
        {...(codes.length === 0 ? {} : { list })}
      />
      {codes.length > 0 && (
        <datalist id={list}>
          {codes.map((each) => (
            <option key={each.code} value={each.code}>
              {each.wording}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
