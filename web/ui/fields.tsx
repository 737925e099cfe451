import {
  Checkbox,
  Input,
  NativeSelect,
  Textarea,
  TextInput,
  type NativeSelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useFieldError } from './refusal.tsx';

/** Fields that know their place in the request (`at`), and so show the refusal that concerns them. */

interface Field {
  readonly at?: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

type TextFieldProps = Field & Omit<TextInputProps, keyof Field | 'onChange' | 'error'>;

export function TextField({ at, value, onValue, ...input }: TextFieldProps) {
  const error = useFieldError(at);
  return (
    <TextInput
      {...input}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      error={error}
    />
  );
}

export function DateField(input: TextFieldProps) {
  return <TextField {...input} type="date" />;
}

type LongTextFieldProps = Field & Omit<TextareaProps, keyof Field | 'onChange' | 'error'>;

export function LongTextField({ at, value, onValue, ...input }: LongTextFieldProps) {
  const error = useFieldError(at);
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={10}
      {...input}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      error={error}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

type ChoiceFieldProps = Field & {
  readonly choices: readonly Choice[];
  /** First line when nothing need be chosen. */
  readonly empty?: string;
} & Omit<NativeSelectProps, keyof Field | 'onChange' | 'error' | 'data'>;

export function ChoiceField({ at, value, onValue, choices, empty, ...input }: ChoiceFieldProps) {
  const error = useFieldError(at);
  const first = empty === undefined ? [] : [{ value: '', label: empty }];
  return (
    <NativeSelect
      {...input}
      data={[...first, ...choices]}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      error={error}
    />
  );
}

/** A row of one-tap choices, for what is chosen in every contact. */
export function TapField({
  at,
  label,
  value,
  onValue,
  choices,
}: Field & { readonly choices: readonly Choice[] }) {
  const name = useId();
  const error = useFieldError(at);
  return (
    <fieldset className="taps" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="tap">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {error !== undefined && <Input.Error id={`${name}-error`}>{error}</Input.Error>}
    </fieldset>
  );
}

interface ChecksFieldProps {
  readonly at?: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly values: readonly string[];
  readonly onValues: (values: string[]) => void;
  readonly choices: readonly Choice[];
}

export function ChecksField({ at, label, description, values, onValues, choices }: ChecksFieldProps) {
  const error = useFieldError(at);
  return (
    <Checkbox.Group
      label={label}
      description={description}
      error={error}
      value={[...values]}
      onChange={onValues}
    >
      <div className="checks">
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface FlagFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

export function FlagField({ onChecked, ...input }: FlagFieldProps) {
  return <Checkbox {...input} onChange={(event) => onChecked(event.currentTarget.checked)} />;
}
