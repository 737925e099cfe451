import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Back to the list. */
export function AllCodes() {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/guide" {...props} />}
    >
      {t('web.guide.all')}
    </Button>
  );
}

/** Back to the list, and onto paper. */
export function PageActions({ print = false }: { readonly print?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <AllCodes />
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/guide/which-code" search={{}} {...props} />}
      >
        {t('whichCode.title')}
      </Button>
      {print && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('web.guide.print')}
        </Button>
      )}
    </>
  );
}
