import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLicensedList } from '../api/licensed-lists.ts';

/** How the practice's own licensed list words a code; undefined without a list, and without a sign-in. */
export function useWording(): (code: string | undefined) => string | undefined {
  const { data } = useLicensedList();
  return (code) => data?.codes.find((each) => each.code === code)?.wording;
}

/** The practice's own wording beside our guidance, with the year of its list; nothing where there is none. */
export function LicensedWording({ code }: { readonly code: string | undefined }) {
  return code === undefined ? null : <WordingOf code={code} />;
}

function WordingOf({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const { data } = useLicensedList();
  const wording = data?.codes.find((each) => each.code === code)?.wording;
  if (wording === undefined || data?.year === undefined) return null;
  return (
    <Text size="sm" c="dimmed" className="licensed-wording" component="div">
      {wording}{' '}
      <span className="small">
        {t(
          data.ofThatYear === false ? 'licensedList.screen.fromEarlierList' : 'licensedList.screen.fromList',
          {
            year: data.year,
          },
        )}
      </span>
    </Text>
  );
}
