import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  /** Undefined until somebody moved it. */
  readonly weight: number | undefined;
  readonly onWeight: (weight: number) => void;
}

/** How much something matters, from 0 to 10: by hand, by finger, or with the arrow keys. */
export function WeightField({ label, weight, onWeight }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const said = weight === undefined ? t('forPatient.values.notYet') : t('forPatient.values.of', { weight });
  return (
    <div className="weight" data-marked={weight !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={10}
        step={1}
        value={weight ?? 5}
        aria-valuetext={said}
        onChange={(event) => onWeight(Number(event.currentTarget.value))}
        // Half way is a weight too: whoever means it presses, and it counts.
        onClick={(event) => onWeight(Number(event.currentTarget.value))}
      />
      <output htmlFor={id}>{said}</output>
    </div>
  );
}
