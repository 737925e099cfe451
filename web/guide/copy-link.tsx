import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toast } from '../ui/toast.tsx';

/** The address of an anchor: following it goes there, and it is copied on the way. */
export function CopyLink({ anchor }: { readonly anchor: string }) {
  const { t } = useTranslation();
  const copy = async () => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}#${anchor}`);
      toast(t('web.guide.copied'));
    } catch {
      // A browser that gives no access to the clipboard still goes there: the address stands in its bar.
      toast(t('web.guide.notCopied'));
    }
  };
  return (
    <a
      href={`#${anchor}`}
      className="guide-copy"
      aria-label={t('web.guide.copy')}
      title={t('web.guide.copy')}
      onClick={() => void copy()}
    >
      <IconLink size={16} aria-hidden />
    </a>
  );
}
