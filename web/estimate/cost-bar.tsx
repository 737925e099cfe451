import './estimate.css';

interface Props {
  readonly label: string;
  /** One after the other, in cents: what the patient pays, what they may have to pay besides, what plans pay. */
  readonly parts: readonly (readonly [kind: 'patient' | 'perhaps' | 'plans', amount: number])[];
  /** The amount that fills the whole width. */
  readonly most: number;
  readonly said: string;
}

/** One benefit year as a bar. A picture beside a table of the same numbers: nobody has to read it. */
export function CostBar({ label, parts, most, said }: Props) {
  return (
    <div className="cost-bar">
      <span className="small number">{label}</span>
      <span className="cost-track">
        {parts.map(
          ([kind, amount]) =>
            amount > 0 && (
              <span
                key={kind}
                className={`cost-part ${kind}`}
                style={{ width: `${(100 * amount) / most}%` }}
              />
            ),
        )}
      </span>
      <span className="small number">{said}</span>
    </div>
  );
}
