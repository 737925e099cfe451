import { useTranslation } from 'react-i18next';
import type { Static } from 'typebox';
import type { PointerView } from '#contract/views.ts';
import { useSay } from '../ui/say.ts';
import { CodeLink } from './code-link.tsx';

/** Codes outside the choice that the facts point at, each with its reason and how sure that is. */
export function Pointers({ pointers }: { readonly pointers: readonly Static<typeof PointerView>[] }) {
  const { t } = useTranslation();
  const say = useSay();
  return pointers.map(({ code, because, mark }) => (
    <p key={code}>
      {say(because)} <CodeLink code={code}>{t('whichCode.pageOf', { code })}</CodeLink>{' '}
      <span className="small dimmed">({t(`coverage.mark.${mark}`)})</span>
    </p>
  ));
}
