interface Props {
  readonly ofHundred: { readonly least: number; readonly most: number };
  /** What the picture shows, in words. */
  readonly said: string;
}

const across = 20;
const step = 12;
const people = Array.from({ length: 100 }, (_, index) => index);

/** A hundred people: those it happens to are full, those it may happen to are full to the half, the others are rings. */
export function HundredPeople({ ofHundred: { least, most }, said }: Props) {
  const height = (people.length / across) * step;
  return (
    <svg
      className="hundred-people"
      viewBox={`0 0 ${across * step} ${height}`}
      role="img"
      aria-label={said}
      preserveAspectRatio="xMinYMin"
    >
      {people.map((index) => {
        const [x, y] = [(index % across) * step + step / 2, Math.floor(index / across) * step + step / 2];
        return (
          <g key={index}>
            <circle cx={x} cy={y} r={4} className={index < least ? 'person hit' : 'person'} />
            {index >= least && index < most && (
              <path className="person-half" d={`M${x} ${y - 4}A4 4 0 0 0 ${x} ${y + 4}Z`} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
