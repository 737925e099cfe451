import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/fields.tsx';

/** Zones of the United States first; the device's own is always among the choices. */
const usual = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

interface Props {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function TimeZoneField({ value, onValue }: Props) {
  const { t } = useTranslation();
  const all = [...new Set([...usual, value, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <ChoiceField
      at="/timeZone"
      label={t('web.setUp.timeZone')}
      description={t('web.setUp.timeZoneHelp')}
      value={value}
      onValue={onValue}
      choices={all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  );
}
